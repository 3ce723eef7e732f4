// What several test files need built is built once, beside what runs before them. They run in processes of their own, and ask this one over HTTP.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build as run } from './build.js';
import { launch } from './launch.js';

const builders = {
  /** Storybook: the folder it lies in, and what its build said. */
  storybook: async (folder: string) => ({ folder, said: await run('storybook', ['build', '--quiet', '-o', folder]) }),
  /** The library and the demo, by `npm start`. Two of it that find nothing built would build into one folder. */
  studio: async () => ({ code: await (await launch()).stop() }),
};

/** A test file that imports one of these waits for what it is built for. */
const ASKED_BY: Record<keyof typeof builders, RegExp> = { storybook: /'\.\/storybook\.js'|built\('storybook'\)/, studio: /'\.\/(page|studio|photos)\.js'/ };

export type Builds = { [Name in keyof typeof builders]: Awaited<ReturnType<(typeof builders)[Name]>> };

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `/storybook` and the others are answered, each once it is built. */
    builds: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bytespike-e2e-'));
  const begun = new Map<string, Promise<unknown>>();
  const build = (name: keyof Builds) => {
    const building = begun.get(name) ?? builders[name](folder);
    begun.set(name, building);
    return building;
  };
  const files = project.vitest.state.getPaths().map((path) => readFileSync(path, 'utf8'));
  for (const name of ['storybook', 'studio'] as const) {
    // What comes of it is told to whoever asks. A Storybook that is there already needs no other.
    if (!(name === 'storybook' && process.env['STORYBOOK_BUILT']) && files.some((file) => ASKED_BY[name].test(file))) build(name).catch(() => {});
  }
  const server = createServer(async ({ url = '' }, response) => {
    await build(url.slice(1) as keyof Builds).then(
      (result) => response.end(JSON.stringify(result)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('builds', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
}
