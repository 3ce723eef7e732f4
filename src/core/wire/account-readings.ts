import { amountOf } from '../base/amount.js';
import { type Fields, fieldsOf } from '../base/fields.js';
import { fromCredits } from '../base/credits.js';
import { add } from '../base/money.js';
import type { ListedModel, ListedRates } from '../catalog/listings.js';
import { fieldIn, listIn, textIn, textsIn } from './fields.js';

/** What was spent. USD. */
export interface Usage {
  buckets: readonly { name: string; spent: number; calls: number }[];
  spent: number;
  calls: number;
  /** What our proxy calls those of its keys that did not tell: all sums are then at least these. Absent where every key told. */
  missing?: readonly string[];
}

// The account's answers, of which only some shapes are documented. A reader takes what any of the
// gateway's pages names, and returns undefined for what is none of it.

export function readModels(body: unknown): ListedModel[] | undefined {
  return listOf(body, ['data', 'models'])?.flatMap((entry) => {
    const fields = fieldsOf(entry);
    const id = textIn(fields, 'id');
    if (id === undefined) return [];
    const capabilities = textsIn(fields, 'capabilities') ?? [];
    // A model that names only what comes out of it says as much.
    const implied = (textsIn(fields, 'output_modalities') ?? []).flatMap((kind) => (kind === 'image' || kind === 'video' ? [`${kind}_gen`] : []));
    return [{ id, ownedBy: textIn(fields, 'owned_by'), family: textIn(fields, 'family'), capabilities: capabilities.length > 0 ? capabilities : implied }];
  });
}

export function readRates(body: unknown): ListedRates[] | undefined {
  return listOf(body, ['data', 'pricing', 'models'])?.flatMap((entry) => {
    const fields = fieldsOf(entry);
    const model = textIn(fields, 'model');
    const rates = fieldsOf(fieldIn(fields, 'rates'));
    if (model === undefined || rates === undefined) return [];
    const updatedAt = Date.parse(textIn(fields, 'updated_at') ?? '');
    return [{ model, vendor: textIn(fields, 'vendor'), category: textIn(fields, 'category'), rates, updatedAt: Number.isNaN(updatedAt) ? undefined : updatedAt }];
  });
}

/** USD left, and below how much of it the gateway calls it low. */
export function readWallet(body: unknown, usdPerCredit: number): { available: number; lowThreshold?: number } | undefined {
  const outer = fieldsOf(body);
  const inner = fieldsOf(fieldIn(outer, 'balance')) ?? fieldsOf(fieldIn(outer, 'data')) ?? outer;
  const usd = amountIn(inner, ['available_usd', 'available', 'balance_usd', 'remaining_usd', 'remaining', 'balance']);
  const credits = amountIn(inner, ['available_credits', 'remaining_credits', 'credits']);
  const available = usd ?? (credits === undefined ? undefined : fromCredits(credits, usdPerCredit));
  const lowThreshold = amountIn(inner, ['low_balance_threshold_usd', 'low_balance_threshold']);
  return available === undefined ? undefined : { available, ...(lowThreshold === undefined ? {} : { lowThreshold }) };
}

const SPENT = ['total_usd', 'cost_usd', 'spent_usd', 'amount_usd', 'usd', 'total_cost', 'cost', 'amount', 'credits_used', 'credits'];
const CALLS = ['call_count', 'calls', 'request_count', 'requests', 'count'];
const NAME = ['bucket', 'date', 'day', 'hour', 'period', 'model', 'model_id', 'api_key', 'time'];

export function readUsage(body: unknown): Usage | undefined {
  const entries = listOf(body, ['buckets', 'data', 'usage', 'items']);
  const buckets = entries?.flatMap((entry) => {
    const fields = fieldsOf(entry);
    const spent = amountIn(fields, SPENT);
    const name = NAME.map((field) => textIn(fields, field)).find((value) => value !== undefined);
    return name === undefined || spent === undefined ? [] : [{ name, spent, calls: amountIn(fields, CALLS) ?? 0 }];
  });
  if (entries === undefined || buckets === undefined || (entries.length > 0 && buckets.length === 0)) return undefined;
  const outer = fieldsOf(body);
  const totals = ['totals', 'total', 'summary'].map((name) => fieldsOf(fieldIn(outer, name))).find((fields) => fields !== undefined);
  const missing = textsIn(outer, 'missing_keys') ?? [];
  return {
    ...(missing.length > 0 ? { missing } : {}),
    buckets,
    spent: amountIn(totals, SPENT) ?? add(...buckets.map(({ spent }) => spent)),
    calls: amountIn(totals, CALLS) ?? buckets.reduce((sum, { calls }) => sum + calls, 0),
  };
}

/** The list that an answer is, or holds under one of these names. */
function listOf(body: unknown, names: readonly string[]): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  const fields = fieldsOf(body);
  return names.map((name) => listIn(fields, name)).find((list) => list !== undefined);
}

/** The first of the fields that is an amount; one that is written as text is as good. */
function amountIn(fields: Fields | undefined, names: readonly string[]): number | undefined {
  for (const name of names) {
    const amount = amountOf(fieldIn(fields, name));
    if (amount !== undefined) return amount;
  }
  return undefined;
}
