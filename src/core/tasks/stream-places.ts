/** A task that has a stream, or would have one. */
interface Seeker {
  /** Seconds until it should end. */
  left(): number;
  /** Another one has its place from now on. */
  leave(): void;
}

/**
 * The places for streams. A browser gives an origin six connections on HTTP/1.1, and a stream that holds
 * one is worth it only for the task that ends next. So places move: to a task whose expected end is
 * nearer than that of the one that ends last, by more than a margin, so that nothing flaps.
 */
export interface StreamPlaces {
  /** A place now, or nothing where there is none. Call the result to give it back. Who seeks without a task keeps its place. */
  take(seeker?: Seeker): (() => void) | undefined;
  /** Calls back once, when a place was given back and of all who wait like this the task should end next. Returns how to stop waiting. */
  onFree(left: Seeker['left'], wake: () => void): () => void;
  /** There may be more of them now. When there are fewer, those that are taken stay so. */
  recount(): void;
}

/**
 * A move is one request for the stream and, at times, one for the task that gave way.
 * @source ours: fitted by `npm run bench:network`
 */
const MARGIN_SECONDS = 3;

/**
 * @param count how many there are at the moment
 * @param isMoving whether they are so few that they move
 */
export function createStreamPlaces(count: () => number, isMoving: () => boolean): StreamPlaces {
  const taken = new Set<Seeker | object>();
  const hopeful = new Map<() => void, Seeker['left']>();

  function wakeNext(): void {
    let next: { wake: () => void; left: number } | undefined;
    for (const [wake, left] of hopeful) {
      const its = left();
      if (next === undefined || its < next.left) next = { wake, left: its };
    }
    if (next === undefined || taken.size >= count()) return;
    hopeful.delete(next.wake);
    next.wake();
  }

  /** The one that ends last gives way, where that is so much later. */
  function displace(left: number): boolean {
    let last: { seeker: Seeker; left: number } | undefined;
    for (const seeker of taken) {
      if (!('left' in seeker)) continue;
      const its = seeker.left();
      if (its > (last?.left ?? left + MARGIN_SECONDS)) last = { seeker, left: its };
    }
    if (last === undefined) return false;
    taken.delete(last.seeker);
    last.seeker.leave();
    return true;
  }

  return {
    take(seeker) {
      if (taken.size >= count() && !(seeker !== undefined && isMoving() && displace(seeker.left()))) return undefined;
      const place = seeker ?? {};
      taken.add(place);
      return () => void (taken.delete(place) && wakeNext());
    },
    onFree(left, wake) {
      hopeful.set(wake, left);
      return () => hopeful.delete(wake);
    },
    recount() {
      for (let free = count() - taken.size; free > 0; free--) wakeNext();
    },
  };
}
