import { describe, expect, it } from 'vitest';
import { behindOurs, DAY, IMAGE as request, MINUTE } from '../../support/image-pages.js';

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
