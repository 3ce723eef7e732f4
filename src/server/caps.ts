import { findModel } from '../core/catalog.js';
import { defaultDuration, estimateCost } from '../core/cost.js';
import type { Fields } from './fields.js';
import { invalid, Refusal } from './refusal.js';

/**
 * The most that one call may ask for, whoever asks. What is left out is not capped. Of a model that
 * is not on the built-in rate card only what is sent is known, not what it does by itself: list your
 * `models`, or set `maxCost`.
 */
export interface Caps {
  /** Images in one request. */
  n?: number;
  /** As many pixels as this size has, for example `1024x1024`. */
  size?: string;
  /** Seconds of film. */
  durationSeconds?: number;
  /** As many lines as this one has, for example `720p`. */
  resolution?: string;
  /** US dollars, by the rate card; a model that is not on it is then refused. */
  maxCost?: number;
}

/** Whether every cap in it is one that can be held. */
export function areCaps(value: Caps): boolean {
  return Object.entries(value).every(([name, cap]: [string, unknown]) => {
    if (cap === undefined) return true;
    if (name === 'size') return typeof cap === 'string' && pixels(cap) > 0;
    if (name === 'resolution') return typeof cap === 'string' && lines(cap) > 0;
    return ['n', 'durationSeconds', 'maxCost'].includes(name) && typeof cap === 'number' && cap >= 0;
  });
}

/** The parameters on which a price depends, with the model's own values for those that were not sent. */
export interface Asked {
  n: number;
  size: string | undefined;
  quality: string | undefined;
  durationSeconds: number | undefined;
  resolution: string | undefined;
}

/** @throws Refusal 400 for a value that the gateway might read as another than we do */
export function readAsked(modelId: string, fields: Fields): Asked {
  const model = findModel(modelId);
  const places = [fields, fields.params, fields.image_output].filter((place): place is Fields => typeof place === 'object' && place !== null);
  const one = (name: string) => {
    const values = places.flatMap((place) => (Object.hasOwn(place, name) && place[name] !== undefined ? [place[name]] : []));
    if (values.length > 1) throw invalid(name, `\`${name}\` is there twice. Send it once.`);
    return values[0];
  };
  const word = (name: string) => {
    const value = one(name);
    if (value === undefined || typeof value === 'string') return value;
    throw invalid(name, `\`${name}\` is not a text.`);
  };
  const count = (name: string) => {
    const value = one(name);
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && value > 0)) return value;
    throw invalid(name, `\`${name}\` is not a number above 0.`);
  };
  return {
    n: count('n') ?? 1,
    size: word('size') ?? (model?.kind === 'image' ? model.defaultSize : undefined),
    quality: word('quality'),
    durationSeconds: count('duration_seconds') ?? (model?.kind === 'video' ? defaultDuration(model) : undefined),
    resolution: word('resolution') ?? (model?.kind === 'video' ? model.defaultResolution : undefined),
  };
}

/** Millionths of a US dollar, at most; `undefined` when the rate card does not know the model. */
export function priceOf(model: string, { n, size, quality, durationSeconds, resolution }: Asked): number | undefined {
  const known = findModel(model);
  const estimate = estimateCost({ model, prompt: '', size, n, quality, durationSeconds, resolution });
  if (known === undefined || estimate === undefined) return undefined;
  // A conversation is priced by the turn, and each of its answers is one.
  const turns = estimate.basis.per === 'turn' ? n : 1;
  const price = Math.round(estimate.max * turns * 1e6);
  return Number.isSafeInteger(price) ? price : undefined;
}

/** @throws Refusal 400 */
export function checkCaps(caps: Caps, modelId: string, asked: Asked): void {
  const { n, size, durationSeconds, resolution, maxCost } = caps;
  if (n !== undefined && asked.n > n) throw over('n', String(n));
  if (size !== undefined && !within(asked.size, size, pixels)) throw over('size', size);
  if (durationSeconds !== undefined && (asked.durationSeconds ?? 0) > durationSeconds) throw over('duration_seconds', `${durationSeconds} s`);
  if (resolution !== undefined && !within(asked.resolution, resolution, lines)) throw over('resolution', resolution);
  if (maxCost !== undefined) checkCost(caps, priceOf(modelId, asked));
}

/** What has no price is over. @throws Refusal 400 */
export function checkCost(caps: Caps | undefined, price: number | undefined): number | undefined {
  const { maxCost } = caps ?? {};
  if (maxCost === undefined || (price ?? Number.POSITIVE_INFINITY) <= Math.round(maxCost * 1e6)) return price;
  throw over(undefined, `$${maxCost} a call`);
}

/** What was not asked for is not measured; what cannot be measured is over. */
function within(asked: string | undefined, most: string, measure: (text: string) => number): boolean {
  return asked === undefined || measure(asked) <= measure(most);
}

/** NaN for what is no size, which is then not below any. */
function pixels(size: string): number {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  return Number(width) * Number(height);
}

function lines(resolution: string): number {
  return Number(/^(\d+)p$/.exec(resolution)?.[1]);
}

function over(param: string | undefined, most: string): Refusal {
  return new Refusal({
    status: 400,
    code: 'invalid_param',
    param,
    message: `This server allows at most ${most} here. Ask for less, or have its \`caps\` raised.`,
    reason: `Over the cap of ${param ?? 'the cost'}.`,
  });
}
