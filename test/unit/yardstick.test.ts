import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { drawFault } from '../support/fault-draw.js';
import { createRandom } from '../support/random.js';
import { runClientUnderFaults, type YardstickClient, type YardstickPage } from '../yardstick/client-run.js';

const byHand = (await import('../yardstick/clients/by-hand.mjs' as string)) as YardstickClient;
const byReactQuery = (await import('../yardstick/clients/by-hand-react-query.mjs' as string)) as YardstickClient;

/** Does not reload, and does. */
const [STAYS, RELOADS] = [1, 19];
const run = (client: YardstickClient, faults: readonly Fault[] = [], seed = STAYS) => runClientUnderFaults(client, { seed, faults });
const nothingAmiss = { doubleBilled: false, lost: false, stuck: false };
const answerLost: Fault = { kind: 'reset-after-body', on: 'POST /v1/tasks/submit' };

describe('the run that clients are measured by', () => {
  it('has seeds of both kinds', () => {
    expect([createRandom(STAYS)() < 0.3, createRandom(RELOADS)() < 0.3]).toEqual([false, true]);
  });

  it.each([['by hand', byHand], ['on TanStack Query', byReactQuery]])('finds nothing amiss where nothing fails: %s', async (_, client) => {
    expect(await run(client)).toEqual({ ...nothingAmiss, duplicateCompletion: false, status: 'completed' });
  });

  it('sees what is lost with an answer, and with a reload', async () => {
    expect(await run(byHand, [answerLost])).toMatchObject({ ...nothingAmiss, lost: true, status: 'failed' });
    expect(await run(byHand, [], RELOADS)).toMatchObject({ ...nothingAmiss, lost: true, status: 'failed' });
  });

  it('sees what is billed twice', async () => {
    expect(await run(byReactQuery, [answerLost])).toMatchObject({ doubleBilled: true, status: 'completed' });
  });

  it('sees who waits for ever, and believes who says that it is unknown', async () => {
    const silent: YardstickClient = { kind: 'video', packages: [], open: () => ({ make: () => new Promise(() => {}) }) };
    expect(await run(silent)).toMatchObject({ ...nothingAmiss, stuck: true });
    const honest: YardstickClient = { ...byHand, open: (page: YardstickPage) => ({ ...byHand.open(page), isUnknown: () => true }) };
    expect(await run(honest, [answerLost])).toMatchObject({ ...nothingAmiss, status: 'unknown' });
  });

  it('finds again what a client finds again after a reload', async () => {
    const keeping: YardstickClient = {
      ...byHand,
      open(page) {
        const { make } = byHand.open(page);
        const again = page.storage.get('wish');
        return {
          make(wish) {
            page.storage.set('wish', JSON.stringify(wish));
            return make(wish);
          },
          restore: () => (again === undefined ? undefined : make(JSON.parse(again))),
        };
      },
    };
    // It is asked for once more, which the ledger knows.
    expect(await run(keeping, [], RELOADS)).toMatchObject({ doubleBilled: true, lost: false, status: 'completed' });
  });

  it('draws the same faults for all', () => {
    expect(drawFault('status', createRandom(7))).toEqual(drawFault('status', createRandom(7)));
  });
});
