import { type Fields, fieldsOf } from '../base/fields.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost, TaskSnapshot } from '../outcome/snapshot.js';
import { isTerminal, type TaskStatus } from '../outcome/status.js';
import { fieldIn, listIn, numberIn, textIn, textsIn } from './fields.js';
import { amountsIn, link, type ReadContext } from './reading-parts.js';

const STATUSES: Record<string, TaskStatus> = {
  pending: 'queued',
  queued: 'queued',
  running: 'running',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/** Any of the gateway's shapes of a task, as one reading; `undefined` when it is none of them. */
export function readTask(body: unknown, context: ReadContext): TaskSnapshot | undefined {
  const fields = fieldsOf(body);
  const said = textIn(fields, 'status');
  const taskId = textIn(fields, 'task_id') ?? context.taskId;
  if (fields === undefined || said === undefined || taskId === undefined || isForeign(fields, context)) return undefined;
  const known = Object.hasOwn(STATUSES, said) ? STATUSES[said] : undefined;
  const status = known ?? 'running';
  return {
    taskId,
    outTaskId: textIn(fields, 'out_task_id'),
    model: textIn(fields, 'model'),
    status,
    statusText: known === undefined ? said : undefined,
    assets: status === 'completed' ? assetsOf(fields, context) : [],
    cost: costOf(fields, status, context),
    error: status === 'failed' ? failureOf(fields) : undefined,
    estimatedSeconds: numberIn(fields, 'estimated_seconds'),
    submittedAt: momentIn(fields, 'submitted_at'),
    completedAt: momentIn(fields, 'completed_at'),
  };
}

/** A cache or a mix-up on the way: its result and its price are somebody else's. */
function isForeign(fields: Fields, { taskId, outTaskId }: ReadContext): boolean {
  const differ = (name: string, asked: string | undefined) => asked !== undefined && (textIn(fields, name) ?? asked) !== asked;
  return differ('task_id', taskId) || differ('out_task_id', outTaskId);
}

function costOf(fields: Fields, status: TaskStatus, { usdPerCredit, namesAmounts = true }: ReadContext): GenerationCost {
  const { estimated, final: said } = amountsIn(fields, usdPerCredit);
  if (!isTerminal(status)) return { estimated, billed: 'no' };
  if (status === 'completed') return { estimated, final: said, billed: 'yes' };
  // The shortest shape has neither an id nor a place for an amount.
  if (status === 'cancelled' && said === undefined && !(namesAmounts && textIn(fields, 'task_id') !== undefined)) return { estimated, billed: 'unknown' };
  // A failed task is never billed, and a cancelled one is free unless the gateway names an amount.
  const final = status === 'failed' ? 0 : (said ?? 0);
  return { estimated, final, billed: final > 0 ? 'yes' : 'no' };
}

function failureOf(fields: Fields): TaskSnapshot['error'] {
  const error = fieldsOf(fieldIn(fields, 'error'));
  return {
    code: textIn(fields, 'error_code') ?? textIn(error, 'code') ?? 'task_failed',
    message: textIn(fields, 'error_message') ?? textIn(error, 'message') ?? 'The model gave no reason.',
  };
}

/** Of one task; no model makes a tenth of them, and each address is taken apart. */
const MOST_ASSETS = 500;

function assetsOf(fields: Fields, context: ReadContext): Asset[] {
  const outputs = (listIn(fields, 'output') ?? []).slice(0, MOST_ASSETS).flatMap((entry) => {
    const output = fieldsOf(entry);
    const url = textIn(output, 'url');
    return url ? [link(url, textIn(output, 'type') === 'image' ? 'image' : 'video', context, measuresIn(output))] : [];
  });
  if (outputs.length > 0) return outputs;
  const result = fieldsOf(fieldIn(fields, 'result'));
  // Batched images have no page of their own in the reference: all of them, where they are named.
  const images = textsIn(result, 'image_urls') ?? [];
  const image = images[0] ?? textIn(result, 'image_url');
  const url = textIn(result, 'video_url') ?? image ?? textIn(result, 'url') ?? textIn(fields, 'result_url');
  const urls = images.length > 0 ? images.slice(0, MOST_ASSETS) : url === undefined ? [] : [url];
  return urls.map((each) => link(each, kindOf(each, image !== undefined), context, measuresIn(result)));
}

function measuresIn(fields: Fields | undefined): Pick<Asset, 'width' | 'height' | 'durationSeconds'> {
  return { width: numberIn(fields, 'width'), height: numberIn(fields, 'height'), durationSeconds: numberIn(fields, 'duration_seconds') };
}

function kindOf(url: string, named: boolean): Asset['kind'] {
  return named || /\.(png|jpe?g|webp|avif|gif)($|[?#])/i.test(url) ? 'image' : 'video';
}

function momentIn(fields: Fields, name: string): number | undefined {
  const value = fieldIn(fields, name);
  // Unix times come in seconds; anything that large is already in milliseconds.
  const time = typeof value === 'number' ? (value > 1e11 ? value : value * 1000) : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
