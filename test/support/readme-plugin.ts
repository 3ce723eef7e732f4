import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = /^readme:(\d+\.tsx?)$/;
const ID = /\/readme-block-(\d+)\.(tsx?)$/;

/** The code blocks of the README as modules, so that tests run what people copy: `readme:0.tsx` is the first. */
export function readmePlugin(readme: string): Plugin {
  return {
    name: 'readme',
    enforce: 'pre',
    // Looks like a file, so that its types and JSX are compiled like a file's.
    resolveId(id) {
      const name = NAME.exec(id)?.[1];
      return name === undefined ? undefined : `${readme.replace(/[^/]*$/, '')}readme-block-${name}`;
    },
    load(id) {
      const found = ID.exec(id);
      if (found === null) return undefined;
      const block = blocks(readFileSync(readme, 'utf8'), found[2] ?? '')[Number(found[1])];
      if (block === undefined) throw new Error(`The README has no ${found[2]} block number ${found[1]}.`);
      // What a block declares is what a test wants to look at.
      const names = [...block.matchAll(/^(?:function|const) (?:\{ ([\w, ]+) \}|(\w+))/gm)].map(([, several, one]) => several ?? one);
      return `${block}\nexport { ${names.join(', ')} };\n`;
    },
  };
}

export function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, name, code]) => (name === language ? [code ?? ''] : []));
}
