import type { Plugin } from 'vite';
import { itemsOf, registryOf } from './items.js';

/** What lies beside the docs for `shadcn add`: `r/<name>.json` on TanStack Query, `r/swr/<name>.json` on SWR, and a `registry.json` of each. */
export function registryFiles(): Map<string, string> {
  const write = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const folders = [
    ['r', itemsOf('react-query')],
    ['r/swr', itemsOf('swr')],
  ] as const;
  return new Map(
    folders.flatMap(([folder, items]) => [[`${folder}/registry.json`, write(registryOf(items))] as const, ...items.map((item) => [`${folder}/${item.name}.json`, write(item)] as const)]),
  );
}

export function registryPlugin(): Plugin {
  return {
    name: 'registry',
    generateBundle() {
      for (const [fileName, source] of registryFiles()) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]?.slice(1) ?? '';
        const text = path.startsWith('r/') ? registryFiles().get(path) : undefined;
        if (text === undefined) return next();
        response.setHeader('content-type', 'application/json');
        response.end(text);
      });
    },
  };
}
