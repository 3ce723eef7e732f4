import { createWatchers } from './observable.js';

/** What is shown, and who is told of its changes. */
interface View<Shown> {
  get(): Shown;
  subscribe(listener: () => void): () => void;
}

/** Something that is loaded later, and looked at before: then at what stands in for it. What is asked of it meanwhile is done when it is there, in its order, before anybody sees it. */
interface Awaited<T, Shown> extends View<Shown> {
  current(): T | undefined;
  /** @throws what loading failed by; the next call tries again */
  load(): Promise<T>;
  /** @throws what loading failed by: then it is never done */
  ask<R>(ask: (there: T) => Promise<R>): Promise<R>;
  /** Whether something is asked of it that was not done yet. */
  isAsked(): boolean;
  /** Done before all that is asked, unless the result is called before. */
  first(greet: (there: T) => void): () => void;
}

/** @param before stands in for it until all that was asked is done */
export function createAwaited<T extends View<Shown>, Shown>(make: () => Promise<T>, before: View<Shown>): Awaited<T, Shown> {
  const greetings = new Set<(there: T) => void>();
  const asked = new Set<(there: T) => void>();
  let there: { made: T } | undefined;
  const current = (): View<Shown> => there?.made ?? before;
  let leave = () => {};
  const watchers = createWatchers(() => {
    leave = current().subscribe(watchers.tell);
    return () => leave();
  });

  async function load(): Promise<T> {
    const made = await make();
    if (there !== undefined) return there.made;
    there = { made };
    [...greetings, ...asked].forEach((ask) => ask(made));
    asked.clear();
    if (watchers.isWatched()) {
      leave();
      leave = made.subscribe(watchers.tell);
      watchers.tell();
    }
    return made;
  }

  return {
    get: () => current().get(),
    subscribe: watchers.subscribe,
    current: () => there?.made,
    load,
    ask(ask) {
      if (there !== undefined) return ask(there.made);
      return new Promise((resolve, reject) => {
        const due = (made: T) => resolve(ask(made));
        asked.add(due);
        load().catch((error: unknown) => {
          asked.delete(due);
          reject(error);
        });
      });
    },
    isAsked: () => asked.size > 0,
    first(greet) {
      greetings.add(greet);
      return () => void greetings.delete(greet);
    },
  };
}
