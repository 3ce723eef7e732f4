import { type BatchPreview, type Catalog, catalog as builtIn, type CostEstimate, estimateCost, type GenerationRequest } from 'bytespike-react';
import type { BatchFormProps } from 'bytespike-react/components/batch-form';
import { fn } from 'storybook/test';

type FormBatch = BatchFormProps['batch'];

interface Made {
  status?: FormBatch['status'];
  catalog?: Catalog;
  /** USD that the balance is short. */
  shortfall?: number;
}

/** The batch of a place where none was begun, priced by the catalog as the hook does. */
export function formBatch({ status = 'idle', catalog = builtIn, shortfall = 0 }: Made = {}): FormBatch {
  return {
    status,
    begin: fn(async () => {}),
    preview: ({ prompts, models }): BatchPreview => {
      const each = prompts.flatMap((prompt) => models.map((column) => estimateCost({ ...(typeof column === 'string' ? { model: column } : column), prompt } as GenerationRequest, catalog)));
      const known = each.filter((estimate): estimate is CostEstimate => estimate !== undefined);
      const sum = (amounts: readonly number[]) => Math.round(amounts.reduce((all, amount) => all + amount * 1e6, 0)) / 1e6;
      return {
        cells: each.length,
        min: sum(known.map(({ min }) => min)),
        max: sum(known.map(({ max }) => max)),
        exact: known.length === each.length && known.every(({ exact }) => exact),
        unpriced: each.length - known.length,
        unit: 'USD',
        source: 'built-in',
        asOf: catalog.asOf,
        shortfall,
        problems: [],
      };
    },
  };
}
