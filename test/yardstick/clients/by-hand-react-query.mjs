import { environmentManager, MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { postTo, resultOf } from './shape.mjs';

/** The same on TanStack Query, with its own retries: of reads three, which it has by itself, and of the submit as many. */
export const kind = 'video';
export const packages = ['@tanstack/react-query'];

// As in a page: on a server it repeats nothing.
environmentManager.setIsServer(() => false);

export function open(page) {
  const client = new QueryClient();
  client.mount();
  const post = postTo(page);
  return {
    async make({ model, prompt }) {
      const submit = new MutationObserver(client, { mutationFn: () => post('/v1/tasks/submit', { model, prompt }), retry: 3 });
      const { task_id: taskId } = await submit.mutate();
      const over = ['completed', 'failed', 'cancelled'];
      const task = new QueryObserver(client, {
        queryKey: ['task', taskId],
        queryFn: () => post('/v1/tasks/query', { task_id: taskId }),
        refetchInterval: ({ state }) => (over.includes(state.data?.status) ? false : 1000),
      });
      return new Promise((resolve, reject) => {
        const leave = task.subscribe(({ data, isError, error }) => {
          if (!isError && !over.includes(data?.status)) return;
          leave();
          if (data?.status === 'completed') resolve([resultOf(data)]);
          else reject(error ?? new Error(`The task has ${data?.status}.`));
        });
      });
    },
  };
}
