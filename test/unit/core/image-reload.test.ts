import { describe, expect, it } from 'vitest';
import { ask, behindOurs, IMAGE as request, leftAfter, MINUTE, replays, written } from '../../support/image-pages.js';

const IMAGES = 'POST /v1/images/generations';

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
