import type { Asset, BytespikeError } from 'bytespike-react';
import type { Fault } from 'bytespike-react/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { simulate, type Simulation, type SimulationOptions } from '../../support/simulation.js';

const request = { model: 'seedream-v5lite', prompt: 'tide' } as const;
const IMAGES = 'POST /v1/images/generations';

/** One call to its end, whatever that is. */
async function draw(simulation: Simulation, options: { signal?: AbortSignal; idempotencyKey?: string; again?: boolean } = {}) {
  const outcome = simulation.client.images.generate(request, options).catch((error: BytespikeError) => error);
  await simulation.clock.advance(10 * 60_000);
  return outcome;
}

const behindOurs = (faults: Fault | Fault[] = [], more: SimulationOptions = {}) => simulate({ proxied: { faults: [faults].flat() }, ...more });
const images = ({ proxied }: Simulation) => proxied.requests.filter(({ path }) => path.startsWith('/v1/images'));
const isImage = [{ kind: 'image' }] as unknown as readonly Asset[];

describe('an image whose answer was lost, behind our proxy', () => {
  const losses: Fault[] = [
    { kind: 'reset-after-body', on: IMAGES },
    { kind: 'reset-before-body', on: IMAGES },
    { kind: 'reset-within-answer', on: IMAGES },
    { kind: 'truncated', on: IMAGES },
    { kind: 'wrong-types', on: IMAGES },
    { kind: 'html', status: 502, processed: true, on: IMAGES },
    { kind: 'html', status: 200, processed: true, on: IMAGES },
    { kind: 'delay', ms: 10 * 60_000, on: IMAGES },
  ];
  it.each(losses)('is found again under its key: $kind $status', async (fault) => {
    const simulation = behindOurs(fault);
    expect(await draw(simulation)).toMatchObject(isImage);
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
    const keys = images(simulation).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^bs_/);
    // Of the page's own call of a moment ago nothing is to be refused.
    expect(images(simulation).map(({ headers }) => headers.get('x-bytespike-replay'))).toEqual([null, null]);
  });

  it('is joined while it is still being made', async () => {
    const simulation = behindOurs();
    const { proxied, clock } = simulation;
    // The way breaks while the proxy waits for the gateway.
    const breaks = new AbortController();
    const broken = simulate({
      proxied: {},
      client: { baseUrl: proxied.baseUrl, fetch: (incoming) => (breaks.signal.aborted ? proxied.fetch(incoming) : Promise.race([proxied.fetch(incoming), new Promise<never>((_, reject) => breaks.signal.addEventListener('abort', () => reject(new TypeError('reset'))))])), clock },
    });
    const outcome = broken.client.images.generate({ ...request, prompt: 'tide [slow]' });
    await clock.advance(500);
    breaks.abort();
    await clock.advance(10 * 60_000);
    expect(await outcome).toMatchObject(isImage);
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
    expect(images(simulation)).toHaveLength(2);
  });

  it('looks for the offer before it sends anything again', async () => {
    const simulation = behindOurs({ kind: 'reset-after-body', on: IMAGES });
    await draw(simulation);
    expect(simulation.proxied.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([IMAGES, 'GET /v1/tasks/query', IMAGES]);
  });

  it('is found by an edit, and by a conversation, too', async () => {
    const simulation = behindOurs([
      { kind: 'reset-after-body', on: 'POST /v1/images/edits' },
      { kind: 'reset-after-body', on: 'POST /v1/chat/completions' },
    ]);
    const image = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], { type: 'image/png' });
    const edited = simulation.client.images.edit({ model: 'gpt-image-2', prompt: 'dusk', image });
    const drawn = simulation.client.images.generate({ model: 'gpt-4o-image', prompt: 'dusk' });
    await simulation.clock.advance(10 * 60_000);
    expect([await edited, await drawn]).toMatchObject([isImage, isImage]);
    expect(simulation.gateway.ledger.charges).toHaveLength(2);
  });

  it('is final when the proxy itself has lost it', async () => {
    const simulation = behindOurs([], { gateway: { faults: [{ kind: 'reset-after-body', on: IMAGES }] } });
    expect(await draw(simulation)).toMatchObject({ code: 'outcome_unknown', billed: 'unknown', retryable: false });
    expect(images(simulation)).toHaveLength(1);
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
  });

  it('of a page that is gone is given only if it was kept', async () => {
    const simulation = behindOurs();
    const again = { idempotencyKey: 'one', again: true };
    const refused = await draw(simulation, again);
    expect(refused).toMatchObject({ code: 'outcome_unknown', billed: 'unknown', retryable: false });
    expect((refused as BytespikeError).message).toMatch(/nothing under this .*key.*look at what was billed/i);
    // It is told the same again: nothing was noted down that a later call would go by.
    expect(await draw(simulation, again)).toMatchObject({ code: 'outcome_unknown', retryable: false });
    expect(simulation.gateway.ledger.charges).toEqual([]);
    expect(await draw(simulation, { idempotencyKey: 'one' })).toMatchObject(isImage);
    expect(await draw(simulation, again)).toMatchObject(isImage);
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
  });

  it('is refused for good when the key was used for another call', async () => {
    const simulation = behindOurs();
    await draw(simulation, { idempotencyKey: 'one' });
    const other = simulation.client.images.generate({ ...request, prompt: 'ebb' }, { idempotencyKey: 'one' }).catch((error: unknown) => error);
    await simulation.clock.advance(60_000);
    expect(await other).toMatchObject({ status: 422, billed: 'no', retryable: false });
    expect(images(simulation)).toHaveLength(2);
  });

  it('waits for the network to come back', async () => {
    const simulation = behindOurs({ kind: 'reset-after-body', on: IMAGES });
    const { clock, page, proxied } = simulation;
    const outcome = simulation.client.images.generate(request);
    await clock.advance(100);
    page.goOffline();
    await clock.advance(30_000);
    expect(proxied.requests).toHaveLength(1);
    page.online = true;
    page.wake();
    await clock.advance(1000);
    expect(await outcome).toMatchObject(isImage);
  });

  it('is asked for no more once the caller stops, and keeps its money unknown', async () => {
    const simulation = behindOurs({ kind: 'reset-after-body', on: IMAGES, times: 'always' });
    const stop = new AbortController();
    const outcome = simulation.client.images.generate(request, { signal: stop.signal }).catch((error: unknown) => error);
    while (images(simulation).length === 0 || simulation.gateway.ledger.charges.length === 0) await simulation.clock.advance(100);
    await simulation.clock.advance(100);
    stop.abort();
    await simulation.clock.advance(10 * 60_000);
    expect(await outcome).toMatchObject({ code: 'aborted', billed: 'unknown' });
    expect(images(simulation)).toHaveLength(1);
  });

  it('keeps a silence that the look was asked for', async () => {
    const simulation = behindOurs([
      { kind: 'reset-after-body', on: IMAGES },
      { kind: 'rate-limit', seconds: 20, on: '/v1/tasks/query' },
    ]);
    expect(await draw(simulation)).toMatchObject(isImage);
    const [, refused, next] = simulation.proxied.requests;
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(20_000);
  });

  it('is unknown, and may be asked for again, when the way stays broken', async () => {
    const simulation = behindOurs({ kind: 'reset-after-body', on: IMAGES, times: 4 });
    const run = createImageRun(simulation.client, {});
    const first = run.generate(request).catch((error: unknown) => error);
    await simulation.clock.advance(10 * 60_000);
    expect(await first).toMatchObject({ code: 'outcome_unknown', retryable: true });
    expect(run.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' } });
    const again = run.generate({ ...request });
    await simulation.clock.advance(10 * 60_000);
    expect(await again).toMatchObject(isImage);
    expect(run.get()).toMatchObject({ status: 'success', cost: { billed: 'yes' } });
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
    const third = run.generate({ ...request });
    await simulation.clock.advance(10 * 60_000);
    await third;
    expect(simulation.gateway.ledger.charges).toHaveLength(2);
  });
});

describe('an image whose answer was lost, behind a proxy that only passes on', () => {
  it('is never sent again, and unknown', async () => {
    const simulation = simulate({ gateway: { faults: [{ kind: 'reset-after-body', on: IMAGES }] } });
    expect(await draw(simulation)).toMatchObject({ code: 'outcome_unknown', billed: 'unknown', retryable: false });
    expect(simulation.gateway.requests.map(({ path }) => path)).toEqual(['/v1/images/generations', '/v1/tasks/query']);
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
  });

  it('is unknown at once where that is known of the proxy', async () => {
    const simulation = simulate();
    await draw(simulation);
    simulation.gateway.inject({ kind: 'reset-after-body', on: IMAGES });
    await draw(simulation);
    expect(simulation.gateway.requests.filter(({ path }) => path.includes('query'))).toEqual([]);
  });

  it('is not sent again to one that has taken the place of ours meanwhile', async () => {
    let isOurs = true;
    const simulation = behindOurs([], {
      intercept: (incoming) => !isOurs && incoming.url.includes('query') && Response.json({ error: { code: 'task_not_found', message: 'No.' } }, { status: 404 }),
    });
    await draw(simulation);
    isOurs = false;
    simulation.proxied.inject({ kind: 'reset-after-body', on: IMAGES });
    expect(await draw(simulation)).toMatchObject({ code: 'outcome_unknown', retryable: false });
    expect(images(simulation)).toHaveLength(2);
  });
});

describe('a page of another origin', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sends a key only where the proxy takes one, and finds that out before its first image', async () => {
    vi.stubGlobal('location', new URL('https://shop.test/cart'));
    const ours = behindOurs({ kind: 'reset-after-body', on: IMAGES });
    expect(await draw(ours)).toMatchObject(isImage);
    expect(ours.proxied.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST']);
    const keys: (string | null)[] = [];
    const other = simulate({ intercept: (incoming) => (incoming.url.includes('images') && keys.push(incoming.headers.get('idempotency-key')), false) });
    expect(await draw(other)).toMatchObject(isImage);
    expect(keys).toEqual([null]);
    expect(other.gateway.requests.map(({ path }) => path)).toEqual(['/v1/tasks/query', '/v1/images/generations']);
  });

  it('does not wait for a look that hangs', async () => {
    vi.stubGlobal('location', new URL('https://shop.test/cart'));
    const simulation = simulate({ gateway: { faults: [{ kind: 'delay', ms: 60_000, on: '/v1/tasks/query' }] } });
    expect(await draw(simulation)).toMatchObject(isImage);
    const [look, call] = simulation.gateway.requests;
    expect((call?.at ?? 0) - (look?.at ?? 0)).toBe(2000);
  });
});
