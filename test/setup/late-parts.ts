import { inject } from 'vitest';

declare global {
  var comesLate: (<T>(part: T) => Promise<T>) | undefined;
}

// The clock of the machine, whichever one a test puts in its place.
const wait = globalThis.setTimeout.bind(globalThis);
const late = inject('lateParts');
if (late > 0) globalThis.comesLate = (part) => new Promise((resolve) => wait(() => resolve(part), late));

declare module 'vitest' {
  interface ProvidedContext {
    lateParts: number;
  }
}
