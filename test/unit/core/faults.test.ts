import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { billedTwiceByOpenAi } from '../../support/control-run.js';
import { faultTable } from '../../support/fault-table.js';

describe('under faults', () => {
  it('pays once and loses nothing, whatever fails', async () => {
    const { rows, failures } = await faultTable({ seeds: 12, pairs: 120, first: 0 });
    expect(failures).toEqual([]);
    // Under the harness most wishes come true: it is no proof that nothing was billed at all.
    const completed = rows.reduce((sum, row) => sum + Number(row.completed), 0);
    const runs = rows.reduce((sum, row) => sum + Number(row.runs), 0);
    expect(completed).toBeGreaterThan(runs / 2);
  });

  it.each<Fault>([{ kind: 'reset-after-body' }, { kind: 'html', status: 502, processed: true }])(
    'sees double billing where there is some: a client without keys under $kind',
    async (fault) => {
      expect(await billedTwiceByOpenAi([{ ...fault, on: 'POST /v1/images/generations' }])).toBe(true);
    },
  );
});
