import { BytespikeError } from 'bytespike-react';
import { expect, it } from 'vitest';
import { createCallRun } from '../../../src/core/base/call-run.js';

interface State {
  status: 'idle' | 'busy' | 'whole' | 'failed' | 'stopped';
  part: number;
}

/** A place whose calls are answered by hand, in their order. */
function place(nameOf?: (call: string) => string) {
  const calls: { signal: AbortSignal; tell: (more: Partial<State>) => void; answer: (value: string) => void; refuse: (error: unknown) => void }[] = [];
  const run = createCallRun<string, string, State>({
    idle: { status: 'idle', part: 0 },
    begun: { status: 'busy' },
    call: (_, signal, tell) => new Promise((answer, refuse) => calls.push({ signal, tell, answer, refuse })),
    whole: () => ({ status: 'whole', part: 1 }),
    failed: () => ({ status: 'failed' }),
    stopped: { status: 'stopped' },
    ...(nameOf && { nameOf }),
  });
  return { run, calls };
}

it('the same again is the same call for as long as it is under way', async () => {
  const { run, calls } = place((call) => call);
  const first = run.send('a');
  expect(run.send('a')).toBe(first);
  expect([calls.length, calls[0]!.signal.aborted]).toEqual([1, false]);
  calls[0]!.answer('A');
  await first;
  void run.send('a');
  expect([calls.length, run.get()]).toEqual([2, { status: 'busy', part: 0 }]);
});

it('without names each is a call of its own', () => {
  const { run, calls } = place();
  void run.send('a');
  void run.send('a');
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
});

it('another one stops it, and nothing of it is shown any more', async () => {
  const { run, calls } = place((call) => call);
  const first = run.send('a');
  void run.send('b');
  calls[0]!.tell({ part: 0.5 });
  calls[0]!.answer('A');
  await first;
  expect([calls[0]!.signal.aborted, run.get()]).toEqual([true, { status: 'busy', part: 0 }]);
});

it('what is put back stays so, whatever becomes of the call', async () => {
  const { run, calls } = place();
  const first = run.send('a');
  run.reset();
  calls[0]!.answer('A');
  await first;
  expect([calls[0]!.signal.aborted, run.get()]).toEqual([true, run.initial()]);
});

it.each([
  ['aborted', 'stopped'],
  ['timeout', 'failed'],
] as const)('one that ends as %s is %s, and keeps how far it was', async (code, status) => {
  const { run, calls } = place();
  const first = run.send('a');
  calls[0]!.tell({ part: 0.5 });
  calls[0]!.refuse(new BytespikeError({ code, message: code }));
  await expect(first).rejects.toThrow(code);
  expect(run.get()).toEqual({ status, part: 0.5 });
});
