import { expect, it } from 'vitest';
import { Refusal } from '../../../src/server/base/refusal.js';
import { payFor } from '../../../src/server/answers/pay.js';

const refusal = (outcomeUnknown: boolean) => new Refusal({ status: 502, code: 'api_error', message: 'No answer came.', outcomeUnknown });

/** What becomes of the money of a call that ends so. */
async function endsWith(make: () => Promise<unknown>): Promise<{ told: string[]; result: unknown; held: object[] }> {
  const told: string[] = [];
  const held: object[] = [];
  const tell = (what: string) => () => Promise.resolve(void told.push(what));
  const hold = { payer: undefined, take: tell('take'), release: tell('release'), lose: tell('lose') };
  const config = { subjectOf: () => 'user:ann', limits: { tasksInFlight: 1 }, budget: { hold: (call: object) => (held.push(call), hold) } };
  const call = { request: undefined, route: undefined, decision: { userId: 'ann' }, drafted: { outTaskId: 'w', cost: 7 } };
  // Of both only what is here is looked at.
  const pay = payFor(call as unknown as Parameters<typeof payFor>[0], config as unknown as Parameters<typeof payFor>[1]);
  const result = await pay('id', make).catch((error: unknown) => error);
  return { told, result, held };
}

it('leaves what was done paid', async () => {
  const { told, result, held } = await endsWith(() => Promise.resolve('made'));
  expect([told, result]).toEqual([[], 'made']);
  expect(held).toMatchObject([{ subject: 'user:ann', limits: { tasksInFlight: 1 }, id: 'id', wish: 'w', cost: 7 }]);
});

it.each([
  ['gives back what was refused', refusal(false), 'release'],
  ['notes as lost what may have been done', refusal(true), 'lose'],
  ['notes as lost what broke in a way that nobody foresaw', new TypeError('odd'), 'lose'],
])('%s', async (_, error, end) => {
  const { told, result } = await endsWith(() => Promise.reject(error));
  expect([told, result]).toEqual([[end], error]);
});
