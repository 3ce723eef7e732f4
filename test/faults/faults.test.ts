import { expect, it } from 'vitest';
import { SEED } from '../support/chance.js';
import { faultTable } from '../support/fault-table.js';
import { table } from '../support/table.js';

// One command, one table: `npm run test:faults`, which `SEED=random` lets look for new cases. `npm test` draws fewer.
// FAULT_ROWS=batch draws the rows of that name alone; of a batch and a conversation FAULT_SEEDS and FAULT_PAIRS are ten times as many as are drawn.
it('pays once and loses nothing, whatever fails', async () => {
  const { rows, failures } = await faultTable({ seeds: Number(process.env.FAULT_SEEDS ?? 500), pairs: Number(process.env.FAULT_PAIRS ?? 5000), first: SEED, only: process.env.FAULT_ROWS });
  console.log(`\n${table(rows)}\n`);
  expect(failures.slice(0, 20), `${failures.length} runs broke a promise`).toEqual([]);
});
