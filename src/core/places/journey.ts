import type { Batch } from '../base/batch.js';
import { createStore } from '../base/observable.js';

/** From a wish, or the look for an earlier one, until another begins in the same place. */
export type Journey<More> = Partial<More> & {
  /** Aborts when another begins: what this one still hears shows no more. */
  readonly signal: AbortSignal;
};

/** What a place shows, and the journey that it is on. */
export interface Journeys<Value, Beginning, News, More> {
  get(): Value;
  subscribe(listener: () => void): () => void;
  isWatched(): boolean;
  current(): Journey<More>;
  begin(event: Beginning): Journey<More>;
  /** Whether the journey is not over. With `batch`, watchers hear of it with others. */
  tell(journey: Journey<More>, event: News, batch?: Batch): boolean;
  /** There is something else to attend to. */
  attend(): void;
}

/**
 * @param advance how one value follows from another: pure
 * @param attend called while somebody looks at the place, anew for each journey: opens what it needs, and returns how to close that
 */
export function createJourneys<Value, Beginning, News, More>(
  initial: Value,
  advance: (value: Value, event: Beginning | News) => Value,
  attend: () => () => void,
): Journeys<Value, Beginning, News, More> {
  let close = () => {};
  const leave = () => {
    close();
    close = () => {};
  };
  const open = () => {
    leave();
    if (isWatched()) close = attend();
  };
  const { get, set, subscribe, isWatched } = createStore(initial, () => {
    open();
    return leave;
  });
  let stop = new AbortController();
  const journeyOf = ({ signal }: AbortController) => ({ signal }) as Journey<More>;
  let journey = journeyOf(stop);
  return {
    get,
    subscribe,
    isWatched,
    current: () => journey,
    begin(event) {
      stop.abort();
      stop = new AbortController();
      const mine = journeyOf(stop);
      journey = mine;
      leave();
      set(advance(get(), event));
      open();
      return mine;
    },
    tell({ signal }, event, batch) {
      if (!signal.aborted) set(advance(get(), event), batch);
      return !signal.aborted;
    },
    attend: open,
  };
}
