import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ASKED = /^(.*)\.example\.tsx\?swr$/;
const VARIANT = /^(.*)\.example\.swr\.tsx$/;

/**
 * An example is written once, for TanStack Query. As `….example.tsx?swr` it is the same file with
 * its one import line changed: what the docs say of the flavours is what they run.
 */
export function flavourPlugin(): Plugin {
  return {
    name: 'flavour',
    enforce: 'pre',
    // Looks like a file, so that its types and JSX are compiled like a file's.
    async resolveId(id, importer, options) {
      // By its own name as well: in development React's plugin lets each module import itself.
      const path = (ASKED.exec(id) ?? VARIANT.exec(id))?.[1];
      if (path === undefined) return undefined;
      const original = await this.resolve(`${path}.example.tsx`, importer);
      // What looks for dependencies reads files, and finds them in the original.
      return isScan(options) ? original : original?.id.replace(/\.example\.tsx$/, '.example.swr.tsx');
    },
    load(id) {
      if (!VARIANT.test(id)) return undefined;
      const original = id.replace(VARIANT, '$1.example.tsx');
      this.addWatchFile(original);
      return forSwr(readFileSync(original, 'utf8'));
    },
  };
}

/** Vite says so of itself; its types do not. */
function isScan(options: object): boolean {
  return 'scan' in options && options.scan === true;
}

/** @throws Error when no line names the flavour: the example would not show what it is for */
export function forSwr(code: string): string {
  const changed = code.replaceAll("'bytespike-react/react-query'", "'bytespike-react/swr'");
  if (changed === code) throw new Error('An example imports its hooks from "bytespike-react/react-query"; this one does not.');
  return changed;
}
