import { createClient } from 'bytespike-react';
import { createSimulatedGateway, type Fault } from 'bytespike-react/testing';
import { expect, it } from 'vitest';
import { testOf } from '../../../src/devtools/incident.js';
import { intentsOf } from '../../../src/devtools/intents.js';
import { createDevtools } from '../../../src/devtools/devtools.js';
import { taskStore } from '../../../src/store.js';

const REQUEST = { model: 'veo-3.1-fast', prompt: 'Steam, "quoted" and `ticked`', durationSeconds: 4 } as const;

/** What the devtools saw of one clip under these faults. */
async function seen(faults: readonly Fault[]) {
  const gateway = createSimulatedGateway({ speed: 500, faults });
  const devtools = createDevtools({ fetch: gateway.fetch });
  const client = createClient({ baseUrl: `${gateway.baseUrl}`, fetch: devtools.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  const { taskId } = await client.tasks.submit(REQUEST, { outTaskId: 'wish' });
  await client.tasks.follow({ taskId });
  const [intent] = intentsOf(taskStore(client).list(), devtools.traffic.get());
  gateway.dispose();
  return intent!;
}

/** Runs the text of a test, with what its imports would bring. */
async function run(text: string): Promise<void> {
  const body = text.replace(/^import .*$/gm, '').replaceAll(' as const', '');
  let made: (() => Promise<void>) | undefined;
  // oxlint-disable-next-line typescript/no-implied-eval -- a text that is copied is a program, and is run as one
  new Function('createClient', 'createSimulatedGateway', 'expect', 'test', body)(createClient, createSimulatedGateway, expect, (_: string, test: () => Promise<void>) => (made = test));
  await made?.();
  expect(made).toBeDefined();
}

it.each<[string, readonly Fault[], string]>([
  ['nothing', [], 'faults: []'],
  ['an answer that is lost', [{ kind: 'reset-after-body', on: 'POST /v1/tasks/submit' }], "{ kind: 'reset-after-body', on: 'POST /v1/tasks/submit' }"],
  ['a stream that breaks', [{ kind: 'stream-cut', bytes: 60 }], "{ kind: 'stream-cut', bytes: 200 }"],
  ['an error of the gateway', [{ kind: 'status', status: 503, on: 'POST /v1/tasks/submit' }], "{ kind: 'status', status: 503, on: 'POST /v1/tasks/submit' }"],
])('an incident with %s is a test that runs', async (_, faults, expected) => {
  const text = testOf(await seen(faults));
  expect(text).toContain(expected);
  await run(text);
});

it('an incident whose task is billed twice would fail', async () => {
  const text = testOf(await seen([])).replace('expect(task.status)', "await client.tasks.follow(await client.tasks.submit(request, { outTaskId: 'other' }));\n  expect(task.status)");
  await expect(run(text)).rejects.toThrow(/to have a length of 1/);
});
