import { type Clock, sleep } from '../../core/base/clock.js';
import type { Logger } from '../calls/report.js';
import type { AssetLinks } from './links.js';

/** One result, the moment that the gateway names it. */
export interface FinishedAsset {
  kind: 'image' | 'video';
  /** The gateway's own address; it dies after 24 hours. */
  url: string;
  /** Its place among the results of the call, from 0. */
  index: number;
  /** The gateway's id of the task; absent for a synchronous image. */
  taskId?: string;
  model?: string;
}

/** Returns the address to show in the place of the gateway's; nothing leaves it as it is. */
export type OnAsset = (asset: FinishedAsset, by: { userId: string }) => string | undefined | void | Promise<string | undefined | void>;

interface FinishContext {
  userId: string;
  taskId: string | undefined;
  model: string | undefined;
  /** The results of this call that were told before, by address: one that is told in pieces. */
  told?: Map<string, number> | undefined;
}

/** A reading or an answer with its results at the addresses that the browser gets. */
export type Finish = (value: unknown, context: FinishContext) => Promise<unknown>;

interface FinishOptions {
  onAsset: OnAsset | undefined;
  links: AssetLinks | undefined;
  clock: Clock;
  logger: Pick<Logger, 'warn'> | undefined;
}

/** Where the gateway's answers hold the addresses of results, and nothing that a user sent is repeated. */
const RESULT =
  /^((output|data)\.url|result\.(url|video_url|image_url|image_urls)|result_url|choices\.(message|delta)\.content\.image_url\.url|content(_block)?(\.content)?\.((source|image|image_url)(\.url)?|url))$/;
/** For so long an answer waits for the app; then it goes out with the gateway's address. */
const PATIENCE_MS = 60_000;
const MOST_KNOWN = 10_000;
/** Of one answer; each costs a signature. What comes after them goes out as it is. */
const MOST_RESULTS = 100;
/** Names of fields in a row, none of which leads to a result when they are longer. */
const LONGEST_PATH = 64;

/** `undefined` when results go out as they come. */
export function createFinish({ onAsset, links, clock, logger }: FinishOptions): Finish | undefined {
  if (onAsset === undefined && links === undefined) return undefined;
  // Each result is told once, however often it is read.
  const told = new Map<string, Promise<string | undefined>>();

  function tell(asset: FinishedAsset, userId: string): Promise<string | undefined> {
    const name = JSON.stringify([userId, asset.taskId ?? asset.url, asset.index]);
    const known = told.get(name);
    if (known !== undefined) return known;
    const answer = Promise.resolve()
      .then(() => onAsset?.(asset, { userId }))
      .then((url) => (typeof url === 'string' && url !== '' ? url : undefined))
      .catch((error: unknown) => {
        told.delete(name);
        logger?.warn(`bytespike: \`onAsset\` failed: ${error instanceof Error ? error.name : typeof error}. It is called again when the result is read again.`);
        return undefined;
      });
    told.set(name, answer);
    const [oldest] = told.keys();
    if (told.size > MOST_KNOWN && oldest !== undefined) told.delete(oldest);
    return answer;
  }

  async function patiently(answer: Promise<string | undefined>): Promise<string | undefined> {
    const over = new AbortController();
    const first = await Promise.race([answer, sleep(clock, PATIENCE_MS, over.signal).then(() => undefined)]);
    over.abort();
    return first;
  }

  return async (value, { userId, taskId, model, told: before = new Map<string, number>() }) => {
    async function addressOf(url: string, kind: FinishedAsset['kind'], index: number): Promise<string> {
      const asset = { kind, url, index, ...(taskId ? { taskId } : {}), ...(model ? { model } : {}) };
      const own = onAsset && (await patiently(tell(asset, userId)));
      return own ?? (await links?.linkTo(userId, url)) ?? url;
    }

    const found = new Map<string, FinishedAsset['kind']>();
    overResults(value, (url, kind) => {
      if (found.size < MOST_RESULTS && !found.has(url)) found.set(url, kind());
      return url;
    });
    // Most readings are of a task that goes on.
    if (found.size === 0) return value;
    const addresses = new Map(await Promise.all([...found].map(async ([url, kind]) => [url, await addressOf(url, kind, placeOf(url, before))] as const)));
    return overResults(value, (url) => addresses.get(url) ?? url);
  };
}

function placeOf(url: string, before: Map<string, number>): number {
  const place = before.get(url) ?? before.size;
  before.set(url, place);
  return place;
}

/** The value anew, with the address of each result as `replace` has it. An answer may hold many thousands: nothing in here waits. */
function overResults(value: unknown, replace: (url: string, kind: () => FinishedAsset['kind']) => string): unknown {
  /** `path` names the fields that lead here, `beside` is the object that holds this one. */
  function over(entry: unknown, path: string, beside: object): unknown {
    if (typeof entry === 'string') return entry.startsWith('https:') && RESULT.test(path) ? replace(entry, () => kindOf(entry, path, beside)) : entry;
    if (typeof entry !== 'object' || entry === null || path.length > LONGEST_PATH) return entry;
    if (Array.isArray(entry)) return entry.map((each) => over(each, path, beside));
    return Object.fromEntries(Object.entries(entry).map(([name, field]) => [name, over(field, path === '' ? name : `${path}.${name}`, entry)]));
  }
  return over(value, '', {});
}

function kindOf(url: string, path: string, beside: object): FinishedAsset['kind'] {
  if ('type' in beside && (beside.type === 'image' || beside.type === 'video')) return beside.type;
  if (path === 'result.video_url') return 'video';
  return /^(data|choices|content|result\.image)/.test(path) || /\.(png|jpe?g|webp|avif|gif|svg)($|[?#])/i.test(url) ? 'image' : 'video';
}
