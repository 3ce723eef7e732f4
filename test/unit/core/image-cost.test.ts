import { createClient } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { livePrice } from '../../../src/core/catalog/live-price.js';
import { internals } from '../../../src/core/client/internals.js';
import { createImageRun } from '../../../src/core/places/image-run.js';
import type { ImageRunOptions } from '../../../src/core/places/runs.js';
import { imageStore } from '../../../src/core/records/image-store.js';

// 0.024 by the built-in card.
const request = { model: 'seedream-v5lite', prompt: 'tide', n: 2 } as const;
const PRICING = [{ model: request.model, category: 'image', rates: { per_image: 0.5, currency: 'USD' }, updated_at: '2026-11-01T04:30:00Z' }];
const TASK = { task_id: 't1', status: 'completed', result: { image_url: 'https://cdn.example/1.png' } };

/** A gateway of three answers, of which the image says this of its cost. */
function place(said: object, { via, usdPerCredit }: ImageRunOptions & { usdPerCredit?: number } = {}) {
  const answers: Record<string, unknown> = {
    '/api/pricing': PRICING,
    '/v1/images/generations': { created: 1, data: [{ url: 'https://cdn.example/1.png' }, { url: 'https://cdn.example/2.png' }], ...said },
    '/v1/tasks/submit': { ...TASK, ...said },
    '/v1/tasks/query': { ...TASK, ...said },
  };
  const fetch = async ({ url }: Request) => Response.json(answers[new URL(url).pathname], { status: new URL(url).pathname in answers ? 200 : 404 });
  const client = internals(createClient({ baseUrl: 'https://app.example', storage: null, fetch, ...(usdPerCredit === undefined ? {} : { usdPerCredit }) }));
  return { client, run: createImageRun(client, { via }) };
}

describe('what a synchronous image cost', () => {
  it.each<[string, object, object]>([
    ['is what its answer says, whatever any card says', { credits_used: 0.5 }, { final: 0.5, estimated: 0.024, estimatedBy: 'catalog' }],
    ['is read from every way of saying it', { credits: '0.07', estimated_credits: 0.08 }, { final: 0.07, estimated: 0.08 }],
    ['can be nothing', { credits_used: 0 }, { final: 0 }],
    ['is estimated by the gateway where it only does that', { estimated_credits: 0.4 }, { estimated: 0.4 }],
    ['is about what the built-in card says, where nobody says more', {}, { estimated: 0.024, estimatedBy: 'catalog' }],
    ['is no number that makes no sense', { credits_used: -1, credits: 'much' }, { estimated: 0.024, estimatedBy: 'catalog' }],
  ])('%s', async (_name, said, cost) => {
    const { client, run } = place(said);
    await run.generate(request);
    expect(run.get().cost).toMatchObject({ billed: 'yes', ...cost });
    expect(run.get().cost.final).toBe('final' in cost ? cost.final : undefined);
    expect(imageStore(client).list()[0]?.snapshot.cost).toEqual(run.get().cost);
  });

  it('is estimated by the live card once that was read, and says so', async () => {
    const { client, run } = place({});
    await client.pricing();
    await run.generate(request);
    expect(run.get().cost).toEqual({ billed: 'yes', estimated: 1, estimatedBy: 'live-rates' });
    expect(livePrice(request, client.live.get())).toMatchObject({ max: 1, source: 'live' });
  });

  it('is said in another unit', async () => {
    const { run } = place({ credits_used: 50 }, { usdPerCredit: 0.01 });
    await run.generate(request);
    expect(run.get().cost.final).toBe(0.5);
  });

  it.each([
    [{ credits_used: 0.5, estimated_credits: 0.4 }, { final: 0.5, estimated: 0.4 }],
    [{}, { estimated: 0.024, estimatedBy: 'catalog' }],
  ])('as a task is what its reading says: %j', async (said, cost) => {
    const { run } = place(said, { via: 'task' });
    await run.generate(request);
    expect(run.get().cost).toEqual({ billed: 'yes', ...cost });
  });
});
