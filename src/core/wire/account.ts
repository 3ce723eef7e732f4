import { asked, type Asking } from './access.js';
import type { Clock } from '../base/clock.js';
import { BytespikeError, isBytespikeError } from '../base/errors.js';
import type { Store } from '../base/observable.js';
import type { ModelListing, RateListing } from '../catalog/listings.js';
import type { AsOf } from '../catalog/model.js';
import { type LiveCatalog, updateLive } from '../catalog/overlay.js';
import { readModels, readRates, readUsage, readWallet, type Usage } from './account-readings.js';
import { type Balance, balanceOf, type QuotaStore } from './quota.js';
import { withRetry } from './retry.js';

export interface UsageQuery {
  /** Milliseconds since the epoch; at most 90 days before `until`. */
  since?: number | undefined;
  until?: number | undefined;
  /**
   * By `key`, our proxy tells what was spent with each of its `keys`, by the names that they have there; with one key it
   * refuses. Another proxy passes on what the gateway calls its keys.
   * @default 'day'
   */
  groupBy?: 'day' | 'hour' | 'model' | 'key' | undefined;
  model?: string | undefined;
}

export interface Account {
  /** The models that the key reaches. */
  models(): Promise<ModelListing>;
  /** The live rate card; asked at most once in 24 h. */
  pricing(): Promise<RateListing>;
  /**
   * What the latest answer's headers said, else the gateway's balance, else its account; which of
   * the two answered is asked first from then on.
   * @param options.fresh asks, also when headers have told
   */
  balance(options?: { fresh?: boolean }): Promise<Balance>;
  /** What was spent, by day unless told otherwise. @throws BytespikeError `invalid_param` for more than 90 days */
  usage(query?: UsageQuery): Promise<Usage>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_USAGE_DAYS = 90;

interface AccountOptions extends Asking {
  clock: Clock;
  random: () => number;
  quota: QuotaStore;
  usdPerCredit: number;
  /** Hears what was told of models and rates. */
  live: Store<LiveCatalog>;
}

/** Where something may be read: some gateways have the one, some the other. */
interface Place<Source extends string = string> {
  path: string;
  source: Source;
}

const BALANCE: readonly Place<'balance' | 'account'>[] = [
  { path: '/v1/balance', source: 'balance' },
  { path: '/api/v1/me/account', source: 'account' },
];
const USAGE: readonly Place[] = ['/api/v1/me/usage', '/v1/usage', '/api/v1/usage'].map((path) => ({ path, source: path }));

export function createAccount(given: AccountOptions): Account {
  const { transport, clock, random, quota, usdPerCredit, live } = asked(given);
  let rates: { at: number; answer: Promise<RateListing> } | undefined;
  const balancePlaces = createPlaces(BALANCE);
  const usagePlaces = createPlaces(USAGE);
  const once = createOnce();

  async function read<T>(path: string, reader: (body: unknown) => T | undefined): Promise<T> {
    const [page = path] = path.split('?');
    const answer = await withRetry({ clock, random }, () => transport.send({ method: 'GET', path }));
    const value = reader(answer.body);
    if (value !== undefined) return value;
    throw new BytespikeError({
      code: 'invalid_response',
      message: `${page} answered with something else than what it is for. Check that the proxy exposes this path and forwards it to the gateway.`,
    });
  }

  const asOfNow = (): AsOf => new Date(clock.wallNow()).toISOString();

  async function readPricing(asOf: AsOf): Promise<RateListing> {
    const pricing = { rates: await read('/api/pricing', readRates), asOf };
    updateLive(live, { pricing });
    return pricing;
  }

  async function readBalance(): Promise<Balance> {
    const before = quota.get();
    try {
      return await balancePlaces(async ({ path, source }) => {
        const { available: wallet, ...rest } = await read(path, (body) => readWallet(body, usdPerCredit));
        const headers = quota.get() === before ? undefined : balanceOf(quota);
        // A key may have less left than the wallet that it is paid from.
        const available = Math.min(wallet, headers?.available ?? wallet);
        return { ...rest, available, wallet, key: headers?.key, organisation: headers?.organisation, source, updatedAt: clock.wallNow() };
      });
    } catch (error) {
      // Also an answer that there is no such page comes with the headers.
      const headers = quota.get() === before ? undefined : balanceOf(quota);
      if (headers !== undefined && isMissing(error)) return headers;
      throw error;
    }
  }

  return {
    models: () =>
      once('models', async () => {
        const models = { models: await read('/v1/models', readModels), asOf: asOfNow() };
        updateLive(live, { models });
        return models;
      }),
    pricing() {
      if (rates !== undefined && clock.now() - rates.at < DAY_MS) return rates.answer;
      const asked = { at: clock.now(), answer: readPricing(asOfNow()) };
      rates = asked;
      // A failure is not kept for a day.
      asked.answer.catch(() => {
        if (rates === asked) rates = undefined;
      });
      return asked.answer;
    },
    async balance({ fresh = false } = {}) {
      return (fresh ? undefined : balanceOf(quota)) ?? once('balance', readBalance);
    },
    async usage(query = {}) {
      const search = searchOf(query, clock.wallNow());
      return once(`usage${search}`, () => usagePlaces(({ path }) => read(path + search, readUsage)));
    },
  };
}

/** Asks one place after the other until one is there, and from then on that one first. */
function createPlaces<P extends Place>(places: readonly P[]) {
  let first = 0;
  return async <T>(ask: (place: P) => Promise<T>): Promise<T> => {
    let missing: unknown;
    for (const place of [...places.slice(first), ...places.slice(0, first)]) {
      try {
        const answer = await ask(place);
        first = places.indexOf(place);
        return answer;
      } catch (error) {
        if (!isMissing(error)) throw error;
        missing ??= error;
      }
    }
    throw missing;
  };
}

const isMissing = (error: unknown) => isBytespikeError(error) && (error.status === 404 || error.status === 405);

/** What is asked for while it is on its way is asked for once. */
function createOnce() {
  const asked = new Map<string, Promise<unknown>>();
  return <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    // The name tells the type: each is asked for in one place.
    const known = asked.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const answer = ask().finally(() => asked.delete(name));
    asked.set(name, answer);
    return answer;
  };
}

function searchOf({ since, until, groupBy, model }: UsageQuery, now: number): string {
  for (const [field, moment] of Object.entries({ since, until })) {
    if (moment === undefined || !Number.isNaN(new Date(moment).getTime())) continue;
    throw new BytespikeError({ code: 'invalid_param', field, message: `${field} is no moment (${moment}). It is in milliseconds since the epoch, as Date.now() is.` });
  }
  const days = since === undefined ? 0 : ((until ?? now) - since) / DAY_MS;
  if (!(days <= LONGEST_USAGE_DAYS)) {
    throw new BytespikeError({
      code: 'invalid_param',
      field: 'since',
      message: `Usage goes back at most ${LONGEST_USAGE_DAYS} days before until, not ${Math.ceil(days)}. Ask for less, or in parts.`,
    });
  }
  const query = new URLSearchParams();
  if (since !== undefined) query.set('since', new Date(since).toISOString());
  if (until !== undefined) query.set('until', new Date(until).toISOString());
  if (groupBy !== undefined) query.set('group_by', groupBy === 'key' ? 'api_key' : groupBy);
  if (model !== undefined) query.set('model', model);
  return query.size === 0 ? '' : `?${query}`;
}
