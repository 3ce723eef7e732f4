import * as v from 'valibot';
import { amountOf } from '../base/amount.js';
import { add, fromCredits } from '../base/money.js';
import type { ListedModel, ListedRates } from '../catalog/listings.js';

/** What was spent. USD. */
export interface Usage {
  buckets: readonly { name: string; spent: number; calls: number }[];
  spent: number;
  calls: number;
}

// The account's answers, of which only some shapes are documented. A reader takes what any of the
// gateway's pages names, and returns undefined for what is none of it.

const text = v.fallback(v.optional(v.string()), undefined);
const texts = v.fallback(v.array(v.string()), []);
const listedModel = v.object({ id: v.string(), owned_by: text, family: text, capabilities: texts, output_modalities: texts });
const listedRates = v.object({ model: v.string(), vendor: text, category: text, rates: v.record(v.string(), v.unknown()), updated_at: text });

type Fields = Record<string, unknown>;

export function readModels(body: unknown): ListedModel[] | undefined {
  return listIn(body, ['data', 'models'])?.flatMap((entry) => {
    const parsed = v.safeParse(listedModel, entry);
    if (!parsed.success) return [];
    const { owned_by: ownedBy, output_modalities: makes, capabilities, ...rest } = parsed.output;
    // A model that names only what comes out of it says as much.
    const implied = makes.flatMap((kind) => (kind === 'image' || kind === 'video' ? [`${kind}_gen`] : []));
    return [{ ...rest, ownedBy, capabilities: capabilities.length > 0 ? capabilities : implied }];
  });
}

export function readRates(body: unknown): ListedRates[] | undefined {
  return listIn(body, ['data', 'pricing', 'models'])?.flatMap((entry) => {
    const parsed = v.safeParse(listedRates, entry);
    if (!parsed.success) return [];
    const { updated_at: updated, ...rest } = parsed.output;
    const updatedAt = updated === undefined ? Number.NaN : Date.parse(updated);
    return [{ ...rest, updatedAt: Number.isNaN(updatedAt) ? undefined : updatedAt }];
  });
}

/** USD left, and below how much of it the gateway calls it low. */
export function readWallet(body: unknown, usdPerCredit: number): { available: number; lowThreshold?: number } | undefined {
  const outer = fieldsOf(body);
  const inner = fieldsOf(outer?.balance) ?? fieldsOf(outer?.data) ?? outer;
  const usd = numberIn(inner, ['available_usd', 'available', 'balance_usd', 'remaining_usd', 'remaining', 'balance']);
  const credits = numberIn(inner, ['available_credits', 'remaining_credits', 'credits']);
  const available = usd ?? (credits === undefined ? undefined : fromCredits(credits, usdPerCredit));
  const lowThreshold = numberIn(inner, ['low_balance_threshold_usd', 'low_balance_threshold']);
  return available === undefined ? undefined : { available, ...(lowThreshold === undefined ? {} : { lowThreshold }) };
}

const SPENT = ['total_usd', 'cost_usd', 'spent_usd', 'amount_usd', 'usd', 'total_cost', 'cost', 'amount', 'credits_used', 'credits'];
const CALLS = ['call_count', 'calls', 'request_count', 'requests', 'count'];
const NAME = ['bucket', 'date', 'day', 'hour', 'period', 'model', 'model_id', 'time'];

export function readUsage(body: unknown): Usage | undefined {
  const entries = listIn(body, ['buckets', 'data', 'usage', 'items']);
  const buckets = entries?.flatMap((entry) => {
    const fields = fieldsOf(entry);
    const spent = numberIn(fields, SPENT);
    const name = NAME.map((field) => fields?.[field]).find((value) => typeof value === 'string');
    return typeof name !== 'string' || spent === undefined ? [] : [{ name, spent, calls: numberIn(fields, CALLS) ?? 0 }];
  });
  if (entries === undefined || buckets === undefined || (entries.length > 0 && buckets.length === 0)) return undefined;
  const outer = fieldsOf(body);
  const totals = fieldsOf(outer?.totals) ?? fieldsOf(outer?.total) ?? fieldsOf(outer?.summary);
  return {
    buckets,
    spent: numberIn(totals, SPENT) ?? add(...buckets.map(({ spent }) => spent)),
    calls: numberIn(totals, CALLS) ?? buckets.reduce((sum, { calls }) => sum + calls, 0),
  };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The list that an answer is, or holds under one of these names. */
function listIn(body: unknown, names: readonly string[]): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  const fields = fieldsOf(body);
  return names.map((name) => fields?.[name]).find((value) => Array.isArray(value));
}

/** The first of the fields that is an amount; one that is written as text is as good. */
function numberIn(fields: Fields | undefined, names: readonly string[]): number | undefined {
  for (const name of names) {
    const amount = amountOf(fields?.[name]);
    if (amount !== undefined) return amount;
  }
  return undefined;
}
