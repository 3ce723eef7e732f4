import type { Plugin } from 'vite';
import { readReference } from './index.js';
import { llmsFullText, llmsText, skillText } from './llms.js';
import type { Reference } from './types.js';

const NAME = 'virtual:reference';
const ID = '\0virtual:reference';

/** What lies beside the docs, by name. */
const FILES = new Map<string, (reference: Reference) => string>([
  ['reference.json', (reference) => `${JSON.stringify(reference, undefined, 2)}\n`],
  ['llms.txt', llmsText],
  ['llms-full.txt', llmsFullText],
  ['SKILL.md', skillText],
]);

/** What the sources say of themselves, as a module for the docs and as files beside them. */
export function referencePlugin(): Plugin {
  return {
    name: 'reference',
    resolveId: (id) => (id === NAME ? ID : undefined),
    load: (id) => (id === ID ? `export default ${JSON.stringify(readReference())}` : undefined),
    generateBundle() {
      const reference = readReference();
      for (const [fileName, write] of FILES) this.emitFile({ type: 'asset', fileName, source: write(reference) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        // Looked up before anything is read: a page in development is a thousand other requests.
        const write = FILES.get(request.url?.split('?')[0]?.slice(1) ?? '');
        if (write === undefined) return next();
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(write(readReference()));
      });
    },
  };
}
