import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = /^(?:readme|block:(.+\.mdx?)):(\d+\.tsx?)$/;
/** Files that a guide tells people to make, by the names that its other blocks import them by. */
const MADE: Record<string, string> = { '@/bytespike': 'block:docs/next.md:0.ts', '@/app/providers': 'block:docs/next.md:0.tsx', '~/bytespike.server': 'block:docs/react-router.md:0.ts' };
const ID = /\/([\w.-]+)-block-(\d+)\.(tsx?)$/;

/**
 * The code blocks of the README and of any other page as modules, so that tests run what people
 * copy: `readme:0.tsx` is the README's first, `block:docs/proxy.md:0.ts` that of another page.
 */
export function readmePlugin(readme: string): Plugin {
  const root = readme.replace(/[^/]*$/, '');
  return {
    name: 'readme',
    enforce: 'pre',
    // Looks like a file, so that its types and JSX are compiled like a file's.
    resolveId(id) {
      const [, page = 'README.md', name] = NAME.exec(MADE[id] ?? id) ?? [];
      return name === undefined ? undefined : `${root}${page}-block-${name}`;
    },
    load(id) {
      const [tail, , number, language = ''] = ID.exec(id) ?? [];
      if (tail === undefined) return undefined;
      // Vite asks by the whole path, or by that below its root.
      const path = id.startsWith(root) ? id : `${root}${id.slice(1)}`;
      const page = path.slice(0, path.lastIndexOf('-block-'));
      const block = blocks(readFileSync(page, 'utf8'), language)[Number(number)];
      if (block === undefined) throw new Error(`${page} has no ${language} block number ${number}.`);
      // What a block declares is what a test wants to look at.
      const names = [...block.matchAll(/^(?:function|const) (?:\{ ([\w, ]+) \}|(\w+))/gm)].map(([, several, one]) => several ?? one);
      return `${block}\nexport { ${names.join(', ')} };\n`;
    },
  };
}

export function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, name, code]) => (name === language ? [code ?? ''] : []));
}
