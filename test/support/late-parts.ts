import type { Plugin } from 'vite';

/** Milliseconds that each part that is loaded later is late, by the variable of `npm run test:elsewhere`; 0 is as it comes. */
export const LATE_MS = Number(process.env.LATE_PARTS_MS ?? 0);

/**
 * A part that is loaded when it is first needed is there at once on a quiet machine, where the next line of a test finds it.
 * On a slow line it is not: here every one of them comes after a wait that the test has not ordered. Whoever takes pictures
 * hears by the same way of each that is asked for, and waits for it.
 */
export function lateParts(): Plugin {
  return {
    name: 'late-parts',
    enforce: 'pre',
    apply: () => LATE_MS > 0 || process.argv.includes('looks'),
    transform(code, id) {
      if (!/\/src\/(?!testing\/)[^?]*\.tsx?$/.test(id)) return undefined;
      return code.replaceAll(/\bimport\((['"]\.[^'"]+['"])\)/g, '(globalThis.askedFor?.(import($1)) ?? import($1))');
    },
  };
}
