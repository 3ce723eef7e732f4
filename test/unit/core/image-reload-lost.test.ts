import type { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { ask, behindOurs, DAY, IMAGE as request, leftAfter, MINUTE, passedOn, replays, sent } from '../../support/image-pages.js';

describe('images whose answer never came, after a reload', () => {
  // The old process ends what it has begun, before the page is there again or after.
  it.each([[0, 0], [500, 0], [500, MINUTE], [3000, MINUTE], [500, DAY - MINUTE]])('are not made a second time by a proxy that was started anew, %d ms after the click and %d ms before the reload', async (ms, later) => {
    const pages = behindOurs();
    await leftAfter(pages, ms);
    pages.proxied.restart();
    await pages.clock.advance(later);
    const page = pages.open();
    await pages.clock.advance(60 * MINUTE);
    expect(page.run.get()).toMatchObject({ status: 'unknown', request, cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', retryable: false } });
    expect(page.run.get().error?.message).toMatch(/page was closed.*nothing .* has kept the answer.*look at what was billed/i);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
    expect(replays(pages)).toEqual([null, 'only']);
    page.close();
    // It says so again, without a request; a new wish is a new image.
    const last = pages.open();
    await pages.clock.advance(60 * MINUTE);
    expect(last.run.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' } });
    expect(replays(pages)).toHaveLength(2);
    const again = ask(last);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject([{ kind: 'image' }]);
    expect(replays(pages)).toEqual([null, 'only', null]);
    expect(pages.gateway.ledger.charges).toHaveLength(2);
  });

  it('are not made a second time when somebody asks for them once more', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    const repair = pages.proxied.inject({ kind: 'reset-after-body', times: 'always', on: '*' });
    const page = pages.open();
    await pages.clock.advance(10 * MINUTE);
    expect(page.run.get()).toMatchObject({ status: 'unknown', error: { retryable: true } });
    repair();
    pages.proxied.restart();
    const again = ask(page);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject({ code: 'outcome_unknown', billed: 'unknown', retryable: false });
    expect(((await again) as BytespikeError).message).toMatch(/started anew.*look at what was billed/i);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it.each([500, 3000])('are unknown where nothing keeps answers, and never asked for again: %d ms', async (ms) => {
    const pages = passedOn();
    await leftAfter(pages, ms);
    const { run } = pages.open();
    await pages.clock.advance(60 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', retryable: false } });
    expect(run.get().error?.message).toMatch(/page was closed.*look at what was billed/i);
    expect(sent(pages)).toHaveLength(1);
    // It says so again, without a request.
    const arrived = pages.gateway.requests.length;
    const later = pages.open();
    await pages.clock.advance(60 * MINUTE);
    expect(later.run.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' } });
    expect(pages.gateway.requests).toHaveLength(arrived);
    // A new wish is a new image.
    const again = ask(later);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject([{ kind: 'image' }]);
    expect(sent(pages)).toHaveLength(2);
  });

  it('are unknown where another proxy has taken the place of one that keeps answers', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    pages.proxied.inject({ kind: 'status', status: 404, on: '/v1/tasks/query', times: 'always' });
    const { run } = pages.open();
    await pages.clock.advance(60 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'unknown', error: { retryable: false } });
    expect(pages.gateway.ledger.charges.length).toBeLessThanOrEqual(1);
    expect(pages.proxied.requests.filter(({ path }) => path.startsWith('/v1/images'))).toHaveLength(1);
  });

  it('wait for the network, and are not taken for refused while there is none', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    pages.page.online = false;
    const { run } = pages.open();
    await pages.clock.advance(20_000);
    expect(run.get().status).toBe('pending');
    pages.page.online = true;
    pages.page.wake();
    await pages.clock.advance(MINUTE);
    expect(run.get().status).toBe('success');
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it('can be asked for once more under their key when the way stays broken', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    const repair = pages.proxied.inject({ kind: 'reset-after-body', times: 'always', on: '*' });
    const page = pages.open();
    await pages.clock.advance(10 * MINUTE);
    expect(page.run.get()).toMatchObject({ status: 'unknown', error: { code: 'outcome_unknown', retryable: true } });
    repair();
    const again = ask(page);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject([{ kind: 'image' }]);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it('come for as long as the proxy keeps them, and are not asked for later', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    await pages.clock.advance(DAY - 2 * MINUTE);
    const page = pages.open();
    await pages.clock.advance(MINUTE);
    expect(page.run.get()).toMatchObject({ status: 'success', images: [{ kind: 'image' }] });
    expect(pages.gateway.ledger.charges).toHaveLength(1);
    const other = behindOurs();
    await leftAfter(other, 500);
    await other.clock.advance(DAY);
    const late = other.open();
    await other.clock.advance(MINUTE);
    expect(late.run.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', retryable: false } });
    expect(other.proxied.requests).toHaveLength(1);
  });
});
