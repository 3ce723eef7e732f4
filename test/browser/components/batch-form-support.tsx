// A form of a batch on the simulated gateway in this page.
import { render } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import { BatchForm, type BatchFormProps } from 'bytespike-react/components/batch-form';
import { createSimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { onTestFinished } from 'vitest';
import { appWith, type flavours } from '../../support/flavours.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

let places = 0;
/** Of a test's own: pages share the locks of this browser. */
export const newPlace = () => `form ${++places}`;

export function rig(options: SimulatedGatewayOptions = {}) {
  const gateway = createSimulatedGateway({ speed: 100, ...options });
  onTestFinished(() => gateway.dispose());
  const storage = createMemoryStorage();
  const open = (scope = 'ann'): Client => createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage, scope });
  return { gateway, open };
}

/** A page with the form; with `hasBalance` it looks at the balance as well. */
export function visitForm(flavour: (typeof flavours)[number], client: Client, { persist = newPlace(), hasBalance = false, ...props }: Partial<BatchFormProps> & { hasBalance?: boolean } = {}) {
  const { useBatch, useBalance } = flavour.hooks;
  const Page = () => <BatchForm {...props} persist={persist} batch={useBatch({ persist })} />;
  const WithBalance = () => <BatchForm {...props} persist={persist} batch={useBatch({ persist })} balance={useBalance()} />;
  return render(hasBalance ? <WithBalance /> : <Page />, { wrapper: appWith(flavour, client) });
}
