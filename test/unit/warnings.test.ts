import { build, createLogger, type Plugin } from 'vite';
import { expect, it } from 'vitest';
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
