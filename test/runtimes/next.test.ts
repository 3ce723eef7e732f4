// The packed library in an app of Next.js, built without secrets and started with them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SimulatedGateway } from 'bytespike-react/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journey, servedGateway } from '../support/journey.js';
import { packedApp } from '../support/packed.js';
import { blocks } from '../support/readme-plugin.js';

let app: string;
const next = (...args: string[]) => [join(app, 'node_modules/next/dist/bin/next'), ...args];
const environment = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', VITEST: undefined, BYTESPIKE_API_KEY: undefined };

const page = (path: string, language: string, number: number) => blocks(readFileSync(path, 'utf8'), language)[number] ?? '';

/** The session of whoever asks, as an app brings it, and the address of the tests' gateway. */
const SESSION = "const currentUser = async ({ headers }: { headers: Headers }) => (headers.get('cookie') === 'user=ann' ? { id: 'ann' } : undefined);\n";
const aimed = (code: string) => code.replace('createProxy({', 'createProxy({\n  baseUrl: process.env.GATEWAY_URL,\n  secret: process.env.PROXY_SECRET,');

const LAYOUT = "import 'bytespike-react/styles/base.css';\nimport 'bytespike-react/styles/generate-button.css';\nexport default ({ children }) => <html lang=\"en\"><body>{children}</body></html>;";

/** README's own route, and pages with entries of their own. */
const OF_README: Record<string, () => string> = {
  'next.config.mjs': () => "export default { trailingSlash: true, turbopack: { root: '/' }, typescript: { ignoreBuildErrors: true } };",
  'app/layout.jsx': () => LAYOUT,
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
  'app/api/bytespike/[...path]/route.ts': () => `const currentUser = async (_: Request) => ({ id: 'ann' });\n${aimed(blocks(readFileSync('README.md', 'utf8'), 'ts').find((block) => block.includes('export { proxy as GET')) ?? '')}`,
};

/** The guide's, file by file, with what a new app of Next.js has switched on; and the older way of its pages. */
const OF_GUIDE: Record<string, () => string> = {
  'next.config.mjs': () => "export default { cacheComponents: true, partialPrefetching: true, turbopack: { root: '/' }, typescript: { ignoreBuildErrors: true } };",
  'tsconfig.json': () => '{ "compilerOptions": { "jsx": "react-jsx", "moduleResolution": "bundler", "module": "esnext", "paths": { "@/*": ["./*"] } } }',
  'bytespike.ts': () => SESSION + aimed(page('docs/next.md', 'ts', 0)),
  'app/api/bytespike/[...path]/route.ts': () => page('docs/next.md', 'ts', 1),
  'app/providers.tsx': () => page('docs/next.md', 'tsx', 0),
  'app/layout.tsx': () => SESSION + page('docs/next.md', 'tsx', 1),
  'app/page.tsx': () => page('docs/next.md', 'tsx', 2),
  'pages/api/old/[...path].ts': () => "import { createProxy, toNodeHandler } from 'bytespike-react/server';\nconst proxy = createProxy({ apiKey: process.env.BYTESPIKE_API_KEY, baseUrl: process.env.GATEWAY_URL, basePath: '/api/old', authorize: () => ({ userId: 'ann' }), expose: { balance: true } });\nexport default toNodeHandler(proxy);\nexport const config = { api: { bodyParser: false, externalResolver: true } };",
};

beforeAll(() => {
  app = packedApp();
});
afterAll(() => rmSync(app, { recursive: true, force: true }));

/** Builds an app of these files without secrets; gives what it said. */
function built(files: Record<string, () => string>): string {
  for (const old of ['app', 'pages', '.next', 'tsconfig.json']) rmSync(join(app, old), { recursive: true, force: true });
  for (const [name, text] of Object.entries({ 'package.json': () => '{ "private": true }', ...files })) {
    mkdirSync(dirname(join(app, name)), { recursive: true });
    writeFileSync(join(app, name), text());
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, next('build'), { cwd: app, encoding: 'utf8', env: environment });
  expect(status, `${stdout}${stderr}`).toBe(0);
  expect(existsSync(join(app, '.next/BUILD_ID'))).toBe(true);
  return `${stdout}${stderr}`;
}

/** Starts what was built, with its secrets, for as long as `visit` takes; gives what it said. */
async function visited(visit: (origin: string, gateway: SimulatedGateway) => Promise<void>, ...options: string[]): Promise<string> {
  const served = await servedGateway();
  const env = { ...environment, BYTESPIKE_API_KEY: served.gateway.apiKey, GATEWAY_URL: served.url, PROXY_SECRET: 'a secret of the tests, long enough' };
  const child = spawn(process.execPath, next('start', '--port', '0', ...options), { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  try {
    await visit(await addressOf(child), served.gateway);
    return said;
  } finally {
    child.kill();
    served.close();
  }
}

it('builds without secrets, and goes the whole way with a slash at the end of every path', async () => {
  built(OF_README);
  await visited(async (origin, gateway) => {
    const html = await (await fetch(origin)).text();
    expect(html).toContain('bs-generate-button');
    expect(html).not.toContain(' style="');
    await journey(origin, gateway);
    expect(gateway.ledger.charges.length).toBeGreaterThan(1);
  });
});

it('is built as the guide says, and knows the balance in the first HTML, and whose it is', async () => {
  built(OF_GUIDE);
  // A name that is not the one by which pages ask: what a phone, a container or a reverse proxy sees.
  const said = await visited(async (origin, gateway) => {
    const asked = origin.replace('0.0.0.0', '127.0.0.1').replace('localhost', '127.0.0.1');
    const html = async (cookie: string) => (await fetch(asked, { headers: { cookie } })).text();
    expect(await html('user=ann')).toMatch(/available\\?":\d/);
    expect(await html('')).toContain('/sign-in');
    expect(await html('')).not.toContain('available');
    await journey(asked, gateway, (request) => fetch(new Request(request, { headers: { ...Object.fromEntries(request.headers), cookie: 'user=ann' } })));
    expect(await (await fetch(`${asked}/api/old/v1/balance`)).json()).toHaveProperty('available_usd');
  }, '--hostname', '0.0.0.0');
  expect(said).toBe('');
});

/** Once it says where it listens. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stdout! })) {
    const [, address] = /(http:\/\/[\w.]+:\d+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('Next.js ended before it listened.');
}
