import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consumers } from '../consumers/apps.js';
import { blocks } from '../support/readme-plugin.js';

// The apps of `consumers` are what the pages say: each of these files is a block of a page, line by line, and these lines.

/** The session, and the gateway of the tests. */
const AIMED = ['  baseUrl: process.env.GATEWAY_URL,', '  secret: process.env.PROXY_SECRET,'];
const session = (from: string) => `import { currentUser } from '${from}';`;

/** What a module of an app has to say of a function, and a page leaves out. */
const exported = (code: string) => code.replace(/^function /m, 'export function ');
/** What is of the App Router alone. */
const forVite = (code: string) => code.replace(/^'use client';\n\n/, '');

it.each<[string, string, string, number, readonly string[], ((code: string) => string)?]>([
  ['next/bytespike.ts', 'docs/next.md', 'ts', 0, [session('@/session'), ...AIMED]],
  ['next/app/api/bytespike/[...path]/route.ts', 'docs/next.md', 'ts', 1, []],
  ['next/app/providers.tsx', 'docs/next.md', 'tsx', 0, []],
  ['next/app/layout.tsx', 'docs/next.md', 'tsx', 1, [session('@/session')]],
  ['next/app/page.tsx', 'docs/next.md', 'tsx', 2, []],
  ['vite/src/providers.tsx', 'docs/next.md', 'tsx', 3, [], forVite],
  ['react-router/app/bytespike.server.ts', 'docs/react-router.md', 'ts', 0, [session('~/session'), ...AIMED]],
  ['react-router/app/routes/api.bytespike.$.ts', 'docs/react-router.md', 'ts', 1, []],
  ['react-router/app/root.tsx', 'docs/react-router.md', 'tsx', 0, [session('~/session'), "export { Layout } from '~/layout';"]],
  ['react-router/app/routes/studio.tsx', 'docs/react-router.md', 'tsx', 1, []],
  ['react-router/vite.config.ts', 'docs/react-router.md', 'ts', 2, []],
  ['webpack/src/Clip.tsx', 'README.md', 'tsx', 0, [], exported],
  ['webpack/src/App.tsx', 'README.md', 'tsx', 1, []],
  ['webpack/src/Cover.tsx', 'README.md', 'tsx', 3, [], exported],
])('consumers/%s is what %s says', (file, page, language, number, added, asModule = (code) => code) => {
  const said = asModule(blocks(readFileSync(page, 'utf8'), language)[number] ?? '').trim().split('\n');
  const written = readFileSync(`consumers/${file}`, 'utf8').trim().split('\n');
  expect(said.length).toBeGreaterThan(2);
  expect(without(written, said).filter((line) => line !== '')).toEqual(added);
});

it.each([
  ['vite/server.ts', "app.all('/api/bytespike/*', ({ req }) => proxy(req.raw))"],
  ['vite/vite.config.ts', "server: { proxy: { '/api/bytespike': { target: 'http://localhost:3000' } } }"],
  ['webpack/webpack.config.js', "devServer: { proxy: [{ context: '/api/bytespike', target: 'http://localhost:3000' }] }"],
])('consumers/%s has the line of docs/proxy.md', (file, line) => {
  expect(readFileSync('docs/proxy.md', 'utf8')).toContain(`\`${line}\``);
  expect(readFileSync(`consumers/${file}`, 'utf8')).toContain(line);
});

it('every app is tried', () => {
  const folders = readdirSync('consumers', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(consumers.map(({ name }) => name).sort());
});

it.each(consumers)('the lock file of consumers/$name has what the library needs', ({ name }) => {
  const needs = ({ dependencies, peerDependencies }: Needs) => ({ dependencies, peerDependencies });
  const { packages } = json<{ packages: Record<string, Needs> }>(`consumers/${name}/package-lock.json`);
  expect(needs(packages['node_modules/bytespike-react']!), 'npm run test:consumers -- --lock writes it anew.').toEqual(needs(json<Needs>('package.json')));
});

interface Needs {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

const json = <File>(path: string): File => JSON.parse(readFileSync(path, 'utf8')) as File;

/** Lines that stand between those of a page; all of them, where one of the page's is missing or stands elsewhere. */
function without(written: readonly string[], said: readonly string[]): readonly string[] {
  const added: string[] = [];
  let next = 0;
  for (const line of written) {
    if (line === said[next]) next += 1;
    else added.push(line);
  }
  return next === said.length ? added : written;
}
