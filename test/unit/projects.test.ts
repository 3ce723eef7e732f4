import type { ViteUserConfig } from 'vitest/config';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { behaviour } from '../../scripts/projects.mjs';

const { argv } = process;

beforeEach(() => {
  process.argv = ['node', 'vitest', 'run'];
});
afterEach(() => {
  process.argv = argv;
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function projects(): Promise<(string | undefined)[]> {
  const { default: config } = (await import('../../vite.config.js')) as { default: (environment: object) => Promise<ViteUserConfig> };
  const { test } = await config({ command: 'serve', mode: 'test' });
  return test!.projects!.map((project) => (project as { test: { name: string } }).test.name);
}

it('without a name, what behaves is tested, and no walk goes through all there is', async () => {
  expect(await projects()).toEqual(behaviour);
});

it('the panel of Storybook, which names no project, finds the stories', async () => {
  vi.stubEnv('VITEST_STORYBOOK', 'true');
  expect(await projects()).toContain('stories');
});
