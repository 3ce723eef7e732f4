import type { Clock } from '../base/clock.js';

/** Many submits at once: people wait for their answers, and news of what was accepted can wait for them. */
interface Rush {
  during<T>(submit: Promise<T>): Promise<T>;
  /** Until few submits are on their way, or a second is over; nothing where there is no rush. */
  quiet(): Promise<void> | undefined;
}

/** So many have a connection of a browser's six each, beside the streams. @source ours: of six, three are streams' and one is for reads */
export const FEW = 2;
const LONGEST_MS = 1000;

export function createRush(clock: Clock): Rush {
  let submitting = 0;
  const waiting = new Set<() => void>();
  return {
    async during(submit) {
      submitting++;
      try {
        return await submit;
      } finally {
        if (--submitting <= FEW) for (const go of waiting) go();
      }
    },
    quiet() {
      if (submitting <= FEW) return undefined;
      return new Promise((resolve) => {
        const timer = clock.setTimeout(go, LONGEST_MS);
        function go(): void {
          clock.clearTimeout(timer);
          waiting.delete(go);
          resolve();
        }
        waiting.add(go);
      });
    },
  };
}
