import type { Route } from '../calls/routes.js';

/** Takes out of a free read what was not asked to be shown: models outside of the list, the account behind the balance. */
export function narrow(value: unknown, { endpoint }: Route, models: ReadonlySet<string> | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (endpoint === 'account') return 'balance' in value ? { balance: value.balance } : {};
  if (models === undefined) return value;
  if (endpoint === 'models' && 'data' in value) return { ...value, data: offered(value.data, 'id', models) };
  return endpoint === 'pricing' ? offered(value, 'model', models) : value;
}

function offered(list: unknown, field: 'id' | 'model', models: ReadonlySet<string>): unknown[] {
  if (!Array.isArray(list)) return [];
  return list.filter((entry: unknown) => {
    const id = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[field] : undefined;
    return typeof id === 'string' && models.has(id);
  });
}
