import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { publicNames } from '../../../scripts/public-names.js';

const APP = 'virtual:app';

// Vite goes by it, and a test runner has set it.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'));
afterAll(() => void vi.unstubAllEnvs());

/** Whether a production build has the devtools in it, of an app that shows them where `condition` holds. */
async function hasDevtools(condition: string): Promise<boolean> {
  const code = `import { lazy } from 'react';\nexport { createClient } from 'bytespike-react/client';\nexport const Tools = ${condition} ? lazy(async () => ({ default: (await import('bytespike-react/devtools')).BytespikeDevtools })) : () => null;`;
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    resolve: { alias: publicNames('index.browser.ts') },
    plugins: [{ name: 'app', resolveId: (id) => (id === APP ? `\0${APP}` : undefined), load: (id) => (id === `\0${APP}` ? code : undefined) }],
    build: { write: false, rolldownOptions: { input: APP, preserveEntrySignatures: 'strict', external: [/^react/, /^eventsource/] } },
  });
  return [output].flat().flatMap((one) => ('output' in one ? one.output : [])).some((chunk) => 'code' in chunk && chunk.code.includes('bs-devtools'));
}

it.each(['import.meta.env.DEV', "process.env.NODE_ENV !== 'production'"])('no byte of the devtools is in a production build behind %s', async (condition) => {
  expect(await hasDevtools(condition)).toBe(false);
});

it('they are in one that has no condition', async () => {
  expect(await hasDevtools('true')).toBe(true);
});
