// A history as `useTasks` gives it, of any length.
import type { Asset, TaskRecord } from 'bytespike-react';
import { broken, expired } from '../fixtures.js';
import { clip, pictures, portrait } from '../generated.js';

const MADE = [
  { model: 'gpt-image-2', prompt: 'A kettle on the left and a mug on the right', cost: 0.08 },
  { model: 'veo-3.1-fast', prompt: 'Tide coming in over black rocks', cost: 0.21 },
  { model: 'seedream-v4.5', prompt: '国潮风格的月饼礼盒包装插画', cost: 0.03 },
  { model: 'nano-banana-pro', prompt: 'Perfume bottle, crystal and brushed steel', cost: 0.134 },
  { model: 'gpt-image-2', prompt: 'A lighthouse in fog, seen from the water', cost: 0.08 },
  { model: 'nano-banana-v2', prompt: 'A hand-painted sign that says “Open late”', cost: 0.04 },
] as const;

const MINUTE = 60_000;

type TaskOnly = Extract<TaskRecord, { via?: undefined }>;
type ImageOnly = Extract<TaskRecord, { via: 'sync' }>;

/** Pictures and a clip that are really there, in the order of `MADE`. */
export async function results(): Promise<readonly Asset[]> {
  const [images, tall, films] = await Promise.all([
    Promise.all([MADE[0], MADE[2], MADE[4], MADE[5]].map(({ prompt, model }) => pictures(prompt, 1, model))),
    portrait(MADE[3].prompt),
    clip(MADE[1].prompt, '16:9'),
  ]);
  const [kettle, box, lighthouse, sign] = images.flat() as [Asset, Asset, Asset, Asset];
  return [kettle, films[0]!, box, tall[0]!, lighthouse, sign];
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** One that came out well, `index` places into the past. */
export function finished(index: number, assets: readonly Asset[]): TaskOnly {
  const { model, prompt, cost } = at(MADE, index);
  const createdAt = Date.now() - (index + 1) * 37 * MINUTE;
  return {
    version: 1,
    outTaskId: `key-${index}`,
    taskId: `task_${index}`,
    request: model === 'veo-3.1-fast' ? { model, prompt, durationSeconds: 4 } : { model, prompt },
    createdAt,
    snapshot: {
      taskId: `task_${index}`,
      status: 'completed',
      assets: assets.length === 0 ? [] : [at(assets, index)],
      cost: { billed: 'yes', final: cost },
      submittedAt: createdAt,
      completedAt: createdAt + 9000 + (index % 7) * 4000,
    },
  };
}

export function history(count: number, assets: readonly Asset[]): readonly TaskRecord[] {
  return Array.from({ length: count }, (_, index) => finished(index, assets));
}

/** The same, and not over yet or gone another way. `secondsAgo` keeps it at the top. */
export function changed(record: TaskOnly, secondsAgo: number, snapshot: Partial<NonNullable<TaskOnly['snapshot']>>): TaskOnly {
  return {
    ...record,
    outTaskId: `${record.outTaskId}-${secondsAgo}`,
    createdAt: Date.now() - secondsAgo * 1000,
    snapshot: { ...record.snapshot!, assets: [], cost: { billed: 'no', estimated: 0.21 }, submittedAt: undefined, completedAt: undefined, ...snapshot },
  };
}

/** A synchronous image, which is no task. */
function drawn(secondsAgo: number, snapshot: Partial<ImageOnly['snapshot']>): ImageOnly {
  const createdAt = Date.now() - secondsAgo * 1000;
  return {
    version: 1,
    outTaskId: `drawn-${secondsAgo}`,
    via: 'sync',
    request: { model: MADE[0].model, prompt: MADE[0].prompt },
    createdAt,
    snapshot: { status: 'running', assets: [], cost: { billed: 'no' }, submittedAt: createdAt, ...snapshot },
  };
}

/** Synchronous images: what only they can be. */
export function everyImage([picture]: readonly Asset[]): readonly TaskRecord[] {
  return [
    drawn(20, {}),
    drawn(60, { status: 'completed', assets: picture === undefined ? [] : [picture], cost: { billed: 'yes', final: 0.08 }, completedAt: Date.now() - 48_000 }),
    drawn(250, { status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', message: 'Lost.', retryable: true } }),
    drawn(260, { status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'aborted', message: 'Stopped.', retryable: false } }),
    drawn(270, { status: 'failed', error: { code: 'safety_blocked', message: 'Blocked.', retryable: false } }),
    drawn(280, { status: 'completed', notKept: 1, cost: { billed: 'yes', final: 0.08 } }),
  ];
}

/** A picture, the clips that were made of it, and one whose beginning is gone. */
export function family(assets: readonly Asset[]): readonly TaskRecord[] {
  const [picture, film] = [finished(0, assets), finished(1, assets)];
  const of = (outTaskId: string, secondsAgo: number, prompt: string, parent: TaskOnly['request']['parent']): TaskOnly => ({
    ...film,
    outTaskId,
    createdAt: Date.now() - secondsAgo * 1000,
    request: { ...film.request, prompt, parent },
  });
  return [
    of('c', 60, 'The fog closes in again', { outTaskId: 'gone', index: 0 }),
    of('b', 120, 'And the kettle begins to sing', { outTaskId: 'a', index: 0, seconds: 4 }),
    of('a', 240, 'Steam rises, slowly', { outTaskId: picture.outTaskId, index: 0 }),
    picture,
  ];
}

/** One of every kind of task that there is, newest first. */
export function everyState(assets: readonly Asset[]): readonly TaskRecord[] {
  const [image, film] = [finished(0, assets), finished(1, assets)];
  const several = assets.slice(0, 4).filter(({ kind }) => kind === 'image');
  return [
    { ...film, outTaskId: 'sent', createdAt: Date.now() - 1000, taskId: undefined, snapshot: undefined },
    changed(film, 4, { status: 'queued' }),
    changed(film, 14, { status: 'running' }),
    changed(image, 60, { status: 'completed', assets: several, cost: { billed: 'yes', final: 0.24 } }),
    changed(film, 90, { status: 'failed', error: { code: 'content_policy_violation', message: 'Blocked.' }, cost: { billed: 'no' } }),
    changed(image, 120, { status: 'failed', error: { code: 'upstream_error', message: 'The model stopped.' }, cost: { billed: 'no' } }),
    changed(film, 150, { status: 'cancelled', cost: { billed: 'yes', final: 0.07 } }),
    changed(film, 160, { status: 'cancelled', cost: { billed: 'unknown' } }),
    { ...film, outTaskId: 'lost', createdAt: Date.now() - 200_000, taskId: undefined, snapshot: undefined },
    changed(image, 220, { status: 'completed', assets: [expired()], cost: { billed: 'yes', final: 0.08 } }),
    changed(image, 230, { status: 'completed', assets: [broken], cost: { billed: 'yes', estimated: 0.08 } }),
    changed(image, 240, { status: 'completed', assets: [{ kind: 'image', url: 'javascript:alert(1)' }] }),
    ...history(6, assets).map((record, index) => ({ ...record, createdAt: record.createdAt - index * 86_400_000 * 90 })),
  ];
}
