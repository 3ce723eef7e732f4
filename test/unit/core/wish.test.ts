import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { compareWish, DOUBLE_CLICK_MS, type WishOutcome } from '../../../src/core/places/wish.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { IMAGE, imagePages } from '../../support/image-pages.js';
import { simulate, type Simulation } from '../../support/simulation.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide', seed: 7 };
const at = 10_000;
const soon = at + 499;
const later = at + 500;

describe('asked for once more, in the same words', () => {
  it.each<[outcome: WishOutcome, when: 'soon' | 'later', is: string]>([
    ['pending', 'soon', 'same'],
    ['pending', 'later', 'same'],
    ['answered', 'soon', 'same'],
    ['answered', 'later', 'another'],
    ['over', 'soon', 'another'],
    ['over', 'later', 'another'],
    ['lost', 'soon', 'again'],
    ['lost', 'later', 'again'],
  ])('what is %s, %s, is %s', (outcome, when, is) => {
    expect(compareWish({ request, at, outcome }, { ...request }, when === 'soon' ? soon : later)).toBe(is);
  });

  it.each<WishOutcome>(['pending', 'answered', 'over', 'lost'])('another request is another wish, also while the first is %s', (outcome) => {
    expect(compareWish({ request, at, outcome }, { ...request, seed: 8 }, at)).toBe('another');
  });
});

describe('two requests are the same', () => {
  const file = new Blob(['a']);
  it.each([
    { what: 'whatever the order of their fields', a: { model: 'm', prompt: 'p', seed: 1 }, b: { seed: 1, prompt: 'p', model: 'm' }, same: true },
    { what: 'where a field is named as absent', a: { model: 'm', prompt: 'p', seed: undefined }, b: { model: 'm', prompt: 'p' }, same: true },
    { what: 'with the same file', a: { model: 'm', prompt: 'p', image: file }, b: { model: 'm', prompt: 'p', image: file }, same: true },
    { what: 'but not with another file that holds the same', a: { model: 'm', prompt: 'p', image: file }, b: { model: 'm', prompt: 'p', image: new Blob(['a']) }, same: false },
    { what: 'but not with one field more', a: { model: 'm', prompt: 'p' }, b: { model: 'm', prompt: 'p', seed: 1 }, same: false },
    { what: 'but not with one field less', a: { model: 'm', prompt: 'p', seed: 1 }, b: { model: 'm', prompt: 'p' }, same: false },
    { what: 'but not with another field of the same value', a: { model: 'm', prompt: 'p', size: 'x' }, b: { model: 'm', prompt: 'p', style: 'x' }, same: false },
  ])('$what', ({ a, b, same }) => {
    expect(compareWish({ request: a, at, outcome: 'pending' }, b, at)).toBe(same ? 'same' : 'another');
  });
});

describe('clips and images take two clicks alike', () => {
  const broke: Fault = { kind: 'status', status: 402, times: 'always', on: 'POST *' };
  const places = {
    clip: (simulation: Simulation) => {
      const run = createVideoRun(simulation.client, {});
      return () => run.submit({ model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 });
    },
    image: (simulation: Simulation) => {
      const run = createImageRun(simulation.client, {});
      return () => run.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    },
    'image via a task': (simulation: Simulation) => {
      const run = createImageRun(simulation.client, { via: 'task' });
      return () => run.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    },
  };

  it.each(Object.entries(places))('%s: one wish where the first was refused before the second came, and two after a while', async (_, open) => {
    const simulation = simulate({ gateway: { faults: [broke] } });
    const click = open(simulation);
    const first = click();
    const refused = first.catch((error: unknown) => error);
    await simulation.clock.advance(DOUBLE_CLICK_MS - 1);
    expect(await refused).toMatchObject({ billed: 'no' });
    const sent = simulation.gateway.requests.length;
    expect(sent).toBeGreaterThan(0);
    expect(click()).toBe(first);
    await simulation.clock.advance(1);
    expect(simulation.gateway.requests).toHaveLength(sent);
    const second = click();
    expect(second).not.toBe(first);
    second.catch(() => {});
    await simulation.clock.advance(DOUBLE_CLICK_MS);
    expect(simulation.gateway.requests.length).toBeGreaterThan(sent);
  });
});

function watchedClip(client: Simulation['client']) {
  const run = createVideoRun(client, {});
  run.subscribe(() => {});
  return run.submit;
}

it.each([
  ['clip', watchedClip, { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 }],
  ['image', (client: Simulation['client']) => createImageRun(client, {}).generate, IMAGE],
] as const)('a click beside a result that came at once is no second click: %s', async (_, open, wanted) => {
  const simulation = simulate({ gateway: { speed: 1000 } });
  const click = open(simulation.client) as (request: object) => Promise<unknown>;
  const first = click(wanted);
  await simulation.clock.advance(DOUBLE_CLICK_MS / 2);
  await first;
  expect(click({ ...wanted })).not.toBe(first);
  await simulation.clock.advance(DOUBLE_CLICK_MS);
  expect(simulation.gateway.ledger.charges).toHaveLength(2);
});

it('a click on what an earlier page left is no second click', async () => {
  const pages = imagePages();
  const earlier = pages.open();
  const made = earlier.run.generate(IMAGE);
  await pages.clock.advance(60_000);
  await made;
  earlier.close();
  const { run } = pages.open();
  await pages.clock.advance(10);
  expect(run.get().status).toBe('success');
  run.generate(IMAGE).catch(() => {});
  expect(run.get().status).toBe('pending');
  await pages.clock.advance(60_000);
  expect(pages.gateway.ledger.charges).toHaveLength(2);
});

describe('a clip of a slot', () => {
  const VIDEO = { model: 'veo-3.1-fast', prompt: '[queue] tide', durationSeconds: 4 };
  const slotOf = ({ client }: Simulation) => taskStore(client).slot('clip');

  it('that was cancelled is another wish at once', async () => {
    const simulation = simulate();
    const run = createVideoRun(simulation.client, {});
    const first = run.submit(VIDEO);
    const cancelled = run.cancel();
    await simulation.clock.advance(100);
    expect(await cancelled).toMatchObject({ status: 'cancelled' });
    expect(run.submit({ ...VIDEO })).not.toBe(first);
    await simulation.clock.advance(100);
    expect(simulation.gateway.requests.filter(({ path }) => path.endsWith('/submit'))).toHaveLength(2);
  });

  it('leaves the slot empty where it was refused', async () => {
    const simulation = simulate({ gateway: { faults: [{ kind: 'status', status: 402, on: 'POST /v1/tasks/submit' }] } });
    const refused = createVideoRun(simulation.client, { persist: 'clip' }).submit(VIDEO).catch((error: unknown) => error);
    expect(slotOf(simulation).get()).toBeDefined();
    await simulation.clock.advance(1000);
    expect(await refused).toMatchObject({ billed: 'no' });
    expect(slotOf(simulation).get()).toBeUndefined();
  });

  it('leaves what another tab has put there meanwhile', async () => {
    const simulation = simulate({ gateway: { faults: [{ kind: 'status', status: 402, on: 'POST /v1/tasks/submit' }] } });
    const refused = createVideoRun(simulation.client, { persist: 'clip' }).submit(VIDEO).catch((error: unknown) => error);
    slotOf(simulation).set('another');
    await simulation.clock.advance(1000);
    expect(await refused).toMatchObject({ billed: 'no' });
    expect(slotOf(simulation).get()).toBe('another');
  });
});
