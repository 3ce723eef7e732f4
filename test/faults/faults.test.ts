import { expect, it } from 'vitest';
import { faultTable } from '../support/fault-table.js';
import { table } from '../support/table.js';

// One command, one table: `npm run test:faults`. `npm test` draws fewer seeds of the same.
it('pays once and loses nothing, whatever fails', async () => {
  const { rows, failures } = await faultTable(Number(process.env.FAULT_SEEDS ?? 500), Number(process.env.FAULT_PAIRS ?? 5000));
  console.log(`\n${table(rows)}\n`);
  expect(failures.slice(0, 20), `${failures.length} runs broke a promise`).toEqual([]);
});
