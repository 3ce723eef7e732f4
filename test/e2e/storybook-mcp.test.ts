import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';

let storybook: ChildProcess;
let url: string;

/** One that nobody has now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/mcp`;
  storybook = spawn(process.execPath, ['node_modules/storybook/dist/bin/dispatcher.js', 'dev', '-p', String(port), '--exact-port', '--no-open', '--ci'], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Listened to until it ends: what it writes to nobody would end it.
  await new Promise<void>((resolve, reject) => {
    let said = '';
    storybook.stdout!.on('data', (text: Buffer) => (said += String(text)).includes('Storybook ready') && resolve());
    storybook.once('exit', (code) => reject(new Error(`Storybook ended with ${code}:\n${said}`)));
  });
});

afterAll(async () => {
  if (storybook.exitCode !== null) return;
  storybook.kill();
  await once(storybook, 'exit');
});

/** The result of one call of a tool, or of the protocol itself. */
async function ask(method: string, params: object = {}): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) });
  const text = await answer.text();
  const message = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as { result: Record<string, unknown> };
  return message.result;
}

it('the Storybook in development tells an assistant of every component and hook', async () => {
  const { tools } = (await ask('tools/list')) as { tools: { name: string }[] };
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['docs-list', 'docs-show']));
  const { content } = (await ask('tools/call', { name: 'docs-list', arguments: {} })) as { content: { text: string }[] };
  const list = content.map(({ text }) => text).join('\n');
  for (const name of ['TaskProgress', 'PromptForm', 'useVideoTask', 'useBatch']) expect(list).toContain(`- ${name} (`);
});
