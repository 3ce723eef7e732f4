import * as v from 'valibot';
import type { Clock } from './clock.js';
import { BytespikeError, isBytespikeError } from './errors.js';
import { type Balance, balanceOf, type QuotaStore } from './quota.js';
import { withRetry } from './retry.js';
import type { Transport } from './transport.js';

/** A model that the key reaches. */
export interface ListedModel {
  id: string;
  ownedBy?: string | undefined;
  family?: string | undefined;
  /** `image_gen` and `video_gen` are those of interest. */
  capabilities: readonly string[];
}

/** What the key reaches, as of when. */
export interface ModelListing {
  models: readonly ListedModel[];
  /** Milliseconds since the epoch, by this machine. */
  asOf: number;
}

/** One entry of the live rate card, as the gateway writes it. */
export interface ListedRates {
  model: string;
  vendor?: string | undefined;
  rates: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. */
  updatedAt?: number | undefined;
}

export interface UsageQuery {
  /** Milliseconds since the epoch; at most 90 days before `until`. */
  since?: number | undefined;
  until?: number | undefined;
  /** @default 'day' */
  groupBy?: 'day' | 'hour' | 'model' | undefined;
  model?: string | undefined;
}

/** What was spent. USD. */
export interface Usage {
  buckets: readonly { name: string; spent: number; calls: number }[];
  spent: number;
  calls: number;
}

export interface Account {
  /** The models that the key reaches. */
  models(): Promise<ModelListing>;
  /** The live rate card; asked at most once in 24 h. */
  pricing(): Promise<readonly ListedRates[]>;
  /** What the latest answer's headers said, else the gateway's balance. */
  balance(options?: { fresh?: boolean }): Promise<Balance>;
  usage(query?: UsageQuery): Promise<Usage>;
}

const text = v.fallback(v.optional(v.string()), undefined);
const numeric = v.fallback(v.optional(v.number()), undefined);
const list = v.object({ data: v.array(v.unknown()) });
const listedModel = v.object({ id: v.string(), owned_by: text, family: text, capabilities: v.fallback(v.array(v.string()), []) });
const listedRates = v.object({ model: v.string(), vendor: text, rates: v.record(v.string(), v.unknown()), updated_at: text });
const plainBalance = v.object({ available_usd: v.number() });
const account = v.object({ balance: v.object({ available_usd: v.number(), low_balance_threshold_usd: numeric }) });
const bucket = v.object({ bucket: v.string(), total_usd: v.number(), call_count: v.fallback(v.number(), 0) });
const usage = v.object({ buckets: v.array(v.unknown()), totals: v.fallback(v.optional(v.object({ total_usd: v.number(), call_count: v.number() })), undefined) });

const DAY_MS = 24 * 60 * 60 * 1000;

export interface AccountOptions {
  transport: Transport;
  clock: Clock;
  random: () => number;
  quota: QuotaStore;
}

export function createAccount({ transport, clock, random, quota }: AccountOptions): Account {
  let rates: { at: number; answer: Promise<readonly ListedRates[]> } | undefined;
  // The endpoint that answered is asked first from then on.
  let balancePath: '/v1/balance' | '/api/v1/me/account' = '/v1/balance';
  let usagePath: '/api/v1/me/usage' | '/v1/usage' = '/api/v1/me/usage';

  async function read(path: string): Promise<unknown> {
    const answer = await withRetry({ clock, random }, () => transport.send({ method: 'GET', path }));
    return answer.body;
  }

  async function readPricing(): Promise<readonly ListedRates[]> {
    const body = parse(v.array(v.unknown()), await read('/api/pricing'), '/api/pricing');
    return each(listedRates, body).map(({ updated_at: updated, ...entry }) => ({
      ...entry,
      updatedAt: updated === undefined ? undefined : Date.parse(updated),
    }));
  }

  async function readBalance(): Promise<Balance> {
    try {
      const body = await read(balancePath);
      const updatedAt = clock.wallNow();
      if (balancePath === '/v1/balance') {
        return { available: parse(plainBalance, body, balancePath).available_usd, source: 'balance', updatedAt };
      }
      const { available_usd: available, low_balance_threshold_usd: lowThreshold } = parse(account, body, balancePath).balance;
      return { available, lowThreshold, source: 'account', updatedAt };
    } catch (error) {
      if (balancePath !== '/v1/balance' || !isBytespikeError(error) || error.status !== 404) throw error;
      balancePath = '/api/v1/me/account';
      return readBalance();
    }
  }

  async function readUsage(query: UsageQuery): Promise<Usage> {
    try {
      const body = parse(usage, await read(usagePath + search(query)), usagePath);
      const buckets = each(bucket, body.buckets).map((entry) => ({ name: entry.bucket, spent: entry.total_usd, calls: entry.call_count }));
      return { buckets, spent: body.totals?.total_usd ?? 0, calls: body.totals?.call_count ?? 0 };
    } catch (error) {
      if (usagePath === '/v1/usage' || !isBytespikeError(error) || error.status !== 404) throw error;
      usagePath = '/v1/usage';
      return readUsage(query);
    }
  }

  return {
    async models() {
      const body = parse(list, await read('/v1/models'), '/v1/models');
      const models = each(listedModel, body.data).map(({ owned_by: ownedBy, ...entry }) => ({ ...entry, ownedBy }));
      return { models, asOf: clock.wallNow() };
    },
    pricing() {
      if (rates !== undefined && clock.now() - rates.at < DAY_MS) return rates.answer;
      const answer = readPricing();
      rates = { at: clock.now(), answer };
      // A failure is not kept for a day.
      answer.catch(() => (rates = undefined));
      return answer;
    },
    async balance({ fresh = false } = {}) {
      return (fresh ? undefined : balanceOf(quota)) ?? readBalance();
    },
    usage: (query = {}) => readUsage(query),
  };
}

function search({ since, until, groupBy, model }: UsageQuery): string {
  const query = new URLSearchParams();
  if (since !== undefined) query.set('since', new Date(since).toISOString());
  if (until !== undefined) query.set('until', new Date(until).toISOString());
  if (groupBy !== undefined) query.set('group_by', groupBy);
  if (model !== undefined) query.set('model', model);
  return query.size === 0 ? '' : `?${query}`;
}

function parse<Schema extends v.GenericSchema>(schema: Schema, body: unknown, path: string): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  throw new BytespikeError({
    code: 'invalid_response',
    message: `${path} answered with something else than what it is for. Check that the proxy exposes this path and forwards it to the gateway.`,
  });
}

/** Entries that do not read are left out; the others are as good as before. */
function each<Schema extends v.GenericSchema>(schema: Schema, entries: readonly unknown[]): v.InferOutput<Schema>[] {
  return entries.flatMap((entry) => {
    const parsed = v.safeParse(schema, entry);
    return parsed.success ? [parsed.output] : [];
  });
}
