import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown } from 'vite';
import { entries } from '../../scripts/entries.mjs';
import { lateParts } from './late-parts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where what is built seems to lie: it is on no disk. */
const folder = join(root, '.in-few-files');

/** What no page loads. */
const NOT_IN_PAGES = /^server\/|\.d\.ts$|^testing\/.*(node|index\.ts$)/;

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !NOT_IN_PAGES.test(name));

type Built = ReadonlyMap<string, Rolldown.OutputChunk>;

/**
 * The library as pages of tests load it: what its entries import is one file, and what is loaded later is a file each, as it
 * is by itself. As the 500 files that it is written in, which each test file loads anew, it costs more than most tests do.
 */
export function inFewFiles(): Plugin {
  let once: Promise<Built> | undefined;
  const built = () => (once ??= bundle());
  return {
    name: 'in-few-files',
    enforce: 'pre',
    // Who watches changes files.
    apply: () => process.argv.includes('run'),
    async resolveId(source, importer, options) {
      if (importer?.startsWith(folder) && source.startsWith('.')) return join(dirname(importer), source);
      // Who looks for dependencies reads files from the disk.
      const isScan = 'scan' in options && options.scan === true;
      if (isScan || importer === undefined || !/^bytespike-react|^\.|\/src\//.test(source)) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!resolved?.id.startsWith(join(root, 'src/'))) return undefined;
      const file = builtFrom(resolved.id);
      return (await built()).has(file) ? file : undefined;
    },
    async load(id) {
      const file = id.startsWith(folder) ? (await built()).get(id) : undefined;
      return file && { code: file.code, map: file.map };
    },
  };
}

const builtFrom = (source: string) => source.replace(join(root, 'src'), folder).replace(/\.tsx?$/, '.js');

async function bundle(): Promise<Built> {
  const atOnce = new Set<string>();
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [react(), lateParts(), importedAtOnce(atOnce)],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(sources.map((name) => [name.replace(/\.tsx?$/, ''), join(root, 'src', name)])),
        external: (id) => /^[^./\0]/.test(id),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js', codeSplitting: { groups: [{ name: 'library', test: (id) => atOnce.has(id) }] } },
      },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[join(folder, file.fileName), file] as const] : [])));
}

/** Fills the set with what the public entries import, and what that imports. */
function importedAtOnce(found: Set<string>): Plugin {
  return {
    name: 'imported-at-once',
    buildEnd() {
      const visit = (id: string): void => {
        if (found.has(id) || !id.startsWith(join(root, 'src/'))) return;
        found.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(visit);
      };
      for (const { source } of entries) visit(join(root, source));
    },
  };
}
