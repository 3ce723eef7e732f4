import { describe, expect, it, onTestFinished } from 'vitest';
import type { Dialect, Fault } from 'bytespike-react/testing';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { ask, behindOurs, type ImagePages, MINUTE, passedOn } from '../../support/image-pages.js';
import { retold, type Telling } from '../../support/ledger/retold.js';
import { simulate, type Simulation } from '../../support/simulation.js';

/** A page whose image was stopped, and is made all the same. */
async function stopped(pages: ImagePages, isFirst: boolean) {
  const page = pages.open();
  onTestFinished(page.list.subscribe(() => {}));
  if (!isFirst) await Promise.all([page.client.balance().catch(() => {}), pages.clock.advance(MINUTE)]);
  const outcome = ask(page);
  await pages.clock.advance(500);
  await page.run.cancel();
  await outcome;
  await pages.clock.advance(MINUTE);
  expect(pages.gateway.ledger.charges).toHaveLength(1);
  return page;
}

const history = (page: Awaited<ReturnType<typeof stopped>>) => page.list.get().map(({ snapshot }) => [snapshot?.status, snapshot?.cost.billed]);

describe.each([['our proxy', behindOurs], ['a proxy that only passes on', passedOn]] as const)('an image that was stopped and billed, before %s', (name, pagesOf) => {
  it.each([true, false])('is still billed when asking once more is refused without a network, the first call of its page: %s', async (isFirst) => {
    const pages = pagesOf();
    const page = await stopped(pages, isFirst);
    pages.page.online = false;
    const again = ask(page);
    await pages.clock.advance(MINUTE);
    await again;
    // Where it is known that nothing keeps answers, the refused one is a wish of its own, and the first stands in the history.
    const billed = name === 'our proxy' || isFirst ? 'unknown' : 'no';
    expect(page.run.get()).toMatchObject({ status: { unknown: 'unknown', no: 'error' }[billed], cost: { billed }, error: { code: 'offline', billed } });
    expect(history(page)).toEqual([['unknown', 'unknown']]);
  });

  it.each([true, false])('and is asked for once more, is in the history for each time that it was billed, the first call of its page: %s', async (isFirst) => {
    const pages = pagesOf();
    const page = await stopped(pages, isFirst);
    const again = ask(page);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject([{ kind: 'image' }]);
    const { charges } = pages.gateway.ledger;
    expect(charges).toHaveLength(name === 'our proxy' ? 1 : 2);
    expect(history(page).filter(([, billed]) => billed !== 'no')).toHaveLength(charges.length);
  });
});

describe('a submit under a key whose answer was lost before', () => {
  const video = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;
  const refusal: Fault = { kind: 'status', status: 403, on: 'POST /v1/tasks/submit' };

  async function submittedBefore() {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock, gateway } = simulation;
    const mend = gateway.inject({ kind: 'reset-after-body', on: '/v1/tasks/*', times: 100 });
    const first = client.tasks.submit(video, { outTaskId: 'wish' }).catch((error: unknown) => error);
    await clock.advance(5 * MINUTE);
    expect(await first).toMatchObject({ code: 'outcome_unknown' });
    mend();
    return simulation;
  }

  it.each([
    ['without a network', false],
    ['by the gateway', true],
  ])('may have been billed, also when asking once more is refused %s', async (_, isOnline) => {
    const simulation = await submittedBefore();
    const { client, clock } = simulation;
    simulation.page.online = isOnline;
    simulation.gateway.inject(refusal);
    const outcome = client.tasks.submit(video, { outTaskId: 'wish' }).catch((error: unknown) => error);
    await clock.advance(MINUTE);
    expect(await outcome).toMatchObject({ code: 'outcome_unknown', billed: 'unknown' });
    expect(taskStore(client).get('wish')).toBeDefined();
  });
});

describe('a task that was cancelled while it was rendered', () => {
  const video = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;

  /** As the page has it then, from a gateway that speaks of money so. */
  async function cancelled(dialect: Dialect, amounts: Telling['amounts']) {
    const fetch = (request: Request): Promise<Response> => retold(simulation.gateway, { amounts, usdPerCredit: 1, rates: 1 })(request);
    const simulation: Simulation = simulate({ gateway: { dialect }, client: { fetch } });
    const { client, clock, gateway } = simulation;
    const run = createVideoRun(client, {});
    onTestFinished(run.subscribe(() => {}));
    run.submit(video).catch(() => {});
    await clock.advance(20_000);
    run.cancel().catch(() => {});
    await clock.advance(MINUTE);
    expect(gateway.ledger.charges).toHaveLength(1);
    return { run, charged: gateway.ledger.charges[0]!.amount };
  }

  it.each(['a', 'b'] as const)('cost what the gateway says, in shape %s', async (dialect) => {
    const { run, charged } = await cancelled(dialect, 'as documented');
    expect(run.get()).toMatchObject({ status: 'cancelled', cost: { billed: 'yes', final: charged } });
  });

  it.each([
    ['by a gateway that never named an amount', 'b', 'nothing'],
    ['by the shape that has no place for an amount', 'c', 'as documented'],
  ] as const)('may have cost something, %s', async (_, dialect, amounts) => {
    const { run } = await cancelled(dialect, amounts);
    expect(run.get()).toMatchObject({ status: 'cancelled', cost: { billed: 'unknown' }, error: { billed: 'unknown' } });
    expect(run.get().cost.final).toBeUndefined();
  });
});
