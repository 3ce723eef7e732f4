import type { Loaded } from '../base/load-once.js';
import type { createReadPlan, ReadPlan } from './read-plan.js';

/**
 * Loaded with the first task that has no stream: a page whose tasks all have one needs none of it.
 * By itself and not by `loadOnce`: one more file that tasks share with the page makes Rolldown put others
 * that they share into chunks of their own, and the page 400 bytes larger.
 */
export function loadReadPlan(options: Parameters<typeof createReadPlan>[0]): Loaded<ReadPlan> {
  let current: ReadPlan | undefined;
  let loading: Promise<ReadPlan> | undefined;
  return {
    current: () => current,
    load() {
      loading ??= import('./read-plan.js').then(
        ({ createReadPlan }) => (current = createReadPlan(options)),
        (cause: unknown) => {
          loading = undefined;
          throw cause;
        },
      );
      return loading;
    },
  };
}
