import { postTo, resultOf } from './shape.mjs';

/** What is written in an afternoon: one request, then a read each second until it is over. */
export const kind = 'video';
export const packages = [];

export function open(page) {
  const post = postTo(page);
  return {
    async make({ model, prompt }) {
      const { task_id: taskId } = await post('/v1/tasks/submit', { model, prompt });
      for (;;) {
        await new Promise((later) => setTimeout(later, 1000));
        const task = await post('/v1/tasks/query', { task_id: taskId });
        if (task.status === 'completed') return [resultOf(task)];
        if (task.status === 'failed' || task.status === 'cancelled') throw new Error(`The task has ${task.status}.`);
      }
    },
  };
}
