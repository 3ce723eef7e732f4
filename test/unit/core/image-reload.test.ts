import type { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { ask, behindOurs, IMAGE as request, type ImagePages, MINUTE, passedOn, sent, written } from '../../support/image-pages.js';

const IMAGES = 'POST /v1/images/generations';
const DAY = 24 * 60 * MINUTE;

/** Whether each image that was asked for was to be given only if it was kept. */
const replays = ({ proxied }: ImagePages) => proxied.requests.filter(({ path }) => path.startsWith('/v1/images')).map(({ headers }) => headers.get('x-bytespike-replay'));

/** Asks, lets `ms` pass, and closes the page. */
async function leftAfter(pages: ImagePages, ms: number, prompt?: string): Promise<void> {
  const page = pages.open();
  void ask(page, prompt);
  await pages.clock.advance(ms);
  page.close();
}

describe('images after a reload', () => {
  it('are there again, with what they cost, and nothing is asked for', async () => {
    const pages = behindOurs();
    const first = pages.open();
    const outcome = ask(first);
    await pages.clock.advance(MINUTE);
    const images = await outcome;
    first.close();
    const arrived = pages.proxied.requests.length;
    const { run } = pages.open();
    expect(run.get().status).toBe('idle');
    await pages.clock.advance(0);
    expect(run.get()).toMatchObject({ status: 'success', images: written(images), request, cost: { billed: 'yes', estimated: 0.012, estimatedBy: 'catalog' } });
    expect(pages.proxied.requests).toHaveLength(arrived);
  });

  it('are unknown when the page was closed before their request left: no page knows that', async () => {
    const pages = behindOurs();
    const first = pages.open();
    void ask(first);
    first.close();
    await pages.clock.advance(MINUTE);
    expect(pages.proxied.requests).toEqual([]);
    const page = pages.open();
    await pages.clock.advance(MINUTE);
    expect(page.run.get()).toMatchObject({ status: 'unknown', request, error: { code: 'outcome_unknown', retryable: false } });
    expect(pages.gateway.ledger.charges).toEqual([]);
    const again = ask(page);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject([{ kind: 'image' }]);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  // On its way, while the proxy waits for the gateway, after the answer.
  it.each([0, 500, 3000, 30_000])('come under their key when the page was closed %d ms after the click, billed once', async (ms) => {
    const pages = behindOurs();
    await leftAfter(pages, ms);
    await pages.clock.advance(1000);
    const { run } = pages.open();
    await pages.clock.advance(0);
    expect(run.get()).toMatchObject({ status: ms === 30_000 ? 'success' : 'pending', request });
    await pages.clock.advance(MINUTE);
    expect(run.get()).toMatchObject({ status: 'success', images: [{ kind: 'image' }], cost: { billed: 'yes' } });
    expect(pages.gateway.ledger.charges).toHaveLength(1);
    const keys = pages.proxied.requests.filter(({ path }) => path.startsWith('/v1/images')).map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(1);
    expect(replays(pages)).toEqual(ms === 30_000 ? [null] : [null, 'only']);
  });

  it('took as long as from the click until they were there, wherever that is said', async () => {
    const pages = behindOurs();
    const clicked = pages.clock.wallNow();
    await leftAfter(pages, 3000);
    await pages.clock.advance(1000);
    const page = pages.open();
    page.list.subscribe(() => {});
    await pages.clock.advance(MINUTE);
    const { submittedAt, startedAt, endedAt } = page.run.get().progress;
    expect([submittedAt, startedAt]).toEqual([clicked, clicked]);
    const { snapshot } = page.list.get()[0]!;
    expect([snapshot?.submittedAt, snapshot?.completedAt]).toEqual([clicked, endedAt]);
    page.close();
    const { run } = pages.open();
    await pages.clock.advance(0);
    expect(run.get().progress).toMatchObject({ submittedAt: clicked, startedAt: clicked, endedAt });
  });

  it('took as long as from the click, though what writes them down was loaded after it', async () => {
    const pages = behindOurs();
    const page = pages.open();
    page.list.subscribe(() => {});
    const { clock } = page.client;
    const { now, wallNow } = clock;
    const clicked = wallNow();
    void page.run.generate(request);
    clock.now = () => now() + 700;
    clock.wallNow = () => wallNow() + 700;
    await pages.clock.advance(MINUTE);
    const { submittedAt, endedAt } = page.run.get().progress;
    const { snapshot } = page.list.get()[0]!;
    expect([submittedAt, snapshot?.submittedAt]).toEqual([clicked, clicked]);
    expect([endedAt, page.list.get()[0]?.createdAt]).toEqual([snapshot?.completedAt, clicked]);
  });

  it('took nobody knows how long, where they are found an hour after the click', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    await pages.clock.advance(60 * MINUTE);
    const page = pages.open();
    page.list.subscribe(() => {});
    await pages.clock.advance(0);
    // It is awaited all the same, also by who looks at the history.
    expect(page.run.get()).toMatchObject({ status: 'pending', progress: { submittedAt: undefined } });
    await pages.clock.advance(MINUTE);
    expect(page.run.get()).toMatchObject({ status: 'success', progress: { submittedAt: undefined } });
    expect(page.list.get()).toMatchObject([{ snapshot: { status: 'completed' } }]);
    expect(page.list.get()[0]?.snapshot?.submittedAt).toBeUndefined();
    page.close();
    const { run } = pages.open();
    await pages.clock.advance(0);
    expect(run.get()).toMatchObject({ status: 'success', progress: { submittedAt: undefined } });
  });

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

  it('come when the page was closed after the answer, before it was written down', async () => {
    const pages = behindOurs();
    const first = pages.open();
    const before = new Map<string, string>();
    void ask(first);
    await pages.clock.advance(0);
    for (const [key, text] of pages.storage.entries) before.set(key, text);
    await pages.clock.advance(MINUTE);
    first.close();
    pages.storage.entries.clear();
    for (const [key, text] of before) pages.storage.entries.set(key, text);
    const { run } = pages.open();
    await pages.clock.advance(MINUTE);
    expect(run.get().status).toBe('success');
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

  it('say that they failed, and leave nothing of what was refused', async () => {
    const pages = behindOurs();
    await leftAfter(pages, MINUTE, '[block] tide');
    const { run } = pages.open();
    await pages.clock.advance(0);
    expect(run.get()).toMatchObject({ status: 'error', error: { code: 'safety_blocked', billed: 'no' }, cost: { billed: 'no' } });
    const refused = behindOurs();
    refused.proxied.inject({ kind: 'status', status: 402, on: IMAGES });
    await leftAfter(refused, MINUTE);
    const other = refused.open();
    await refused.clock.advance(MINUTE);
    expect(other.run.get().status).toBe('idle');
    expect(other.list.get()).toEqual([]);
    expect([...refused.storage.entries.keys()]).toEqual([]);
  });

  it('are gone from their slot after a reset, and stay in the history', async () => {
    const pages = behindOurs();
    const first = pages.open();
    const outcome = ask(first);
    await pages.clock.advance(MINUTE);
    await outcome;
    first.run.reset();
    first.close();
    const { run, list } = pages.open();
    list.subscribe(() => {});
    await pages.clock.advance(0);
    expect(run.get()).toMatchObject({ status: 'idle', request: undefined });
    expect(list.get()).toMatchObject([{ via: 'sync', snapshot: { status: 'completed' } }]);
  });

  it('stop being waited for when somebody says so', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500, '[slow] tide');
    const { run } = pages.open();
    await pages.clock.advance(200);
    expect(run.get().status).toBe('pending');
    await run.cancel();
    await pages.clock.advance(MINUTE);
    expect(run.get()).toMatchObject({ status: 'unknown', error: { code: 'aborted', billed: 'unknown' } });
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it('make way for what is asked for meanwhile', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500, '[slow] tide');
    const page = pages.open();
    await pages.clock.advance(200);
    const outcome = ask(page, 'ebb');
    await pages.clock.advance(10 * MINUTE);
    await outcome;
    expect(page.run.get()).toMatchObject({ status: 'success', request: { prompt: 'ebb' } });
    expect(pages.gateway.ledger.charges).toHaveLength(2);
    page.list.subscribe(() => {});
    expect(page.list.get().map(({ snapshot }) => snapshot?.status)).toEqual(['completed', 'completed']);
  });

  it('take a click on the same for the same wish', async () => {
    const pages = behindOurs();
    await leftAfter(pages, 500);
    const page = pages.open();
    await pages.clock.advance(100);
    const again = ask(page);
    await pages.clock.advance(MINUTE);
    expect(await again).toMatchObject([{ kind: 'image' }]);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it('are remembered in memory when storage is full', async () => {
    const pages = behindOurs();
    pages.storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const page = pages.open();
    const outcome = ask(page);
    await pages.clock.advance(MINUTE);
    await outcome;
    page.list.subscribe(() => {});
    expect(page.list.get()).toMatchObject([{ snapshot: { status: 'completed' } }]);
    const other = page.mount();
    await pages.clock.advance(0);
    expect(other.get().status).toBe('success');
  });
});

describe('images that came within the answer', () => {
  const inline = () => {
    const url = `data:image/png;base64,${'A'.repeat(4_000_000)}`;
    const pages = behindOurs();
    const open = () => {
      const page = pages.open();
      const { generate } = page.client.images;
      page.client.images.generate = async (...call) => (await generate(...call)).map((asset) => ({ ...asset, url }));
      return page;
    };
    return { ...pages, open, url };
  };

  it('are at hand on their page, and never written down', async () => {
    const pages = inline();
    const page = pages.open();
    const outcome = page.run.generate(request);
    await pages.clock.advance(MINUTE);
    await outcome;
    expect([...pages.storage.entries.values()].join('').length).toBeLessThan(1000);
    page.list.subscribe(() => {});
    expect(page.list.get()).toMatchObject([{ snapshot: { status: 'completed', assets: [{ url: pages.url }] } }]);
    const other = page.mount();
    await pages.clock.advance(0);
    expect(other.get()).toMatchObject({ status: 'success', images: [{ url: pages.url }] });
  });

  it('are asked for again after a reload, from a proxy that has kept them', async () => {
    const pages = inline();
    const first = pages.open();
    const outcome = first.run.generate(request);
    await pages.clock.advance(MINUTE);
    await outcome;
    const { endedAt } = first.run.get().progress;
    first.close();
    const { run, list } = pages.open();
    list.subscribe(() => {});
    expect(list.get()).toMatchObject([{ snapshot: { status: 'completed', assets: [], notKept: 1, cost: { billed: 'yes' } } }]);
    await pages.clock.advance(MINUTE);
    // They were made when they were made.
    expect(run.get()).toMatchObject({ status: 'success', images: [{ url: pages.url }], progress: { endedAt } });
    expect(list.get()).toMatchObject([{ snapshot: { assets: [{ url: pages.url }], completedAt: endedAt } }]);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it.each([
    ['from a proxy that was started anew', MINUTE, {}],
    ['once nobody keeps them', DAY, { estimated: 0.012, estimatedBy: 'catalog' }],
  ])('are said to be gone where they are: %s', async (_, later, price) => {
    const pages = inline();
    const first = pages.open();
    const outcome = first.run.generate(request);
    await pages.clock.advance(MINUTE);
    await outcome;
    first.close();
    if (later < DAY) pages.proxied.restart();
    await pages.clock.advance(later);
    const { run } = pages.open();
    await pages.clock.advance(MINUTE);
    expect(run.get()).toMatchObject({ status: 'error', error: { code: 'not_found', billed: 'yes' }, cost: { billed: 'yes', ...price } });
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });
});
