import { silenceOf } from '../base/retry-after.js';
import type { ClientInternals } from '../client/internals.js';
import { lifeLeft } from '../outcome/link-life.js';
import type { VideoTaskState } from './states.js';

/** What is unknown is looked up again this long after the last look; reads are free. */
const CHECK_AGAIN_MS = [15_000, 60_000, 300_000, 900_000, 3_600_000];
/** Signed links are renewed this long before they die. */
const RENEW_BEFORE_MS = 10 * 60_000;

/** What a task on the screen needs from time to time: an unknown outcome looked up, its links renewed. */
export interface Upkeep {
  /** Plans the next look for this state, in place of the one before. */
  plan(state: VideoTaskState): void;
  stop(): void;
}

export function createUpkeep({ clock, serverNow }: ClientInternals, check: () => Promise<unknown>): Upkeep {
  let timer: unknown;
  let looks = 0;
  // What was planned before says nothing any more, nor does a look that is still on its way.
  let turn = 0;

  function wait({ status, assets }: VideoTaskState, refusal: unknown): number | undefined {
    if (status === 'unknown') {
      const pause = CHECK_AGAIN_MS[Math.min(looks, CHECK_AGAIN_MS.length - 1)] ?? 0;
      return Math.max(pause, silenceOf(clock, refusal));
    }
    looks = 0;
    const left = Math.min(...assets.map((asset) => lifeLeft(asset, serverNow()))) - RENEW_BEFORE_MS;
    return Number.isFinite(left) && left > 0 ? left : undefined;
  }

  function stop(): number {
    clock.clearTimeout(timer);
    return ++turn;
  }

  function plan(state: VideoTaskState, refusal: unknown = state.error): void {
    const mine = stop();
    const ms = wait(state, refusal);
    if (ms === undefined) return;
    timer = clock.setTimeout(() => {
      looks++;
      // A look that finds something plans anew through the state; one that fails does it here.
      check().catch((error: unknown) => mine === turn && plan(state, error));
    }, ms);
  }

  return { plan: (state) => plan(state), stop };
}
