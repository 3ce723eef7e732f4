import { Refusal } from '../base/refusal.js';

/**
 * The most that one call may ask for, whoever asks. What is left out is not capped. Under any of
 * them a call is made of what the built-in catalog knows, in its spelling, and nothing else goes up;
 * a model that is not in it is refused, unless `costPerResult` says what it costs.
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
  /** US dollars, by the rate card or `costPerResult`. */
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

/** The parameters that are capped, as they will be sent. */
export interface Asked {
  n: number;
  size: string | undefined;
  durationSeconds: number | undefined;
  resolution: string | undefined;
}

/** `cost` in millionths of a US dollar. @throws Refusal 400 */
export function checkCaps(caps: Caps, asked: Asked, cost: number): void {
  const { n, size, durationSeconds, resolution } = caps;
  if (n !== undefined && asked.n > n) throw over('n', String(n));
  if (size !== undefined && !within(asked.size, size, pixels)) throw over('size', size);
  if (durationSeconds !== undefined && Number(asked.durationSeconds) > durationSeconds) throw over('duration_seconds', `${durationSeconds} s`);
  if (resolution !== undefined && !within(asked.resolution, resolution, lines)) throw over('resolution', resolution);
  checkCost(caps, cost);
}

/** What has no price is over. @throws Refusal 400 */
export function checkCost(caps: Caps | undefined, price: number | undefined): number | undefined {
  const { maxCost } = caps ?? {};
  if (maxCost === undefined || (price !== undefined && price <= Math.round(maxCost * 1e6))) return price;
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
