import { build, createLogger, createServer, type Plugin } from 'vite';
import { expect, it, vi } from 'vitest';
import { warningsFail } from '../../scripts/warnings.mjs';

function buildWith(plugin: Plugin) {
  const told: string[] = [];
  const customLogger = { ...createLogger(), info: () => {}, warn: (message: string) => void told.push(message) };
  const entry: Plugin = { name: 'entry', resolveId: (id) => (id === 'entry' ? id : undefined), load: (id) => (id === 'entry' ? 'console.log(1)' : undefined) };
  const done = build({ configFile: false, customLogger, logLevel: 'warn', plugins: [entry, warningsFail(), plugin], build: { write: false, rolldownOptions: { input: 'entry' } } });
  return { done, told };
}

it('a build that warns says so, and fails', async () => {
  const { done, told } = buildWith({ name: 'warner', buildStart() { this.warn('loads early'); } });
  await expect(done).rejects.toThrow('The build gave 1 warning(s)');
  expect(told.join('\n')).toContain('loads early');
});

it('a build that does not warn passes', async () => {
  const { done, told } = buildWith({ name: 'quiet' });
  await done;
  expect(told).toEqual([]);
});

it.each(['warn', 'error'] as const)('a run of tests whose server says an %s fails', async (how) => {
  const fail = vi.fn<(said: string) => void>();
  const customLogger = { ...createLogger(), warn: () => {}, error: () => {} };
  const warner: Plugin = { name: 'warner', configureServer: ({ config }) => config.logger[how]('found no dependencies') };
  const server = await createServer({ configFile: false, customLogger, plugins: [warningsFail({ isTest: true, fail }), warner], server: { middlewareMode: true, ws: false }, optimizeDeps: { noDiscovery: true } });
  expect(fail).not.toHaveBeenCalled();
  await server.close();
  expect(fail).toHaveBeenCalledOnce();
  expect(fail).toHaveBeenCalledWith(expect.stringContaining('The server of the tests gave 1 warning(s)'));
});
