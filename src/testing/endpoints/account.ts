import { catalog } from '../../core/catalog/catalog.js';
import { estimateCost } from '../../core/catalog/cost.js';
import type { Model } from '../../core/catalog/model.js';
import type { Route } from '../base/routes.js';
import type { Simulation } from '../simulation/simulation.js';
import { usageRoutes } from './usage.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The rate card is made anew at 04:30 UTC. */
const REFRESH_MS = 4.5 * 60 * 60 * 1000;
/** USD at which the wallet counts as low. */
const LOW_BALANCE = 5;

export function accountRoutes(simulation: Simulation): Route[] {
  const { billing, clock } = simulation;
  return [
    ['GET', '/v1/models', (request) => Response.json({ object: 'list', data: models(new URL(request.url).searchParams) })],
    ['GET', '/api/pricing', () => Response.json(catalog.models.map((model) => ratesOf(model, clock.now())))],
    ['GET', '/v1/balance', () => Response.json({ object: 'balance', available_usd: billing.available(), currency: 'USD' })],
    ['GET', '/api/v1/me/account', () => Response.json(account(simulation))],
    ...usageRoutes(simulation),
  ];
}

function models(query: URLSearchParams): Record<string, unknown>[] {
  const [capability, family] = [query.get('capability'), query.get('family')];
  return catalog.models
    .map(modelEntry)
    .filter((entry) => capability === null || entry.capabilities.includes(capability))
    .filter((entry) => family === null || entry.family === family);
}

function modelEntry({ id, kind, vendor, imageInit }: Model) {
  return {
    id,
    object: 'model',
    owned_by: vendor.toLowerCase(),
    family: /^nano-banana|^[a-z]+/.exec(id)?.[0] ?? id,
    capabilities: [`${kind}_gen`],
    input_modalities: imageInit ? ['text', 'image'] : ['text'],
    output_modalities: [kind],
    pricing_url: '/api/pricing',
    created: Date.parse(`${catalog.asOf}-01T00:00:00Z`) / 1000,
  };
}

/** Nested by what a rate is for, as the card prints it: `per_image` by size and quality, `per_second` by resolution. */
function ratesOf(model: Model, now: number): Record<string, unknown> {
  const refreshed = Math.floor((now - REFRESH_MS) / DAY_MS) * DAY_MS + REFRESH_MS;
  return {
    model: model.id,
    category: model.kind,
    vendor: model.vendor,
    rates: { ...(model.kind === 'video' ? videoRates(model) : imageRates(model)), currency: 'USD' },
    updated_at: new Date(refreshed).toISOString(),
  };
}

function videoRates(model: Extract<Model, { kind: 'video' }>): Record<string, unknown> {
  const perSecond = model.rates.map((rate) => [rate.resolution, rate.perSecond]);
  return { per_second: Object.fromEntries(perSecond), submit_fee: catalog.videoSubmitFee };
}

function imageRates(model: Extract<Model, { kind: 'image' }>): Record<string, unknown> {
  const base = model.rates.flatMap((rate) => ('multiplierOf' in rate ? [rate.multiplierOf] : []))[0];
  const card = catalog.models.find(({ id }) => id === (base ?? model.id));
  const listed = card?.kind === 'image' ? card.rates.filter((rate) => 'size' in rate) : [];
  const unit = model.endpoint === 'chat' ? 'per_turn' : 'per_image';
  const rates = listed.map((rate) => {
    const quality = 'quality' in rate ? rate.quality : undefined;
    const price = estimateCost({ model: model.id, prompt: '', size: rate.size, ...(quality === undefined ? {} : { quality }) });
    return [quality === undefined ? rate.size : `${rate.size}/${quality}`, price?.max];
  });
  return { [unit]: Object.fromEntries(rates) };
}

function account({ billing }: Simulation): Record<string, unknown> {
  const { ledger } = billing;
  const spent = Math.round(ledger.charges.reduce((sum, { amount }) => sum + amount * 1_000_000, 0)) / 1_000_000;
  return {
    balance: {
      available_usd: billing.available(),
      lifetime_topup_usd: Math.round((ledger.balance + spent) * 1_000_000) / 1_000_000,
      lifetime_spent_usd: spent,
      low_balance_threshold_usd: LOW_BALANCE,
      low_balance_flagged: billing.available() < LOW_BALANCE,
    },
    allowed_models: catalog.models.map(({ id }) => id),
    org: null,
  };
}
