import { describe, expect, it } from 'vitest';
import { ask, behindOurs, MINUTE, passedOn, sent, written } from '../../support/image-pages.js';

describe('an image that another tab waits for', () => {
  it.each([true, false])('is waited for, and shown when it is there; with a proxy that keeps answers: %s', async (keeps) => {
    const pages = keeps ? behindOurs() : passedOn();
    const first = pages.open();
    const outcome = ask(first, '[slow] tide');
    await pages.clock.advance(1000);
    const second = pages.open();
    second.list.subscribe(() => {});
    await pages.clock.advance(3000);
    expect(second.run.get()).toMatchObject({ status: 'pending' });
    expect(second.list.get()).toMatchObject([{ snapshot: { status: 'running' } }]);
    await pages.clock.advance(5 * MINUTE);
    expect(second.run.get()).toMatchObject({ status: 'success', images: written(await outcome) });
    second.hear();
    await pages.clock.advance(0);
    expect(second.list.get()).toMatchObject([{ snapshot: { status: 'completed' } }]);
    expect(sent(pages)).toHaveLength(1);
  });

  it('is lost when that tab is closed, and of several one asks for it', async () => {
    const pages = behindOurs();
    const first = pages.open();
    void ask(first, '[slow] tide');
    await pages.clock.advance(1000);
    const others = [pages.open(), pages.open()];
    await pages.clock.advance(1000);
    first.close();
    await pages.clock.advance(5 * MINUTE);
    for (const { run } of others) expect(run.get().status).toBe('success');
    expect(pages.proxied.requests.filter(({ path }) => path.startsWith('/v1/images'))).toHaveLength(2);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it('comes late to a tab that could not see it being waited for', async () => {
    const pages = passedOn();
    const first = pages.open({ hasLocks: false });
    const outcome = ask(first, '[slow] tide');
    await pages.clock.advance(1000);
    const { run, hear } = pages.open({ hasLocks: false });
    await pages.clock.advance(2000);
    expect(run.get().status).toBe('unknown');
    await pages.clock.advance(5 * MINUTE);
    hear();
    expect(run.get()).toMatchObject({ status: 'success', images: written(await outcome), cost: { billed: 'yes' } });
    expect(sent(pages)).toHaveLength(1);
  });

  it('is joined by another component of the same page', async () => {
    const pages = passedOn();
    const page = pages.open({ hasLocks: false });
    const outcome = ask(page);
    await pages.clock.advance(500);
    const other = page.mount();
    await pages.clock.advance(MINUTE);
    expect(other.get()).toMatchObject({ status: 'success', images: written(await outcome) });
    expect(sent(pages)).toHaveLength(1);
  });

  it('is not waited for forever', async () => {
    const pages = passedOn();
    const first = pages.open();
    void ask(first, '[slow] tide');
    await pages.clock.advance(500);
    // Frozen: it keeps its locks and does nothing.
    const frozen = first.client.clock;
    frozen.setTimeout = () => undefined;
    const { run } = pages.open();
    pages.gateway.dispose();
    await pages.clock.advance(9 * MINUTE);
    expect(run.get().status).toBe('pending');
    await pages.clock.advance(2 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' } });
  });
});
