import type { Asset, BytespikeError } from 'bytespike-react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPart } from '../../../src/core/base/part.js';
import { createLazyImageEditRun, createLazyImageRun } from '../../../src/core/places/before/lazy-image-run.js';
import * as imageRun from '../../../src/core/places/image-run.js';
import type { ImageRun, ImageRunOptions } from '../../../src/core/places/runs.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { createManualPage } from '../../support/manual-page.js';
import { simulate, type Simulation } from '../../support/simulation.js';

/** The rules of a place, of a page that has loaded none so far; they come, or fail to. */
const rulesOf = (loads: () => boolean = () => true) => createPart(createManualPage(), async () => (loads() ? imageRun : Promise.reject(new Error('404'))));

const IMAGE = { model: 'seedream-v5lite', prompt: 'tide' };
const MINUTE = 60_000;

/** A place that somebody looks at, and all that it showed. */
function place(client: Simulation['client'], options: ImageRunOptions = {}, rules = rulesOf()) {
  const run = createLazyImageRun(client, options, rules);
  const seen: string[] = [run.get().status];
  onTestFinished(run.subscribe(() => seen.push(run.get().status)));
  const leave = run.start();
  return { run, seen, leave };
}

const outcome = (run: ImageRun): Promise<readonly Asset[] | BytespikeError> => run.generate(IMAGE).catch((error: BytespikeError) => error);
const billed = ({ gateway }: Simulation) => gateway.ledger.charges.length;

describe.each(['sync', 'task'] as const)('a place of images whose rules are not there yet, via %s', (via) => {
  it('shows a wish at once, and then what becomes of it', async () => {
    const simulation = simulate();
    const { run, seen } = place(simulation.client, { via });
    const made = outcome(run);
    expect(run.get()).toMatchObject({ status: 'pending', via, request: IMAGE, runs: [], progress: { submittedAt: simulation.clock.wallNow() } });
    await simulation.clock.advance(5 * MINUTE);
    expect(await made).toHaveLength(1);
    expect([...new Set(seen)]).toEqual(['idle', 'pending', 'success']);
    expect(billed(simulation)).toBe(1);
  });

  it('takes a double click for one wish', async () => {
    const simulation = simulate();
    const { run } = place(simulation.client, { via });
    const both = [outcome(run), outcome(run)];
    await simulation.clock.advance(5 * MINUTE);
    const [one, two] = await Promise.all(both);
    expect(one).toEqual(two);
    expect(billed(simulation)).toBe(1);
  });

  it('cancels what was asked for a moment before', async () => {
    const simulation = simulate();
    const { run } = place(simulation.client, { via });
    const made = outcome(run);
    void run.cancel();
    await simulation.clock.advance(5 * MINUTE);
    expect(await made).toMatchObject({ billed: 'no' });
    expect(billed(simulation)).toBe(0);
  });

  it('forgets a wish that goes on all the same', async () => {
    const simulation = simulate();
    const { run } = place(simulation.client, { via });
    void outcome(run);
    run.reset();
    expect(run.get()).toBe(run.initial());
    await simulation.clock.advance(5 * MINUTE);
    expect(run.get().status).toBe('idle');
    expect(billed(simulation)).toBe(1);
  });

  it('shows what its slot has, and empties it', async () => {
    const storage = createMemoryStorage();
    const simulation = simulate({ client: { storage } });
    void outcome(place(simulation.client, { via, persist: 'cover' }).run);
    await simulation.clock.advance(5 * MINUTE);
    const { run, seen } = place(simulation.reload(), { via, persist: 'cover' });
    await simulation.clock.advance(MINUTE);
    expect(run.get()).toMatchObject({ status: 'success', request: IMAGE });
    expect(seen[0]).toBe('idle');
    run.reset();
    await simulation.clock.advance(MINUTE);
    const { run: later } = place(simulation.reload(), { via, persist: 'cover' });
    await simulation.clock.advance(MINUTE);
    expect(later.get().status).toBe('idle');
    expect(billed(simulation)).toBe(1);
  });
});

describe('a place of images', () => {
  it('loads nothing before somebody does something, when it has no slot', async () => {
    let loads = 0;
    const { client, clock } = simulate();
    const { leave } = place(client, {}, rulesOf(() => Boolean(++loads)));
    await clock.advance(MINUTE);
    leave?.();
    expect(loads).toBe(0);
  });

  it('says that its rules could not be loaded: nothing was sent, and the next click tries again', async () => {
    let isBroken = true;
    const simulation = simulate();
    const { run } = place(simulation.client, {}, rulesOf(() => !isBroken));
    expect(await outcome(run)).toMatchObject({ code: 'network_error', billed: 'no', retryable: true });
    expect(run.get()).toMatchObject({ status: 'error', error: { code: 'network_error' }, progress: { endedAt: simulation.clock.wallNow() } });
    expect(simulation.gateway.requests).toEqual([]);
    isBroken = false;
    const made = outcome(run);
    expect(run.get()).toMatchObject({ status: 'pending', error: undefined });
    await simulation.clock.advance(5 * MINUTE);
    expect(await made).toHaveLength(1);
    expect(billed(simulation)).toBe(1);
  });

  it('edits, by the same way', async () => {
    const simulation = simulate();
    const run = createLazyImageEditRun(simulation.client, {}, rulesOf());
    run.subscribe(() => {});
    const refused = run.generate({ ...IMAGE, image: 'nowhere' }).catch((error: BytespikeError) => error);
    expect(run.get().status).toBe('pending');
    await simulation.clock.advance(MINUTE);
    expect(await refused).toMatchObject({ code: 'invalid_param', field: 'image' });
    expect(run.get().status).toBe('error');
  });
});
