// Batches as the hook returns them. Moments are relative to now, so that a story's clock runs.
import { type Asset, type BatchCell, type BatchColumn, type BatchResult, BytespikeError, estimateCost, expandPrompts, type GenerationRequest } from 'bytespike-react';
import { fn } from 'storybook/test';
import { pictures } from '../generated.js';

/** Prompts as people make them of a table. */
export const PROMPTS = expandPrompts(['A {{colour}} kettle on {{ground}}'], [
  { colour: 'red', ground: 'oak' },
  { colour: 'blue', ground: 'slate' },
  { colour: 'white', ground: 'linen' },
  { colour: 'green', ground: 'marble' },
]);

export const COLUMNS: readonly BatchColumn[] = [
  { model: 'gpt-image-2', size: '1024x1024', quality: 'medium' },
  { model: 'gpt-image-2', size: '1024x1024', quality: 'high' },
  { model: 'seedream-v4.5', size: '1024x1024' },
  { model: 'nano-banana-v2', size: '1024x1024' },
];

/** Actions that do nothing. */
const actions = { pause: fn(), resume: fn(), cancel: fn(), retry: fn(), reset: fn(), begin: fn(async () => {}), preview: fn(() => undefined) };

export type CellMade = Partial<BatchCell> & Pick<BatchCell, 'status'>;

interface Made {
  rows?: readonly string[];
  columns?: readonly BatchColumn[];
  cell: (row: number, column: number) => CellMade;
}

const ENDED = ['completed', 'failed', 'cancelled', 'unknown'];

export function batchOf({ rows = PROMPTS, columns = COLUMNS, cell }: Made, more: Partial<BatchResult> = {}): BatchResult {
  const cells = rows.flatMap((prompt, row) => columns.map((fields, column) => cellOf(prompt, fields, row, column, cell(row, column))));
  const counts = { waiting: 0, submitting: 0, queued: 0, running: 0, cancelling: 0, completed: 0, failed: 0, cancelled: 0, unknown: 0 };
  for (const { status } of cells) counts[status]++;
  const ended = cells.filter(({ status }) => ENDED.includes(status));
  const sum = (amounts: readonly (number | undefined)[]) => Math.round(amounts.reduce<number>((all, amount) => all + (amount ?? 0) * 1e6, 0)) / 1e6;
  const upTo = cells.map(({ status, cost, estimate }) => cost.final ?? (cost.billed === 'no' && ENDED.includes(status) ? 0 : (cost.estimated ?? estimate?.max)));
  const running = cells.filter(({ status }) => !ENDED.includes(status) && status !== 'waiting');
  const max = sum(cells.map(({ estimate }) => estimate?.max));
  return {
    ...actions,
    status: ended.length === cells.length ? 'done' : 'running',
    rows,
    columns,
    cells,
    counts,
    progress: ended.length / cells.length,
    cost: {
      price: { cells: cells.length, min: max, max, exact: true, unpriced: 0, unit: 'USD', source: 'built-in', asOf: '2026-11' },
      billed: sum(cells.map(({ cost }) => cost.final)),
      unsettled: ended.filter(({ cost }) => cost.billed !== 'no' && cost.final === undefined).length,
      upTo: upTo.includes(undefined) ? undefined : sum(upTo),
      cancel: { isFree: running.length === 0, max: sum(running.map(({ estimate }) => estimate?.max)) },
    },
    waitingFor: undefined,
    error: undefined,
    ...more,
  };
}

/** Nothing was begun. */
export const noBatch = (): BatchResult => ({ ...batchOf({ rows: [], cell: waiting }), status: 'idle', progress: 0 });

function cellOf(prompt: string, fields: BatchColumn, row: number, column: number, made: CellMade): BatchCell {
  const request = { ...fields, prompt } as GenerationRequest;
  const key = `cell-${row}-${column}`;
  const begun = Date.now() - 40_000 + (row * 4 + column) * 1500;
  const isOver = ENDED.includes(made.status);
  return {
    key,
    outTaskId: key,
    taskId: made.status === 'waiting' || made.status === 'submitting' ? undefined : `task_${row}_${column}`,
    row,
    column,
    prompt,
    model: fields.model,
    request,
    assets: [],
    cost: { billed: 'no' },
    estimate: estimateCost(request),
    error: undefined,
    progress: made.status === 'waiting' ? {} : { submittedAt: begun, startedAt: begun + 800, ...(isOver && { endedAt: begun + 9000 + ((row + column) % 4) * 2000 }) },
    ...made,
  };
}

export const waiting = (): CellMade => ({ status: 'waiting' });

/** Made, by the gateway's own word of what it cost. */
export function made(asset: Asset | readonly Asset[], final = 0.08): CellMade {
  return { status: 'completed', assets: Array.isArray(asset) ? (asset as readonly Asset[]) : [asset as Asset], cost: { billed: 'yes', final } };
}

const failed = (init: ConstructorParameters<typeof BytespikeError>[0], cost: BatchCell['cost'] = { billed: 'no' }): CellMade => ({ status: 'failed', cost, error: new BytespikeError(init) });

/** One in each way that cells may stand. */
export const ways = {
  submitting: (): CellMade => ({ status: 'submitting' }),
  queued: (): CellMade => ({ status: 'queued' }),
  running: (): CellMade => ({ status: 'running', cost: { billed: 'no', estimated: 0.08 } }),
  cancelling: (): CellMade => ({ status: 'cancelling', cost: { billed: 'no', estimated: 0.08 } }),
  blocked: () => failed({ code: 'safety_blocked', message: 'The prompt was blocked.' }),
  stopped: () => failed({ code: 'api_error', message: 'The model stopped.' }),
  billed: () => failed({ code: 'api_error', message: 'The model stopped.', billed: 'yes' }, { billed: 'yes', final: 0.03 }),
  cancelled: (): CellMade => ({ status: 'cancelled', error: new BytespikeError({ code: 'task_cancelled', message: 'Cancelled.' }) }),
  unknown: (): CellMade => ({ status: 'unknown', cost: { billed: 'unknown' }, error: new BytespikeError({ code: 'network_error', message: 'The connection broke.', billed: 'unknown' }) }),
} as const;

/** A picture for each of the first prompts by each of three hands. */
export async function shots(): Promise<readonly Asset[]> {
  const hands = ['gpt-image-2', 'seedream-v4.5', 'nano-banana-v2'] as const;
  return (await Promise.all(PROMPTS.flatMap((prompt) => hands.map((model) => pictures(prompt, 1, model))))).flat();
}

/** Of these, the one of a cell; both columns of one model show the same. */
export function shot(assets: readonly Asset[], row: number, column: number): Asset {
  return assets[row * 3 + Math.max(0, column - 1)]!;
}
