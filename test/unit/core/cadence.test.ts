import { catalog, type VideoModel } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { advisedInterval, nextRead } from '../../../src/core/tasks/cadence.js';

interface Task {
  min: number;
  max: number;
  advised: number;
}

const tasks = catalog.models
  .filter((model): model is VideoModel => model.kind === 'video')
  .flatMap((model) =>
    model.latency.map((range) => ({ name: `${model.id} of ${range.clipSeconds} s`, model, ...range, advised: advisedInterval(model.cadence, range) })),
  );

function reads({ min, max, advised }: Task, until: number): number[] {
  const moments: number[] = [];
  for (let elapsed = 0; elapsed < until; moments.push(elapsed)) {
    elapsed += nextRead({ elapsed, expected: { min, max }, advised, hidden: false });
  }
  return moments;
}

/** Figures over ends that lie evenly in the range. */
function figures(task: { min: number; max: number }, moments: readonly number[]) {
  const ends = Array.from({ length: 1000 }, (_, index) => task.min + ((task.max - task.min) * (index + 0.5)) / 1000);
  const delays = ends.map((end) => moments.find((moment) => moment >= end)! - end).sort((a, b) => a - b);
  const counts = ends.map((end) => moments.findIndex((moment) => moment >= end) + 1);
  return { median: delays[500]!, reads: counts.reduce((sum, count) => sum + count, 0) / counts.length };
}

describe.each(tasks)('when to read $name', (task) => {
  it('needs at most half the reads of the reference, and knows the end no later', () => {
    const reference: number[] = [];
    for (let elapsed = 0; elapsed < task.max; reference.push(elapsed)) {
      const { cadence } = task.model;
      elapsed += (cadence.find(({ until }) => until === null || elapsed < until) ?? cadence.at(-1)!).every;
    }
    const [ours, theirs] = [figures(task, reads(task, task.max)), figures(task, reference)];
    expect(ours.reads).toBeLessThanOrEqual(theirs.reads / 2);
    expect(ours.median).toBeLessThanOrEqual(theirs.median);
  });

  it('sees an end far outside the usual range within 3 s or a tenth of the wait', () => {
    const moments = reads(task, task.max * 6);
    for (const part of [0.05, 0.1, 0.2, 0.3, 0.4, 0.44]) expectSeen(moments, task.min * part);
    for (const part of [1.2, 1.5, 2, 3, 5]) expectSeen(moments, task.max * part);
  });
});

function expectSeen(moments: readonly number[], end: number): void {
  const seen = moments.find((moment) => moment >= end)!;
  expect(seen - end, `an end after ${end} s`).toBeLessThanOrEqual(Math.max(3, end / 10) + 1e-9);
}

describe('when to read any task', () => {
  it('reads once a minute while nobody looks', () => {
    expect(nextRead({ elapsed: 30, expected: { min: 20, max: 40 }, hidden: true })).toBe(60);
  });

  it('has a sensible answer when nothing is known', () => {
    for (const elapsed of [0, 10, 59, 60, 600]) {
      const next = nextRead({ elapsed, expected: undefined, hidden: false });
      expect(next).toBeGreaterThanOrEqual(0.4);
      expect(next).toBeLessThanOrEqual(Math.max(3, elapsed / 10) * 2);
    }
  });

  it.each([
    { min: 4, max: 6, advised: 2, within: 1 },
    { min: 15, max: 25, advised: 1, within: 1.25 },
  ])('sees an end between $min and $max s within $within s', ({ within, ...task }) => {
    const moments = reads(task, task.max + within);
    const [ends, before] = [moments.filter((moment) => moment >= task.min), moments.filter((moment) => moment < task.min)];
    const steps = ends.map((moment, index) => moment - (ends[index - 1] ?? Math.max(task.min, before.at(-1)!)));
    expect(steps.length).toBeGreaterThan(1);
    expect(Math.max(...steps.slice(0, -1))).toBeLessThanOrEqual(within);
  });

  it('has a sensible answer for a range that is a point', () => {
    expect(nextRead({ elapsed: 9.99, expected: { min: 10, max: 10 }, hidden: false })).toBeGreaterThan(0);
  });
});
