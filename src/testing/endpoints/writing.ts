import { type Abortable, abortedOf, onceAborted, orAborted } from '../base/abort.js';
import { Refusal } from '../base/refusal.js';
import { refuseIfSteered, steer } from '../orders/steer.js';
import type { TextOrder } from '../orders/text.js';
import type { Simulation } from '../simulation/simulation.js';
import { answerTo } from './text-answer.js';

/** Until the first word, and from one to the next. */
const FIRST_MS = 500;
const PIECE_MS = 30;
/** USD for a token, read and written: those of a small model. */
const READ_PRICE = 1e-6;
const WRITTEN_PRICE = 5e-6;

/** What is being written, a few letters at a time. It ends with what it came to. */
export type Writing = AsyncGenerator<string, { outputTokens: number; isCut: boolean }>;

/**
 * Sets the most aside that it can cost, and waits until the model begins. What is left before its
 * end is paid for as far as it was written; what the model failed at is not.
 *
 * @param gone whoever it is written for
 * @throws Refusal when the prompt asks to be refused, or it cannot be paid
 */
export async function beginWriting(simulation: Simulation, order: TextOrder, gone: readonly Abortable[]): Promise<Writing> {
  const { billing, timers, speed } = simulation;
  refuseIfSteered(order.words);
  const { fail, hold: stall, slowness = 1 } = steer(order.words);
  const cost = (written: number) => order.inputTokens * READ_PRICE + written * WRITTEN_PRICE;
  const hold = billing.reserve(cost(order.maxTokens));
  const chargeId = simulation.newId('charge');
  const pieces = (await answerTo(order, simulation.assets)).match(/\s*\S{1,12}/gu) ?? [];
  await timers.sleep((FIRST_MS * slowness) / speed);

  return (async function* () {
    let written = 0;
    let isFailed = false;
    try {
      for (const piece of pieces.slice(0, order.maxTokens)) {
        isFailed = fail !== undefined && written >= Math.floor(pieces.length / 2);
        if (isFailed) throw failed(fail?.code, fail?.message);
        yield piece;
        written++;
        await orAborted(gone, () => (stall === undefined ? timers.sleep((PIECE_MS * slowness) / speed) : new Promise<void>(() => {})));
      }
      return { outputTokens: written, isCut: written < pieces.length };
    } finally {
      hold.settle(isFailed ? 0 : cost(written), { id: chargeId, model: order.model, at: simulation.clock.now() });
    }
  })();
}

function failed(code: string | undefined, message = ''): Refusal {
  return code === 'content_policy_violation' ? new Refusal({ status: 451, message }) : new Refusal({ status: 500, code: 'api_error', message });
}

/** Frames as they come: they go on without a reader, and end when one leaves. */
export function eventStream(frames: AsyncGenerator<string>, gone: readonly Abortable[], left: AbortController): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      const everybody = [...gone, left];
      const leave = onceAborted(everybody, () => left.signal.aborted || controller.error(abortedOf(gone)?.reason));
      const send = async () => {
        for await (const frame of frames) if (abortedOf(everybody) === undefined) controller.enqueue(encoder.encode(frame));
        if (abortedOf(everybody) === undefined) controller.close();
      };
      send()
        .catch((error: unknown) => abortedOf(everybody) === undefined && controller.error(error))
        .finally(leave);
    },
    cancel: () => left.abort(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' } });
}
