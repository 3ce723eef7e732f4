// In Node a request that nobody holds is collected, and its signal is deaf from then on.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { rig, settled, submit } from './setup.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Lets go of what nobody holds: twice, since what is kept for a turn of the loop is there until the next. */
async function collected(): Promise<void> {
  for (let time = 0; time < 2; time++) {
    await settled();
    collect();
  }
}

test('who leaves a stream is let go of, though the request was collected', async () => {
  const it = rig();
  const { task_id } = await submit(it);
  const left = new AbortController();
  const { body } = await it.get(`/v1/tasks/stream/${task_id}`, { signal: left.signal });
  await collected();
  left.abort(new Error('left'));
  await expect(body!.getReader().read()).rejects.toThrow('left');
});
