import { configure, getConfig } from '@testing-library/react';
import { inject } from 'vitest';

// A busy machine: what a test waits for has come, and may be gone again, before it looks. So it waits for what stays, or holds the time.
const wait = globalThis.setTimeout.bind(globalThis);
const late = inject('lateLooks');
const { asyncWrapper } = getConfig();
if (late > 0) {
  configure({
    asyncWrapper: (look) =>
      asyncWrapper(async () => {
        await new Promise((resolve) => wait(resolve, late));
        return look();
      }),
  });
}

declare module 'vitest' {
  interface ProvidedContext {
    lateLooks: number;
  }
}
