import { type Abortable, abortedOf, onceAborted, orAborted } from '../base/abort.js';
import { Refusal } from '../base/refusal.js';
import { refuseIfSteered, steer } from '../orders/steer.js';
import { type TextOrder, tokensOf } from '../orders/text.js';
import type { Simulation } from '../simulation/simulation.js';
import { draw, type DrawnPiece } from './drawing.js';
import { type Script, scriptOf, spoken } from './script.js';

/** Until the first word, and from one to the next. */
const FIRST_MS = 500;
const PIECE_MS = 30;
/** USD for a token, read and written: those of a small model. */
const READ_PRICE = 1e-6;
const WRITTEN_PRICE = 5e-6;

/** What is being written, a few letters at a time, and what is drawn between them. It ends with what it came to. */
export type Writing = AsyncGenerator<string | DrawnPiece, Written>;

export interface Written {
  outputTokens: number;
  isCut: boolean;
  /** How often something was to be drawn. */
  drawn: number;
}

/**
 * Sets the most aside that the text can cost, and waits until the model begins. What is left before its
 * end is paid for as far as it was written; what the model failed at is not. Pictures are paid for as any are.
 *
 * @param gone whoever it is written for
 * @param base where links to pictures lead
 * @throws Refusal when the prompt asks to be refused, or it cannot be paid
 */
export async function beginWriting(simulation: Simulation, order: TextOrder, gone: readonly Abortable[], base: string): Promise<Writing> {
  const { billing, timers, speed } = simulation;
  const said = order.tool === undefined ? order.words : spoken(order.words);
  refuseIfSteered(said);
  const { fail, hold: stall, slowness = 1 } = steer(said);
  const cost = (written: number) => order.inputTokens * READ_PRICE + written * WRITTEN_PRICE;
  const hold = billing.reserve(cost(order.maxTokens));
  const chargeId = simulation.newId('charge');
  const script = (await scriptOf(order, simulation.assets)).flatMap((part): Script => (typeof part === 'string' ? (part.match(/\s*\S{1,12}/gu) ?? []) : [part]));
  const pieces = script.filter((part) => typeof part === 'string').length;
  await timers.sleep((FIRST_MS * slowness) / speed);

  return (async function* () {
    let [written, spokenPieces, drawn] = [0, 0, 0];
    let isFailed = false;
    try {
      for (const part of script) {
        if (written >= order.maxTokens) return { outputTokens: written, isCut: true, drawn };
        if (typeof part !== 'string') {
          if (order.tool === undefined || drawn >= order.tool.most) continue;
          drawn++;
          written += tokensOf(part.draw);
          yield* draw(simulation, order.tool.orderOf(part.draw), base, gone);
          continue;
        }
        isFailed = fail !== undefined && spokenPieces >= Math.floor(pieces / 2);
        if (isFailed) throw failed(fail?.code, fail?.message);
        yield part;
        written++;
        spokenPieces++;
        await orAborted(gone, () => (stall === undefined ? timers.sleep((PIECE_MS * slowness) / speed) : new Promise<void>(() => {})));
      }
      return { outputTokens: written, isCut: false, drawn };
    } finally {
      hold.settle(isFailed ? 0 : cost(Math.min(written, order.maxTokens)), { id: chargeId, model: order.model, at: simulation.clock.now() });
    }
  })();
}

/** What is said of it alone. */
export async function* inWords(writing: Writing): AsyncGenerator<string, Written> {
  let next = await writing.next();
  for (; next.done !== true; next = await writing.next()) if (typeof next.value === 'string') yield next.value;
  return next.value;
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
