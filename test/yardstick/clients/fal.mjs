import { createFalClient } from '@fal-ai/client';
import { resultOf, shape } from './shape.mjs';

/** Its queue, in the shape of the gateway's tasks; what fails, fails below. `subscribe` polls each 500 ms. */
export const kind = 'video';
export const packages = ['@fal-ai/client'];

export function open({ baseUrl, apiKey, fetch }) {
  const queue = shape({ baseUrl, apiKey, fetch });
  const STATUS = { pending: 'IN_QUEUE', queued: 'IN_QUEUE', running: 'IN_PROGRESS', completed: 'COMPLETED', failed: 'COMPLETED', cancelled: 'COMPLETED' };
  const answer = async (url, init) => {
    const { pathname } = new URL(url);
    const [, id, rest] = /\/requests\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
    if (id === undefined) return queue.submit(JSON.parse(init.body), ({ task_id: request_id }) => ({ request_id, status: 'IN_QUEUE' }));
    if (rest === '/status') return queue.read(id, ({ status }) => ({ request_id: id, status: STATUS[status] ?? status }));
    return queue.read(id, (task) => ({ video: { url: resultOf(task) } }));
  };
  const fal = createFalClient({ credentials: apiKey, fetch: (url, init) => answer(url, init), suppressLocalCredentialsWarning: true });
  return {
    async make({ model, prompt }) {
      const { data } = await fal.subscribe(`gateway/${model}`, { input: { model, prompt }, mode: 'polling', pollInterval: 500 });
      return [data.video.url];
    },
  };
}
