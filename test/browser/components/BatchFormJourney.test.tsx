// From a column of a table to the sheet of what came of it, and what the page says of the money against the ledger.
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BatchGrid } from 'bytespike-react';
import { BatchForm } from 'bytespike-react/components/batch-form';
import { describe, expect, it } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { newPlace, rig } from './batch-form-support.js';
import { cells, money, standing } from './batch-grid-support.js';

const COLUMN = 'A red kettle\n"A blue kettle,\non slate"\nA white kettle\n';

describe.each(flavours)('many at once on $name', (flavour) => {
  it('are pasted, priced, made, and cost what the ledger says', async () => {
    const { gateway, open } = rig();
    const { useBatch, useBalance } = flavour.hooks;
    const persist = `journey ${newPlace()}`;
    function Page() {
      const batch = useBatch({ persist });
      return (
        <>
          <BatchForm batch={batch} persist={persist} balance={useBalance()} />
          <BatchGrid batch={batch} />
        </>
      );
    }
    render(<Page />, { wrapper: appWith(flavour, open()) });
    const area = await screen.findByRole('textbox', { name: 'Prompts' });
    area.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', COLUMN);
    act(() => void area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Seedream V5 lite' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Nano Banana' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Make 6 images · \$0\.096/ }));
    await standing(...Array.from({ length: 6 }, () => 'completed'));
    const { charges } = gateway.ledger;
    const spent = charges.reduce((sum, { amount }) => sum + amount, 0);
    await waitFor(() => expect(money()).toBe('$0.096 billed'));
    expect(spent).toBeCloseTo(0.096, 9);
    expect(new Set(charges.map(({ outTaskId }) => outTaskId)).size).toBe(6);
    expect(charges).toHaveLength(cells().length);
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['A red kettle', 'A blue kettle, on slate', 'A white kettle']);
    // What was asked for stays, for the next one.
    await screen.findByRole('button', { name: /^Make 6 images/ });
  });
});
