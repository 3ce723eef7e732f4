import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { journey, servedGateway } from '../support/journey.js';
import { buildPrograms } from './build.mjs';

const binary = (name: string) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

const RUNTIMES: [name: string, command: string, args: string[]][] = [
  ['Bun', 'bun', ['bun.js']],
  ['Deno', 'deno', ['run', '--no-lock', '--allow-net', '--allow-env', 'deno.js']],
  ['Cloudflare Workers', 'workerd', ['serve', '--control-fd=1', 'worker.capnp']],
];

describe.each(RUNTIMES)('the proxy on %s', (_, command, args) => {
  let folder = '';
  const running: ChildProcess[] = [];
  const closing: (() => void)[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bytespike-runtime-'));
    await buildPrograms(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => {
    for (const child of running.splice(0)) child.kill();
    for (const close of closing.splice(0)) close();
  });

  /** Its address, once it says on which port it listens. */
  async function start() {
    const served = await servedGateway();
    closing.push(served.close);
    const env = { ...process.env, BYTESPIKE_API_KEY: served.gateway.apiKey, GATEWAY_URL: served.url, PROXY_SECRET: 'a secret of the tests, long enough' };
    const child = spawn(binary(command), args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(child);
    const { value: line } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    const { port } = JSON.parse(String(line)) as { port: number };
    return { ...served, origin: `http://127.0.0.1:${port}` };
  }

  it('goes the whole way: submit, stream, cancel, image, reload', async () => {
    const { gateway, origin } = await start();
    await journey(origin, gateway);
    expect(gateway.ledger.charges.length).toBeGreaterThan(1);
  });

  it('keeps a quiet stream open for longer than the 10 s after which some servers end it', async () => {
    const { origin } = await start();
    const { body } = await fetch(`${origin}/api/bytespike/v1/tasks/events`, { headers: { origin } });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    for (let beats = 0; beats < 3; beats++) {
      const { value } = await reader.read();
      expect(new TextDecoder().decode(value)).toBe(':\n\n');
    }
    await reader.cancel();
  });
});
