import { inject } from 'vitest';

declare global {
  /** Hears of each part that the library loads later, and gives it on. */
  var askedFor: (<T>(part: Promise<T>) => Promise<T>) | undefined;
}

// The clock of the machine, whichever one a test puts in its place.
const wait = globalThis.setTimeout.bind(globalThis);
const late = inject('lateParts');
if (late > 0) globalThis.askedFor = (asked) => asked.then((part) => new Promise((resolve) => wait(() => resolve(part), late)));

declare module 'vitest' {
  interface ProvidedContext {
    lateParts: number;
  }
}
