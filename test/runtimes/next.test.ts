// The packed library in an app of Next.js, built without secrets and started with them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journey, servedGateway } from '../support/journey.js';
import { packedApp } from '../support/packed.js';
import { blocks } from '../support/readme-plugin.js';

let app: string;
const next = (...args: string[]) => [join(app, 'node_modules/next/dist/bin/next'), ...args];
const environment = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', VITEST: undefined, BYTESPIKE_API_KEY: undefined };

/** README's own route, with a session of its own and the address of the tests' gateway. */
function route(): string {
  const code = blocks(readFileSync('README.md', 'utf8'), 'ts').find((block) => block.includes('export { proxy as GET')) ?? '';
  return `const currentUser = async (_request: Request) => ({ id: 'ann' });\n${code.replace('createProxy({', 'createProxy({\n  baseUrl: process.env.GATEWAY_URL,\n  secret: process.env.PROXY_SECRET,')}`;
}

const FILES: Record<string, () => string> = {
  'package.json': () => '{ "private": true }',
  'next.config.mjs': () => "export default { trailingSlash: true, turbopack: { root: '/' }, typescript: { ignoreBuildErrors: true } };",
  'app/layout.jsx': () => "import 'bytespike-react/styles/base.css';\nimport 'bytespike-react/styles/generate-button.css';\nexport default ({ children }) => <html lang=\"en\"><body>{children}</body></html>;",
  'app/page.jsx': () => `'use client';
import { useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createClient } from 'bytespike-react/client';
import { BytespikeProvider } from 'bytespike-react/provider';
import { GenerateButton } from 'bytespike-react/react-query/generate-button';

const loadStyles = () => import('bytespike-react/styles/generate-dialog.css');

export default function Page() {
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() => createClient({ baseUrl: '/api/bytespike' }));
  return (
    <QueryClientProvider client={queryClient}>
      <BytespikeProvider client={client}><GenerateButton loadStyles={loadStyles} /></BytespikeProvider>
    </QueryClientProvider>
  );
}`,
  'app/api/bytespike/[...path]/route.ts': route,
};

beforeAll(() => {
  app = packedApp();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(app, name)), { recursive: true });
    writeFileSync(join(app, name), text());
  }
});
afterAll(() => rmSync(app, { recursive: true, force: true }));

it('builds without secrets, and goes the whole way with a slash at the end of every path', async () => {
  const built = spawnSync(process.execPath, next('build'), { cwd: app, encoding: 'utf8', env: environment });
  expect(built.status, `${built.stdout}${built.stderr}`).toBe(0);
  expect(existsSync(join(app, '.next/BUILD_ID'))).toBe(true);

  const served = await servedGateway();
  const env = { ...environment, BYTESPIKE_API_KEY: served.gateway.apiKey, GATEWAY_URL: served.url, PROXY_SECRET: 'a secret of the tests, long enough' };
  const child = spawn(process.execPath, next('start', '--port', '0'), { cwd: app, env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const origin = await addressOf(child);
    const page = await (await fetch(origin)).text();
    expect(page).toContain('bs-generate-button');
    expect(page).not.toContain(' style="');
    await journey(origin, served.gateway);
    expect(served.gateway.ledger.charges.length).toBeGreaterThan(1);
  } finally {
    child.kill();
    served.close();
  }
});

/** Once it says where it listens. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stdout! })) {
    const [, address] = /(http:\/\/localhost:\d+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('Next.js ended before it listened.');
}
