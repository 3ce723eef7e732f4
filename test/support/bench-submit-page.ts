import { createClient } from 'bytespike-react';
import { internals } from '../../src/core/client/internals.js';
import { createVideoRun } from '../../src/core/places/task-place.js';

// Runs in the page of the benchmark, bundled: from the call of a click's handler to the answer of its submit.

export type SubmitHow = 'the hook' | 'the client' | 'a bare POST';

const API = '/api';
const request = { model: 'veo-3.1-fast', prompt: 'a lighthouse', durationSeconds: 4 } as const;
const client = createClient({ baseUrl: API });
const ends: Promise<unknown>[] = [];
let sent = 0;

async function bare(key: string): Promise<void> {
  const body = JSON.stringify({ model: request.model, prompt: request.prompt, duration_seconds: 4, out_task_id: key });
  const response = await fetch(`${API}/v1/tasks/submit`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, cache: 'no-store' });
  await response.json();
}

/** Accepted is what is measured; the task is followed to its end all the same. */
function hook(): Promise<void> {
  const run = createVideoRun(internals(client), {});
  return new Promise((resolve, reject) => {
    const stop = run.subscribe(() => {
      const { task, error } = run.get();
      if (error !== undefined) reject(error);
      if (task?.taskId === undefined) return;
      stop();
      resolve();
    });
    ends.push(run.submit(request).catch(() => {}));
  });
}

const ways: Record<SubmitHow, (key: string) => Promise<unknown>> = {
  'the hook': hook,
  'the client': (outTaskId) => client.tasks.submit(request, { outTaskId }),
  'a bare POST': bare,
};

/** Milliseconds from the call until each was answered. Nothing is left to follow or to remember after it. */
globalThis.measureSubmits = async (how: SubmitHow, atOnce: number): Promise<number[]> => {
  const times = Array.from({ length: atOnce }, async () => {
    const begun = performance.now();
    await ways[how](`bench-${++sent}`);
    return performance.now() - begun;
  });
  const taken = await Promise.all(times);
  await Promise.all(ends.splice(0));
  sessionStorage.clear();
  return taken;
};

declare global {
  var measureSubmits: (how: SubmitHow, atOnce: number) => Promise<number[]>;
}
