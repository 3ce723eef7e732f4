import Replicate from 'replicate';
import { resultOf, shape } from './shape.mjs';

/** Its predictions, in the shape of the gateway's tasks; what fails, fails below. `run` polls each 500 ms. */
export const kind = 'video';
export const packages = ['replicate'];

export function open({ baseUrl, apiKey, fetch }) {
  const tasks = shape({ baseUrl, apiKey, fetch });
  const STATUS = { pending: 'starting', queued: 'starting', running: 'processing', completed: 'succeeded', failed: 'failed', cancelled: 'canceled' };
  const prediction = (task) => ({ id: task.task_id, status: STATUS[task.status] ?? task.status, output: resultOf(task), urls: {} });
  const replicate = new Replicate({
    auth: apiKey,
    fetch: async (url, init) => {
      const [, id] = /\/predictions\/([^/]+)$/.exec(new URL(url).pathname) ?? [];
      return id === undefined ? tasks.submit(JSON.parse(init.body).input, prediction) : tasks.read(id, prediction);
    },
  });
  return {
    async make({ model, prompt }) {
      // A file that has not been read, and says where it is.
      const file = await replicate.run(`gateway/${model}`, { input: { model, prompt }, wait: { mode: 'poll', interval: 500 } });
      return [file.url().href];
    },
  };
}
