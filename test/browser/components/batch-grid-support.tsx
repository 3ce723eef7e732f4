// A batch on the simulated gateway in this page, seen on its sheet.
import { render, screen, waitFor } from '@testing-library/react';
import { type BatchInput, type BatchGridProps, BatchGrid, type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { expect, onTestFinished } from 'vitest';
import { appWith, type flavours } from '../../support/flavours.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

export const SHOTS: BatchInput = { prompts: ['a kettle', 'a cup'], models: ['seedream-v5lite', 'nano-banana'] };

let places = 0;
/** Of a test's own: pages share the locks of this browser. */
export const newPlace = () => `sheet ${++places}`;

export function rig(options: SimulatedGatewayOptions = {}) {
  const gateway = createSimulatedGateway({ speed: 100, ...options });
  onTestFinished(() => gateway.dispose());
  const storage = createMemoryStorage();
  const open = (): Client => createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage, scope: 'ann' });
  return { gateway, open };
}

export const submitsOf = ({ requests }: SimulatedGateway): number => requests.filter(({ path }) => path === '/v1/tasks/submit').length;

/** A page with a button that begins, and the sheet. */
export function visit(flavour: (typeof flavours)[number], client: Client, { persist = newPlace(), input = SHOTS, ...props }: Partial<BatchGridProps> & { persist?: string; input?: BatchInput } = {}) {
  function Page() {
    const batch = flavour.hooks.useBatch({ persist });
    return (
      <>
        <button type="button" onClick={() => void batch.begin(input)}>
          Begin
        </button>
        <BatchGrid {...props} batch={batch} />
      </>
    );
  }
  return render(<Page />, { wrapper: appWith(flavour, client) });
}

export const grid = () => screen.getByRole('grid');
export const cells = () => screen.getAllByRole('gridcell');
/** Each cell in a word, row by row. */
export const stands = () => cells().map((cell) => cell.dataset['status']);
export const standing = (...statuses: readonly string[]) => waitFor(() => expect(stands()).toEqual(statuses));
export const money = () => document.querySelector('.bs-batch-money')?.textContent ?? '';
