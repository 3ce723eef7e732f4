import { describe, expect, it } from 'vitest';
import { stagesOf } from '../../../src/components/task-progress/stage-list.js';
import type { TaskSnapshot } from '../../../src/core/outcome/snapshot.js';
import { begun } from '../../../src/core/places/before/task-start.js';
import { followed } from '../../../src/core/places/task-state.js';

const SUBMITTED = 1_000_000;
const NOW = 1_500_000;
/** The gateway's clock is an hour ahead. */
const THERE = SUBMITTED + 3_600_000;

const snapshot = (fields: Partial<TaskSnapshot>): TaskSnapshot => ({ taskId: 'task_1', status: 'completed', assets: [], cost: { billed: 'yes' }, ...fields });

/** When it is said to have ended, as the first reading since a reload or as one of many. */
function endedAt(fields: Partial<TaskSnapshot>, { watched, submittedAt = SUBMITTED }: { watched: boolean; submittedAt?: number | undefined }) {
  const restored = begun(undefined, submittedAt, 'queued');
  const before = watched ? followed(restored, { snapshot: snapshot({ status: 'running' }), connection: 'live', error: undefined }, NOW - 5) : restored;
  return followed(before, { snapshot: snapshot(fields), connection: 'live', error: undefined }, NOW, watched).progress.endedAt;
}

describe('when a task has ended', () => {
  it.each([
    ['of a gateway that names both its moments: as long after the submit', { submittedAt: THERE, completedAt: THERE + 19_000 }, true, SUBMITTED + 19_000],
    ['the same after a reload, however much later', { submittedAt: THERE, completedAt: THERE + 19_000 }, false, SUBMITTED + 19_000],
    ['of one that names none: when it was seen', {}, true, NOW],
    ['of one that names none, after a reload: unknown', {}, false, undefined],
    ['of one that names the end alone: when it was seen', { completedAt: THERE + 19_000 }, true, NOW],
    ['the same after a reload: unknown, since its clock may be another one', { completedAt: SUBMITTED + 19_000 }, false, undefined],
    ['of one whose moments contradict one another: when it was seen', { submittedAt: THERE, completedAt: THERE - 1 }, true, NOW],
  ])('%s', (_, fields, watched, expected) => {
    expect(endedAt(fields, { watched })).toBe(expected);
  });

  it('is not said before', () => {
    expect(endedAt({ status: 'running' }, { watched: true })).toBeUndefined();
  });
});

describe('when a task has begun to run', () => {
  const first = (isSeen: boolean) => followed(begun(undefined, SUBMITTED, 'queued'), { snapshot: snapshot({ status: 'running' }), connection: 'live', error: undefined }, NOW, isSeen);

  it('is when that was seen, by whoever saw it wait', () => {
    expect(first(true).progress).toMatchObject({ startedAt: NOW, hasStarted: true });
  });

  it('is unknown where it is only read from time to time', () => {
    const read = followed(begun(undefined, SUBMITTED, 'queued'), { snapshot: snapshot({ status: 'running' }), connection: 'polling', error: undefined }, NOW, true);
    expect(read.progress).toMatchObject({ startedAt: undefined, hasStarted: true });
  });

  it('is unknown of one that is found running, and stays so', () => {
    const found = first(false);
    const later = followed(found, { snapshot: snapshot({ status: 'running', estimatedSeconds: 9 }), connection: 'live', error: undefined }, NOW + 5);
    for (const { progress } of [found, later]) expect([progress.startedAt, progress.hasStarted]).toEqual([undefined, true]);
  });

  it('tells a stage that is being cancelled, and no time of one that nobody saw', () => {
    const stages = stagesOf('video', 'cancelling', first(false).progress);
    expect(stages.map(({ state }) => state)).toEqual(['done', 'done', 'current', 'ahead']);
    expect(stages.map(({ tookMs }) => tookMs)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
