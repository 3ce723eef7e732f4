import { build, type Plugin } from 'esbuild';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { publicNames } from '../../scripts/public-names.js';
import { blocks } from '../support/readme-plugin.js';

/** The public names from source, and `page` as what a page of ours tells people to write. */
const from = (page: string): Plugin => ({
  name: 'from',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^bytespike-react/ }, ({ path }) => ({ path: publicNames('index.ts').find(({ find }) => find.test(path))?.replacement ?? '' }));
    onResolve({ filter: /^page$/ }, () => ({ path: 'page', namespace: 'page' }));
    onLoad({ filter: /.*/, namespace: 'page' }, () => ({ contents: page, loader: 'tsx', resolveDir: resolve('.') }));
  },
});

/** What each user is told, in turn, by one server in production. */
async function told(page: string, users: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-users-'));
  const outfile = join(folder, 'server.cjs');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await build({ entryPoints: ['test/support/two-users.tsx'], outfile, bundle: true, platform: 'node', format: 'cjs', jsx: 'automatic', loader: { '.css': 'empty' }, plugins: [from(page)], logLevel: 'error' });
  const server = fork(outfile, { env: { ...process.env, NODE_ENV: 'production' } });
  onTestFinished(() => void server.kill());
  const [{ port }] = (await once(server, 'message')) as [AddressInfo];
  const answers: string[] = [];
  for (const cookie of users) answers.push(await (await fetch(`http://127.0.0.1:${port}`, { headers: { cookie } })).text());
  return answers;
}

const block = (path: string, name: string) => blocks(readFileSync(path, 'utf8'), 'tsx').find((code) => code.includes(`function ${name}(`)) ?? '';

it.each([
  ['README.md', block('README.md', 'App')],
  ['stories/start/QuickStart.mdx', block('stories/start/QuickStart.mdx', 'App')],
  ['docs/next.md', `${block('docs/next.md', 'Providers')}\nexport { Providers as App };`],
  ['docs/react-router.md', `${block('docs/react-router.md', 'Providers')}\nexport { Providers as App };`],
])('a server with the app of %s shows nothing of one user to the next', async (_, app) => {
  expect(await told(app, ['ann', 'bob', 'ann'])).toEqual(['production <p>$10</p>', 'production <p>nobody said</p>', 'production <p>$10</p>']);
});

it('would be told of a client that all users share', async () => {
  const shared = `
    import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
    import { BytespikeProvider, createClient } from 'bytespike-react';
    const queryClient = new QueryClient();
    const client = createClient({ baseUrl: '/api/bytespike' });
    export const App = ({ children }) => <QueryClientProvider client={queryClient}><BytespikeProvider client={client}>{children}</BytespikeProvider></QueryClientProvider>;`;
  expect(await told(shared, ['ann', 'bob'])).toEqual(['production <p>$10</p>', 'production <p>$10</p>']);
});
