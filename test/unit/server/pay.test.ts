import { expect, it } from 'vitest';
import { Refusal } from '../../../src/server/base/refusal.js';
import { payFor } from '../../../src/server/answers/pay.js';
import { routeOf } from '../../../src/server/calls/routes.js';

const refusal = (outcomeUnknown: boolean) => new Refusal({ status: 502, code: 'api_error', message: 'No answer came.', outcomeUnknown });

/** What becomes of the money of a call that ends so. */
async function endsWith(make: () => Promise<unknown>): Promise<{ told: string[]; result: unknown; held: object[] }> {
  const told: string[] = [];
  const held: object[] = [];
  const tell = (what: string) => () => Promise.resolve(void told.push(what));
  const hold = { payer: undefined, take: tell('take'), release: tell('release'), lose: tell('lose') };
  const config = { subjectOf: () => 'user:ann', limits: { tasksInFlight: 1 }, budget: { hold: (call: object) => (held.push(call), hold) } };
  const url = 'https://gateway.example/v1/tasks/submit';
  const pay = payFor({ request: new Request(url), route: routeOf('tasks.submit'), decision: { userId: 'ann' }, drafted: { url, outTaskId: 'w', cost: 7 } }, config);
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
