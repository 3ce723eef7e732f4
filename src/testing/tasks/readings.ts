import type { Assets } from '../media/assets.js';
import type { Dialect } from '../simulation/types.js';
import { isTerminal, type Task } from './run.js';

/** A task as one dialect writes it. */
export async function readTask(task: Task, dialect: Dialect, assets: Assets): Promise<Record<string, unknown>> {
  const urls = await Promise.all(task.assets.map((asset) => assets.url(asset)));
  return compact(READERS[dialect](task, urls));
}

/** The answer to a submit. */
export function readSubmitted(task: Task, dialect: Dialect): Record<string, unknown> {
  return compact({
    task_id: task.id,
    out_task_id: task.outTaskId,
    status: statusWord(task, dialect),
    estimated_credits: task.price,
    estimated_seconds: task.estimatedSeconds,
    submitted_at: new Date(task.submittedAt).toISOString(),
  });
}

type Reader = (task: Task, urls: readonly string[]) => Record<string, unknown>;

const READERS: Record<Dialect, Reader> = {
  a: (task, urls) => ({
    task_id: task.id,
    out_task_id: task.outTaskId,
    status: statusWord(task, 'a'),
    estimated_credits: task.price,
    estimated_seconds: task.estimatedSeconds,
    credits_used: charged(task),
    output: urls.length === 0 ? undefined : task.assets.map((asset, index) => output(task, asset, urls[index] ?? '')),
    error_code: task.failure?.code,
    error_message: task.failure?.message,
  }),
  b: (task, urls) => ({
    task_id: task.id,
    status: statusWord(task, 'b'),
    result: urls.length === 0 ? undefined : result(task, urls),
    credits: charged(task),
    completed_at: isTerminal(task.status) ? new Date(task.endsAt).toISOString() : undefined,
    error_code: task.failure?.code,
    error_message: task.failure?.message,
  }),
  c: (task, urls) => ({ status: statusWord(task, 'c'), result_url: urls[0] }),
};

function statusWord(task: Task, dialect: Dialect): string {
  return task.status === 'pending' && dialect !== 'a' ? 'queued' : task.status;
}

/** Absent: nothing charged. */
function charged(task: Task): number | undefined {
  return task.charged > 0 ? task.charged : undefined;
}

function output(task: Task, { kind, width, height }: Task['assets'][number], url: string): Record<string, unknown> {
  const { order } = task;
  return compact({
    type: kind,
    url,
    duration_seconds: order.kind === 'video' ? order.request.durationSeconds : undefined,
    width,
    height,
  });
}

/** The pages show this shape for videos only; for images it names the first, and all of them. */
function result({ order }: Task, urls: readonly string[]): Record<string, unknown> {
  if (order.kind === 'image') return { image_url: urls[0], image_urls: urls };
  const { durationSeconds, resolution, aspectRatio } = order.request;
  return { video_url: urls[0], duration_seconds: durationSeconds, resolution, aspect_ratio: aspectRatio };
}

function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
