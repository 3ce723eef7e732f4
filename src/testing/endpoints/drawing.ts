import { type Abortable, orAborted } from '../base/abort.js';
import { Refusal, type RefusalInit } from '../base/refusal.js';
import type { Asset } from '../media/assets.js';
import type { ImageOrder } from '../orders/validate.js';
import type { Simulation } from '../simulation/simulation.js';
import { generateNow } from './generate.js';

/** What a text model has drawn while it writes, as it goes. */
export type DrawnPiece =
  | { type: 'call'; id: string; prompt: string }
  /** Nothing yet; the stream has to be kept alive. */
  | { type: 'waiting' }
  | { type: 'made'; id: string; asset: Asset }
  | { type: 'refused'; id: string; refusal: RefusalInit };

const PING_MS = 10_000;

/** One picture: it takes its time and its money as any image does, also when nobody waits for it any more. */
export async function* draw(simulation: Simulation, order: ImageOrder, base: string, gone: readonly Abortable[]): AsyncGenerator<DrawnPiece> {
  const id = simulation.newId('toolu');
  yield { type: 'call', id, prompt: order.request.prompt };
  const ended = generateNow(simulation, order, base).then(
    (made): DrawnPiece[] => made.map((asset) => ({ type: 'made', id, asset })),
    (error: unknown): DrawnPiece[] => {
      if (error instanceof Refusal) return [{ type: 'refused', id, refusal: error.init }];
      throw error;
    },
  );
  for (;;) {
    let stop = () => {};
    const ping = new Promise<undefined>((resolve) => (stop = simulation.timers.after(PING_MS / simulation.speed, () => resolve(undefined))));
    const pieces = await orAborted(gone, () => Promise.race([ended, ping])).finally(() => stop());
    if (pieces !== undefined) return yield* pieces;
    yield { type: 'waiting' };
  }
}
