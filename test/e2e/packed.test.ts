import { transform } from 'esbuild';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { packedApp } from '../support/packed.js';
import { blocks } from '../support/readme-plugin.js';
import { built } from './built.js';

let app: string;
let library: string;

beforeAll(async () => {
  await built('studio');
  app = packedApp();
  library = join(app, 'node_modules/bytespike-react');
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

describe('the gateway that comes with the package', () => {
  /** The command as npm links it, on a port that is free. */
  const bin = () => {
    const { bin: commands } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    const command = join(app, 'bytespike-gateway');
    if (!existsSync(command)) symlinkSync(join(library, commands['bytespike-gateway'] ?? ''), command);
    return command;
  };

  /** Once it listens. */
  async function started({ stdout }: { stdout: AsyncIterable<unknown> }) {
    let said = '';
    for await (const chunk of stdout) {
      said += String(chunk);
      if (said.includes('Key:')) break;
    }
    const [, address = '', key = ''] = /Simulated gateway: (\S+)\nKey:\s+(\S+)/.exec(said) ?? [];
    return { address, key };
  }

  it('serves over HTTP, for whoever has its key', async () => {
    const child = spawn(process.execPath, [bin(), '--port', '0', '--speed', '100'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    const { address, key } = await started(child);
    expect((await fetch(`${address}/v1/models`)).status).toBe(401);
    const answer = await fetch(`${address}/v1/models`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await answer.json())).toContain('veo-3.1-fast');
  });

  it('draws without sharp what it can, and says on the terminal what it cannot', async () => {
    const without = "import { registerHooks } from 'node:module'; registerHooks({ resolve(name, context, next) { if (name === 'sharp') throw new Error('absent'); return next(name, context); } });";
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(without)}`, bin(), '--port', '0', '--speed', '1000'], { stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill());
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += String(chunk)));
    const { address, key } = await started(child);
    const picture = async (settings: object) => {
      const body = JSON.stringify({ model: 'gpt-image-2', prompt: 'A kettle', ...settings });
      const answer = await fetch(`${address}/v1/images/generations`, { method: 'POST', body, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } });
      const { data } = (await answer.json()) as { data: { url: string }[] };
      return fetch(data[0]?.url ?? '');
    };
    const png = await picture({});
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    await png.arrayBuffer();
    const webp = await picture({ output_format: 'webp' });
    expect([webp.status, await webp.text()]).toEqual([500, expect.stringContaining('npm install --save-dev sharp')]);
    expect(complaint).toContain('npm install --save-dev sharp');
  });

  it.each([
    [['--port', 'here'], 'no port'],
    [['--port', '70000'], 'no port'],
    [['--speed', '0'], 'no speed'],
    [['--sped', '2'], "Unknown option '--sped'"],
  ])('refuses %j, and says what it takes', (args, why) => {
    const { status, stderr } = spawnSync(process.execPath, [bin(), ...args], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(stderr).toContain('--port <number>');
  });
});

it('has every page in it that its pages lead to', () => {
  const pages = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', join('docs', 'proxy.md')]));
  const links = pages.flatMap((page) => [...readFileSync(join(library, page), 'utf8').matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, link = '']) => join(dirname(page), link)));
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((link) => !existsSync(join(library, link)))).toEqual([]);
});

it('is tested by Jest as the guide says', async () => {
  const guide = readFileSync('docs/testing.md', 'utf8');
  const [environment = '', config = ''] = blocks(guide, 'js');
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(app, 'jest-environment-bytespike.mjs'), environment);
  // What the test's own transform would do is done before, so that no transform has to be chosen here.
  writeFileSync(join(app, 'jest.config.mjs'), config.replace('export default {', "export default {\n  testMatch: ['**/*.test.mjs'],"));
  const { code } = await transform((blocks(guide, 'tsx')[0] ?? '').replace(/^.*from 'vitest'.*$/m, ''), { loader: 'tsx', jsx: 'automatic' });
  writeFileSync(join(app, 'cover.test.mjs'), code);
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', NODE_ENV: 'test', VITEST: undefined };
  const { status, stderr } = spawnSync(process.execPath, [join(app, 'node_modules/jest/bin/jest.js'), '--rootDir', app, '--no-cache'], { cwd: app, encoding: 'utf8', env });
  expect(stderr).toContain('1 passed');
  expect(status, stderr).toBe(0);
});
