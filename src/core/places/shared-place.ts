import { createWatchers } from '../base/observable.js';

/** What shows one slot. */
interface Place {
  subscribe(listener: () => void): () => void;
}

interface Shared<P> {
  place: P;
  /** Nobody looks at it any more: whoever comes next starts from what is written down. */
  isLeft: boolean;
}

const slots = new WeakMap<object, Map<string, Shared<Place>>>();

/** Two places of a page that show one slot are one, for as long as somebody looks at either. */
export function sharedPlace<P extends Place>(client: object, slot: string, create: () => P): P {
  const known = slots.get(client) ?? new Map<string, Shared<Place>>();
  slots.set(client, known);
  const there = known.get(slot);
  // Under one name there is only ever one kind of place.
  if (there?.isLeft === false) return there.place as P;
  const made = create();
  const watchers = createWatchers(() => {
    shared.isLeft = false;
    const leave = made.subscribe(watchers.tell);
    return () => {
      leave();
      shared.isLeft = true;
    };
  });
  const shared: Shared<P> = { place: { ...made, subscribe: watchers.subscribe }, isLeft: false };
  known.set(slot, shared);
  return shared.place;
}
