import { expect, it } from 'vitest';
import { createAwaited } from '../../../src/core/base/awaited.js';

/** Something that comes when the test says so, and what happened in its order. */
function rig() {
  const said: string[] = [];
  const made: { come: (there: string) => void; fail: (error: unknown) => void }[] = [];
  const make = () => new Promise<string>((come, fail) => made.push({ come, fail }));
  const view = (name: string) => ({ name, get: () => name, subscribe: () => () => said.push(`${name} is left`) });
  const awaited = createAwaited(async () => view(await make()), view('nothing'));
  awaited.subscribe(() => said.push(`${awaited.get()} is ready`));
  const ask = (what: string) => awaited.ask(async ({ name }) => (said.push(`${name} is asked ${what}`), what));
  return { awaited, said, made, ask };
}

it('does what was asked in its order, after who greets it, before it is ready', async () => {
  const { awaited, said, made, ask } = rig();
  const asked = [ask('one'), ask('two')];
  awaited.first(({ name }) => said.push(`${name} is greeted`));
  awaited.first(() => said.push('never'))();
  expect([awaited.current(), awaited.isAsked(), said]).toEqual([undefined, true, []]);
  made[0]!.come('it');
  expect(await Promise.all(asked)).toEqual(['one', 'two']);
  expect(said).toEqual(['it is greeted', 'it is asked one', 'it is asked two', 'nothing is left', 'it is ready']);
  expect([awaited.current()?.name, awaited.isAsked(), awaited.get()]).toEqual(['it', false, 'it']);
});

it('is there once, however often it was loaded', async () => {
  const { awaited, said, made } = rig();
  const loads = [awaited.load(), awaited.load()];
  made[0]!.come('it');
  made[1]!.come('another one');
  expect((await Promise.all(loads)).map(({ name }) => name)).toEqual(['it', 'it']);
  expect(said).toEqual(['nothing is left', 'it is ready']);
});

it('is asked at once when it is there', async () => {
  const { awaited, said, made, ask } = rig();
  const load = awaited.load();
  made[0]!.come('it');
  await load;
  void ask('one');
  expect(said).toEqual(['nothing is left', 'it is ready', 'it is asked one']);
});

it('forgets what was asked of what did not come, and comes with the next', async () => {
  const { awaited, said, made, ask } = rig();
  const lost = ask('one');
  made[0]!.fail(new Error('no connection'));
  await expect(lost).rejects.toThrow('no connection');
  expect(awaited.isAsked()).toBe(false);
  const next = ask('two');
  made[1]!.come('it');
  await next;
  expect(said).toEqual(['it is asked two', 'nothing is left', 'it is ready']);
});
