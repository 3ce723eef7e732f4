import { add } from '../../core/base/money.js';
import { invalid } from '../base/refusal.js';
import type { Route } from '../base/routes.js';
import type { Simulation } from '../simulation/simulation.js';
import type { Charge } from '../simulation/types.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 90;
const DEFAULT_DAYS = 30;

/** The key that `api_key` names in usage: its end, never the key itself. */
const keyLabel = (apiKey: string) => `…${apiKey.slice(-4)}`;

export function usageRoutes(simulation: Simulation): Route[] {
  const answer = (request: Request) => Response.json(usage(simulation, new URL(request.url).searchParams));
  return [
    ['GET', '/v1/usage', answer],
    ['GET', '/api/v1/usage', answer],
    ['GET', '/api/v1/me/usage', answer],
  ];
}

function usage({ billing, clock, apiKey }: Simulation, query: URLSearchParams): Record<string, unknown> {
  const until = moment(query, 'until') ?? clock.now();
  const since = moment(query, 'since') ?? until - DEFAULT_DAYS * DAY_MS;
  if (until - since > LONGEST_DAYS * DAY_MS) throw invalid('since', `Usage goes back ${LONGEST_DAYS} days at most. Ask for less.`);
  const groupBy = query.get('group_by') ?? 'day';
  const bucketOf = BUCKETS[groupBy];
  if (bucketOf === undefined) throw invalid('group_by', `group_by "${groupBy}" is not one of ${Object.keys(BUCKETS).join(', ')}.`);
  const model = query.get('model');
  const charges = billing.ledger.charges.filter(
    (charge) => charge.at >= since && charge.at <= until && (model === null || charge.model === model),
  );
  const names = [...new Set(charges.map((charge) => bucketOf(charge, apiKey)))];
  const buckets = names.map((bucket) => ({
    bucket,
    ...(groupBy === 'model' ? { model: bucket } : {}),
    ...totals(charges.filter((charge) => bucketOf(charge, apiKey) === bucket)),
  }));
  return { buckets, totals: totals(charges) };
}

const BUCKETS: Record<string, (charge: Charge, apiKey: string) => string> = {
  day: ({ at }) => new Date(at).toISOString().slice(0, 10),
  hour: ({ at }) => `${new Date(at).toISOString().slice(0, 13)}:00:00Z`,
  model: (charge) => charge.model,
  api_key: (_, apiKey) => keyLabel(apiKey),
};

function totals(charges: readonly Charge[]): Record<string, number> {
  return { total_usd: add(...charges.map(({ amount }) => amount)), call_count: charges.length };
}

function moment(query: URLSearchParams, field: string): number | undefined {
  const value = query.get(field);
  if (value === null) return undefined;
  const time = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  if (Number.isNaN(time)) throw invalid(field, `${field} must be a date or Unix seconds, not "${value}".`);
  return time;
}
