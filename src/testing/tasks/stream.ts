import { type Abortable, abortedOf, onceAborted } from '../base/abort.js';
import type { Timers } from '../base/clock.js';
import { isTerminal, type Task, type TaskRun } from './run.js';

/** Heartbeats come at this pace whatever the gateway's `speed` is: they keep real connections open. */
const HEARTBEAT_MS = 10_000;

/**
 * One task as server-sent events: its state at once, then each change, until it has ended.
 * An abort of any of `abortables` breaks it with an error, as a lost connection does.
 */
export function taskStream(
  run: TaskRun,
  options: { timers: Timers; abortables: readonly Abortable[]; read: (task: Task) => Promise<unknown> },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { timers, abortables } = options;
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      let open = true;
      let frames = Promise.resolve();
      let stopHeartbeat = () => {};
      const beat = () => {
        controller.enqueue(encoder.encode(': heartbeat\n\n'));
        stopHeartbeat = timers.after(HEARTBEAT_MS, beat);
      };
      const send = async (task: Task) => {
        const reading = await options.read(task);
        if (!open) return;
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(reading)}\n\n`));
        if (!isTerminal(task.status)) return;
        leave();
        controller.close();
      };
      const fail = (error: unknown) => {
        if (!open) return;
        leave();
        controller.error(error);
      };
      // One after another: a reading with links to make must not be overtaken.
      const queue = (task: Task) => {
        frames = frames.then(() => send(task)).catch(fail);
      };
      const first = run.advance();
      const unwatch = run.watch(queue);
      const letGo = onceAborted(abortables, () => fail(abortedOf(abortables)?.reason));
      leave = () => {
        open = false;
        stopHeartbeat();
        unwatch();
        letGo();
      };
      stopHeartbeat = timers.after(HEARTBEAT_MS, beat);
      queue(first);
    },
    cancel: () => leave(),
  });
}
