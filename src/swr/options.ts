import type { ModelListing, RateListing } from '../core/catalog/listings.js';
import type { UsageQuery } from '../core/wire/account.js';
import type { Balance } from '../core/wire/quota.js';
import type { Client } from '../core/client/api.js';
import { keys } from '../core/client/keys.js';
import type { TaskSnapshot } from '../core/outcome/snapshot.js';
import type { Usage } from '../core/wire/account-readings.js';

/** A key and what fills it: `preload(key, fetcher)`, or an entry of `fallback`. */
export interface Fetched<Data> {
  key: readonly unknown[];
  fetcher: () => Promise<Data>;
}

export const taskOptions = (client: Client, taskId: string): Fetched<TaskSnapshot> => ({
  key: keys.task(taskId),
  fetcher: () => client.tasks.query({ taskId }),
});

export const modelsOptions = (client: Client): Fetched<ModelListing> => ({
  key: keys.models,
  fetcher: () => client.models(),
});

/** The live rate card; the gateway makes it anew once a day. */
export const pricingOptions = (client: Client): Fetched<RateListing> => ({
  key: keys.pricing,
  fetcher: () => client.pricing(),
});

export const balanceOptions = (client: Client): Fetched<Balance> => ({
  key: keys.balance,
  fetcher: () => client.balance({ fresh: true }),
});

export const usageOptions = (client: Client, query: UsageQuery = {}): Fetched<Usage> => ({
  key: keys.usage(query),
  fetcher: () => client.usage(query),
});
