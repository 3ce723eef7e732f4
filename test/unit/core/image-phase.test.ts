import { BytespikeError, type ImageGenerationState } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { advanceImage, type ImageBeginning, type ImageNews, type ImagePhase, newImage, type PlacedImage } from '../../../src/core/places/image-phase.js';
import { idleImage } from '../../../src/core/places/before/image-start.js';
import type { Wish } from '../../../src/core/places/image-wish.js';

const now = 1_000_000;
const wishFor = (prompt: string): Wish => ({ request: { model: 'seedream-v5lite', prompt }, at: 5, key: prompt, again: false, stop: new AbortController(), result: Promise.resolve([]) });
const wish = wishFor('tide');
const images = [{ kind: 'image', url: 'https://cdn.example.com/a.png' }] as const;
const refusal = new BytespikeError({ code: 'insufficient_balance', message: 'broke' });
const lost = new BytespikeError({ code: 'outcome_unknown', message: 'lost', billed: 'unknown', retryable: true });
const left: ImageGenerationState = { ...idleImage('sync'), status: 'success', images, request: wish.request, cost: { billed: 'yes', final: 0.04 } };

const events = {
  looked: { type: 'looked' },
  asked: { type: 'asked', wish, via: 'sync', submittedAt: now, keepRuns: 0 },
  found: { type: 'found', wish, state: left },
  emptied: { type: 'emptied', via: 'sync' },
  expected: { type: 'expected', seconds: { min: 4, max: 9, basis: 'catalog' } },
  'seen at work': { type: 'seen', state: { status: 'pending', images: [], cost: { billed: 'no' } } },
  'seen as ended': { type: 'seen', state: { status: 'success', images, cost: { billed: 'yes', final: 0.03 } } },
  made: { type: 'made', images, cost: { billed: 'yes', estimated: 0.04, estimatedBy: 'catalog' } },
  refused: { type: 'failed', error: refusal },
  lost: { type: 'failed', error: lost },
} satisfies Record<string, ImageBeginning | ImageNews>;
type Name = keyof typeof events;

const after = (...names: Name[]): PlacedImage => names.reduce<PlacedImage>((image, name) => advanceImage(image, events[name], now + 9), newImage('sync'));
const placed = {
  new: after(),
  empty: after('looked'),
  asked: after('asked'),
  made: after('asked', 'made'),
  refused: after('asked', 'refused'),
  lost: after('asked', 'lost'),
  found: after('found'),
} satisfies Record<string, PlacedImage>;

type Row = [phase: ImagePhase, status: ImageGenerationState['status']];
/** What begins a journey does not ask what was there before, and news of one is what it comes to. */
const rows: Partial<Record<Name, Row>> = {
  asked: ['asked', 'pending'],
  found: ['ended', 'success'],
  emptied: ['empty', 'idle'],
  'seen at work': ['asked', 'pending'],
  'seen as ended': ['ended', 'success'],
  made: ['ended', 'success'],
  refused: ['ended', 'error'],
  lost: ['ended', 'unknown'],
};
const beginnings: readonly string[] = ['asked', 'found', 'emptied'] satisfies Name[];

describe('the images of a place', () => {
  const cells = Object.entries(placed).flatMap(([phase, image]) => Object.keys(events).map((event) => ({ phase, event: event as Name, image })));

  it.each(cells)('$phase, $event', ({ event, image }) => {
    const isNobodys = image.wish === undefined && !beginnings.includes(event);
    const unchanged: Row = [event === 'looked' && image.phase === 'new' ? 'empty' : image.phase, image.shown.status];
    const next = advanceImage(image, events[event], now + 9);
    expect([next.phase, next.shown.status]).toEqual(isNobodys ? unchanged : (rows[event] ?? unchanged));
    // Of nobody's news there is nothing new.
    expect(next === image).toBe(unchanged[0] === image.phase && (isNobodys || event === 'looked' || (event === 'expected' && image !== placed.asked)));
  });

  it('are those of the last wish, with as many before as are kept', () => {
    const ask = (image: PlacedImage, prompt: string) => advanceImage(image, { ...events.asked, wish: wishFor(prompt), keepRuns: 2 }, now);
    let image = newImage('sync');
    for (const prompt of ['one', 'two', 'three', 'four']) image = advanceImage(ask(image, prompt), events.made, now);
    expect(image.shown.request?.prompt).toBe('four');
    expect(image.shown.runs.map(({ request, status }) => [request?.prompt, status])).toEqual([['three', 'success'], ['two', 'success']]);
    expect(image.shown.runs[0]).not.toHaveProperty('runs');
    expect(ask(newImage('sync'), 'first').shown.runs).toEqual([]);
  });

  it('cost what the gateway says, once they are there', () => {
    const seen = (cost: ImageGenerationState['cost']) => advanceImage(placed.made, { type: 'seen', state: { status: 'success', cost } }, now).shown.cost;
    expect(seen({ billed: 'yes' })).toEqual(events.made.cost);
    expect(seen({ billed: 'yes', final: 0.03 })).toEqual({ billed: 'yes', final: 0.03 });
    expect(placed.refused.shown.cost).toEqual({ billed: 'no' });
    expect(placed.lost.shown.cost).toEqual({ billed: 'unknown' });
  });

  it('take the usual wait for as long as nobody has said something better, and they are awaited', () => {
    const expected = after('asked', 'expected');
    expect(expected.shown.progress).toEqual({ submittedAt: now, startedAt: now, expectedSeconds: events.expected.seconds });
    expect(advanceImage(expected, { type: 'expected', seconds: { min: 1, max: 1, basis: 'catalog' } }, now)).toBe(expected);
    expect(advanceImage(placed.made, events.expected, now)).toBe(placed.made);
  });

  it('say when they ended', () => {
    for (const image of [placed.made, placed.refused, placed.lost]) expect(image.shown.progress.endedAt).toBe(now + 9);
  });
});
