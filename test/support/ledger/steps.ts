import type { Asset, GenerationRequest } from 'bytespike-react';
import { isBytespikeError } from 'bytespike-react';
import type { ImageEditRequest } from '../../../src/core/catalog/requests.js';
import type { TaskSnapshot } from '../../../src/core/outcome/snapshot.js';
import type { Asked } from './judge.js';
import { damage } from './storage.js';
import { openTab, type Tab } from './tab.js';
import { one, type World } from './world.js';

/** A journey under way. */
export interface Journey {
  world: World;
  tabs: Tab[];
  /** By model. */
  asked: Map<string, Asked>;
  /** What was promised on pages that are still there, and did not come yet. */
  promises: Map<Promise<unknown>, Tab>;
  /** What a person reading the report needs to see how it came. */
  log: string[];
  /** What broke. */
  broken: string[];
  /** By slot, what was asked for last. */
  last: Map<SlotName, GenerationRequest>;
}

type SlotName = 'cover' | 'poster' | 'retouch' | 'clip';
const SLOTS: readonly SlotName[] = ['cover', 'poster', 'retouch', 'clip'];

/** Each wish takes the next, so that a charge says by its model what it is for. */
const MODELS: Record<SlotName, readonly string[]> = {
  cover: ['seedream-v5lite', 'nano-banana', 'seedream-v4'],
  poster: ['seedream-v4.5', 'nano-banana-v2', 'nano-banana-pro'],
  retouch: ['gpt-image-2', 'gpt-4o-image', 'gpt-image-2-official'],
  clip: ['veo-3.1-fast', 'seedance-fast', 'sora-2', 'veo-3.1'],
};
const WORDS = ['', '', '', '', '', '', '', '', '', '', '', '', '[slow]', '[fail]', '[block]', '[block-late]', '[slow]', '[broke]', '[busy]', '[down]', '[forbidden]', '[rate-limit]'];
const PNG = new Blob([Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])], { type: 'image/png' });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function watched(journey: Journey, tab: Tab, model: string, promise: Promise<readonly Asset[] | TaskSnapshot>): void {
  journey.promises.set(promise, tab);
  const tell = () => void journey.asked.get(model)?.told.add(tab);
  const over = promise.then(tell, (error: unknown) => {
    if (!isBytespikeError(error)) journey.broken.push(`${model}: rejected with ${String(error)}`);
    else if (error.billed !== 'no') tell();
  });
  over.finally(() => journey.promises.delete(promise)).catch(() => {});
}

function ask(journey: Journey, tab: Tab, slot: SlotName, request: GenerationRequest): void {
  const { model } = request;
  const asked = journey.asked.get(model) ?? { keys: new Set(), presses: 0, isForgotten: false, told: new Set() };
  journey.asked.set(model, asked);
  journey.last.set(slot, request);
  journey.log.push(`ask ${slot} for ${model} "${request.prompt}" on ${journey.tabs.indexOf(tab)}`);
  const send = (): Promise<readonly Asset[] | TaskSnapshot> => {
    if (slot === 'clip') return tab.clip.submit(request as Parameters<Tab['clip']['submit']>[0]);
    if (slot === 'retouch') return tab.retouch.generate({ ...request, image: model === 'gpt-4o-image' ? 'https://app.test/cat.png' : PNG } as ImageEditRequest);
    return tab[slot].generate(request);
  };
  let sent: ReturnType<typeof send> | undefined;
  const key = tab.keyOf(() => (sent = send()));
  // A second press may be the same wish.
  const isNew = !journey.promises.has(sent!);
  if (key !== '' && isNew) asked.keys.add(key);
  const isKeyed = journey.world.facts.between === 'our proxy' || slot === 'clip' || slot === 'poster';
  if (isNew && (key !== '' || !isKeyed)) asked.presses++;
  watched(journey, tab, model, sent!);
}

function askAnew(journey: Journey, tab: Tab): void {
  const { random } = journey.world;
  const slot = one(random, SLOTS);
  const model = MODELS[slot].find((id) => !journey.asked.has(id));
  if (model === undefined) return;
  const prompt = `a kite ${one(random, WORDS)}`.trim();
  ask(journey, tab, slot, { model, prompt, ...(slot === 'clip' ? { durationSeconds: 4 } : {}) } as GenerationRequest);
  // Nobody waits between a press and the next.
  if (random() < 0.15) cancel(journey, tab, slot);
  else if (random() < 0.1) ask(journey, tab, slot, { ...journey.last.get(slot)! });
}

function cancel(journey: Journey, tab: Tab, slot: SlotName): void {
  journey.log.push(`cancel ${slot} on ${journey.tabs.indexOf(tab)}`);
  const cancelled = tab[slot].cancel();
  journey.promises.set(cancelled, tab);
  cancelled.catch((error: unknown) => isBytespikeError(error) || journey.broken.push(`cancel of ${slot} rejected with ${String(error)}`)).finally(() => journey.promises.delete(cancelled));
}

/** The page is gone with all that waits in it. */
export function closeTab(journey: Journey, tab: Tab): void {
  if (tab.isForgetful) for (const asked of journey.asked.values()) asked.isForgotten = true;
  tab.close(journey.world.random() < 0.5);
  for (const [promise, owner] of journey.promises) if (owner === tab) journey.promises.delete(promise);
  journey.tabs.splice(journey.tabs.indexOf(tab), 1);
}

export function reload(journey: Journey, tab: Tab): void {
  journey.log.push(`reload ${journey.tabs.indexOf(tab)}`);
  closeTab(journey, tab);
  journey.tabs.push(openTab(journey.world));
}

type Step = (journey: Journey, tab: Tab) => void;

const STEPS: readonly (readonly [weight: number, step: Step])[] = [
  [12, askAnew],
  [2, (journey, tab) => {
    const slot = one(journey.world.random, [...journey.last.keys()]);
    if (slot !== undefined) ask(journey, tab, slot, journey.last.get(slot)!);
  }],
  [4, (journey, tab) => cancel(journey, tab, one(journey.world.random, journey.last.size > 0 ? [...journey.last.keys()] : SLOTS))],
  [3, reload],
  [1, (journey) => {
    if (journey.tabs.length > 1) return;
    journey.log.push('open another tab');
    journey.tabs.push(openTab(journey.world));
  }],
  [1, (journey) => {
    const by = one(journey.world.random, [-DAY, -60 * MINUTE, 60 * MINUTE, 3 * DAY]);
    journey.log.push(`set the clock by ${by / MINUTE} min`);
    journey.world.clock.set(by);
  }],
  [0.7, ({ world, log }) => {
    const { page } = world;
    log.push(page.online ? 'go offline' : 'come online');
    if (page.online) page.goOffline();
    else {
      page.online = true;
      page.wake();
    }
  }],
  [0.5, ({ world, log }) => {
    world.page.hidden = !world.page.hidden;
    log.push(world.page.hidden ? 'hide' : 'show');
    if (!world.page.hidden) world.page.wake();
  }],
  [1, ({ world, log }) => {
    if (world.facts.between !== 'our proxy') return;
    log.push('start the proxy anew');
    world.restart();
  }],
  [1, (journey) => {
    const { world, log } = journey;
    if (world.facts.storage !== 'fine') return;
    log.push(`damage ${damage(world.storage, world.random)}`);
  }],
  [0.7, ({ world, log }) => {
    if (world.facts.storage === 'none') return;
    world.storage.state = world.storage.state === world.facts.storage ? 'fine' : world.facts.storage;
    log.push(`storage is ${world.storage.state}`);
  }],
  [0.7, (journey, tab) => {
    const slot = one(journey.world.random, SLOTS);
    journey.log.push(`reset ${slot}`);
    tab[slot].reset();
  }],
  [0.7, (journey, tab) => {
    journey.log.push('check');
    tab.clip.check().catch((error: unknown) => isBytespikeError(error) || journey.broken.push(`check rejected with ${String(error)}`));
  }],
];

const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0);

/** The next thing that happens. */
export function step(journey: Journey): void {
  const { random, page } = journey.world;
  // Nobody is without a network for long.
  if (!page.online && random() < 0.4) {
    page.online = true;
    page.wake();
  }
  let at = random() * TOTAL;
  const [, chosen] = STEPS.find(([weight]) => (at -= weight) < 0) ?? STEPS[0]!;
  chosen(journey, one(random, journey.tabs));
}

/** Until the next, in milliseconds. */
export function pause(random: () => number): number {
  const pick = random();
  if (pick < 0.15) return 0;
  return Math.floor(random() * (pick < 0.5 ? 2000 : pick < 0.85 ? 30_000 : 4 * MINUTE));
}
