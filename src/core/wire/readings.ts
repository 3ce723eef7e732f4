import * as v from 'valibot';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost, TaskSnapshot } from '../outcome/snapshot.js';
import { isTerminal, type TaskStatus } from '../outcome/status.js';
import { amountsOf, link, numeric, type ReadContext, text } from './reading-parts.js';

const output = v.object({
  type: text,
  url: v.pipe(v.string(), v.minLength(1)),
  duration_seconds: numeric,
  width: numeric,
  height: numeric,
});
const texts = v.fallback(v.optional(v.array(v.string())), undefined);
const result = v.object({
  video_url: text,
  image_url: text,
  // Batched images have no page of their own in the reference: all of them, where they are named.
  image_urls: texts,
  url: text,
  duration_seconds: numeric,
  width: numeric,
  height: numeric,
});
const taskFields = v.object({
  task_id: text,
  out_task_id: text,
  status: v.string(),
  model: text,
  estimated_credits: numeric,
  estimated_seconds: numeric,
  credits_used: numeric,
  credits: numeric,
  submitted_at: v.fallback(v.optional(v.union([v.string(), v.number()])), undefined),
  completed_at: v.fallback(v.optional(v.union([v.string(), v.number()])), undefined),
  output: v.fallback(v.optional(v.array(v.unknown())), undefined),
  result: v.fallback(v.optional(v.nullable(result)), undefined),
  result_url: text,
  error_code: text,
  error_message: text,
  error: v.fallback(v.optional(v.object({ code: text, message: text })), undefined),
});
type TaskFields = v.InferOutput<typeof taskFields>;

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
  const parsed = v.safeParse(taskFields, body);
  if (!parsed.success) return undefined;
  const fields = parsed.output;
  const taskId = fields.task_id ?? context.taskId;
  if (taskId === undefined || isForeign(fields, context)) return undefined;
  const known = Object.hasOwn(STATUSES, fields.status) ? STATUSES[fields.status] : undefined;
  const status = known ?? 'running';
  return {
    taskId,
    outTaskId: fields.out_task_id,
    model: fields.model,
    status,
    statusText: known === undefined ? fields.status : undefined,
    assets: status === 'completed' ? assetsOf(fields, context) : [],
    cost: costOf(fields, status, context),
    error: status === 'failed' ? failureOf(fields) : undefined,
    estimatedSeconds: fields.estimated_seconds,
    submittedAt: moment(fields.submitted_at),
    completedAt: moment(fields.completed_at),
  };
}

/** A cache or a mix-up on the way: its result and its price are somebody else's. */
function isForeign({ task_id, out_task_id }: TaskFields, { taskId, outTaskId }: ReadContext): boolean {
  const differ = (said: string | undefined, asked: string | undefined) => said !== undefined && asked !== undefined && said !== asked;
  return differ(task_id, taskId) || differ(out_task_id, outTaskId);
}

function costOf(fields: TaskFields, status: TaskStatus, { usdPerCredit, namesAmounts = true }: ReadContext): GenerationCost {
  const { estimated, final: said } = amountsOf(fields, usdPerCredit);
  if (!isTerminal(status)) return { estimated, billed: 'no' };
  if (status === 'completed') return { estimated, final: said, billed: 'yes' };
  // The shortest shape has neither an id nor a place for an amount.
  if (status === 'cancelled' && said === undefined && !(namesAmounts && fields.task_id !== undefined)) return { estimated, billed: 'unknown' };
  // A failed task is never billed, and a cancelled one is free unless the gateway names an amount.
  const final = status === 'failed' ? 0 : (said ?? 0);
  return { estimated, final, billed: final > 0 ? 'yes' : 'no' };
}

function failureOf(fields: TaskFields): TaskSnapshot['error'] {
  return {
    code: fields.error_code ?? fields.error?.code ?? 'task_failed',
    message: fields.error_message ?? fields.error?.message ?? 'The model gave no reason.',
  };
}

/** Of one task; no model makes a tenth of them, and each address is taken apart. */
const MOST_ASSETS = 500;

function assetsOf(fields: TaskFields, context: ReadContext): Asset[] {
  const outputs = (fields.output ?? []).slice(0, MOST_ASSETS).flatMap((entry) => {
    const parsed = v.safeParse(output, entry);
    return parsed.success ? [parsed.output] : [];
  });
  if (outputs.length > 0) {
    return outputs.map((entry) =>
      link(entry.url, entry.type === 'image' ? 'image' : 'video', context, {
        width: entry.width,
        height: entry.height,
        durationSeconds: entry.duration_seconds,
      }),
    );
  }
  const { result } = fields;
  const image = result?.image_urls?.[0] ?? result?.image_url;
  const url = result?.video_url ?? image ?? result?.url ?? fields.result_url;
  const urls = result?.image_urls?.length ? result.image_urls.slice(0, MOST_ASSETS) : url === undefined ? [] : [url];
  return urls.map((each) =>
    link(each, kindOf(each, image !== undefined), context, {
      width: result?.width,
      height: result?.height,
      durationSeconds: result?.duration_seconds,
    }),
  );
}

function kindOf(url: string, named: boolean): Asset['kind'] {
  return named || /\.(png|jpe?g|webp|avif|gif)($|[?#])/i.test(url) ? 'image' : 'video';
}

function moment(value: string | number | undefined): number | undefined {
  if (value === undefined) return undefined;
  // Unix times come in seconds; anything that large is already in milliseconds.
  const time = typeof value === 'number' ? (value > 1e11 ? value : value * 1000) : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
