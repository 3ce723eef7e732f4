import type { Plugin } from 'vite';
import { readReference } from './index.js';
import { llmsText } from './llms.js';

const NAME = 'virtual:reference';
const ID = '\0virtual:reference';

/** What the sources say of themselves, as a module for the docs and as two files beside them. */
export function referencePlugin(): Plugin {
  return {
    name: 'reference',
    resolveId: (id) => (id === NAME ? ID : undefined),
    load: (id) => (id === ID ? `export default ${JSON.stringify(readReference())}` : undefined),
    generateBundle() {
      for (const [fileName, source] of Object.entries(files())) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files()[request.url?.split('?')[0]?.slice(1) ?? ''];
        if (file === undefined) return next();
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(file);
      });
    },
  };
}

function files(): Record<string, string> {
  const reference = readReference();
  return { 'reference.json': `${JSON.stringify(reference, undefined, 2)}\n`, 'llms.txt': llmsText(reference) };
}
