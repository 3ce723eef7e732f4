// Every component as a server sends it, and one with variables of the app's own.
import { BalanceMeter, BytespikeProvider, createClient } from 'bytespike-react';
import type { ReactNode } from 'react';
import { pages } from '../hydration/parts.js';

const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}) });
const balance = { available: 10, status: 'success', canAfford: () => true, shortfall: () => 0, refresh: async () => {}, source: 'headers', stale: false, low: false } as const;

export const everyPart = (): Record<string, ReactNode> => pages('en');

export const themedPart = (): Record<string, ReactNode> => ({
  themed: (
    <BytespikeProvider client={client} appearance={{ variables: { '--bs-text': 'rgb(1 2 3)' } }}>
      <BalanceMeter balance={balance} />
    </BytespikeProvider>
  ),
});
