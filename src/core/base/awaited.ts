/** Something that is loaded later. What is asked of it meanwhile is done when it is there, in its order, before anybody sees it. */
interface Awaited<T> {
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

/** @param ready called once it is there and all that was asked is done */
export function createAwaited<T>(make: () => Promise<T>, ready: (there: T) => void): Awaited<T> {
  const greetings = new Set<(there: T) => void>();
  const asked = new Set<(there: T) => void>();
  let there: { made: T } | undefined;

  async function load(): Promise<T> {
    const made = await make();
    if (there !== undefined) return there.made;
    there = { made };
    [...greetings, ...asked].forEach((ask) => ask(made));
    asked.clear();
    ready(made);
    return made;
  }

  return {
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
