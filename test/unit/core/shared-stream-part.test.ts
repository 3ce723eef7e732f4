import { expect, it } from 'vitest';
import type * as Part from '../../../src/core/tasks/shared-line.js';
import { createSharedStream } from '../../../src/core/tasks/shared-stream.js';
import type { TaskSnapshot } from '../../../src/core/outcome/snapshot.js';
import { createManualClock } from '../../support/manual-clock.js';

const SNAPSHOT: TaskSnapshot = { taskId: 'task_1', status: 'running', assets: [], cost: { billed: 'no' } };

/** A stream whose connection comes when the test says so, and tells of one task. */
function rig(offers: string | undefined) {
  const clock = createManualClock();
  const loads: { there: () => void; failed: () => void }[] = [];
  const done: string[] = [];
  const line: Part.SharedLine = {
    open: () => done.push('open'),
    told: (taskId) => (taskId === SNAPSHOT.taskId ? SNAPSHOT : undefined),
    willCarry: async (taskId) => taskId === SNAPSHOT.taskId,
    watch: () => {
      done.push('watch');
      return () => done.push('closed');
    },
  };
  const load = () =>
    new Promise<{ createSharedLine: () => Part.SharedLine }>((resolve, reject) => loads.push({ there: () => resolve({ createSharedLine: () => line }), failed: () => reject(new Error('gone')) }));
  // Of all that the connection is made of, this part asks what is offered, and nothing else.
  const options = { clock, transport: { offers: () => offers } } as unknown as Part.SharedLineOptions;
  return { clock, loads, done, shared: createSharedStream(options, load) };
}

const { signal } = new AbortController();

it.each([undefined, '', 'uploads'])('the connection of all tasks is not loaded behind a proxy that offers "%s"', async (offers) => {
  const { shared, loads } = rig(offers);
  shared.join('task_1', () => {});
  expect(await shared.willCarry('task_1', 250, signal)).toBe(false);
  expect(loads).toEqual([]);
});

it('a task waits for it, and hears by it', async () => {
  const { shared, loads, done } = rig('task-events');
  const leave = shared.join('task_1', () => {});
  const carried = shared.willCarry('task_1', 250, signal);
  expect(shared.carries('task_1')).toBe(false);
  loads[0]?.there();
  expect(await carried).toBe(true);
  expect(shared.carries('task_1')).toBe(true);
  const heard: TaskSnapshot[] = [];
  shared.join('task_1', (snapshot) => heard.push(snapshot));
  expect(heard).toEqual([SNAPSHOT]);
  leave();
  expect(done).toEqual(['watch', 'open', 'open']);
});

it('nobody waits longer than two seconds for what does not load', async () => {
  const { shared, clock } = rig('task-events');
  shared.join('task_1', () => {});
  let carried: boolean | undefined;
  void shared.willCarry('task_1', 250, signal).then((isCarried) => (carried = isCarried));
  await clock.advance(1999);
  expect(carried).toBeUndefined();
  await clock.advance(1);
  expect(carried).toBe(false);
});

it('what failed to load is loaded by the next reading, and not twice at once', async () => {
  const { shared, loads, done } = rig('task-events');
  shared.join('task_1', () => {});
  shared.open();
  expect(loads).toHaveLength(1);
  const carried = shared.willCarry('task_1', 250, signal);
  loads[0]?.failed();
  expect(await carried).toBe(false);
  shared.open();
  expect(loads).toHaveLength(2);
  let isWoken = false;
  shared.onChange('task_1', () => (isWoken = true));
  loads[1]?.there();
  await expect.poll(() => isWoken).toBe(true);
  expect(done).toEqual(['watch', 'open']);
});

it('is closed with the last task, also when it came after that', async () => {
  const { shared, loads, done } = rig('task-events');
  shared.join('task_1', () => {})();
  loads[0]?.there();
  await expect.poll(() => done).toEqual(['open']);
  shared.join('task_1', () => {})();
  expect(done).toEqual(['open', 'watch', 'open', 'closed']);
});
