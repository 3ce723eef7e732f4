// What a bundler makes of a line of code that imports from the built package: bytes at once, and later. Minified, gzip, with React and the query library left out.
import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import webpack from 'webpack';
import { root } from './install.mjs';

const OUTSIDE = [/^react(-dom)?($|\/)/, /^swr($|\/)/, /^@tanstack\//];
const OUTSIDE_NAMES = ['react', 'react-dom', 'swr', '@tanstack'].flatMap((name) => [name, `${name}/*`]);

/** What each weighs: `{ first, later }`, in bytes. */
export const bundlers = { rolldown: byRolldown, esbuild: byEsbuild, webpack: byWebpack };

/** The chunks of Rolldown, which is what Vite builds with. */
export async function rolledUp(code) {
  const bundle = await rolldown({
    cwd: root,
    input: 'entry',
    // An app's own entry exports nothing, so what a lazy part shares with it is no file of its own.
    preserveEntrySignatures: 'allow-extension',
    logLevel: 'silent',
    platform: 'browser',
    external: OUTSIDE,
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? `${root}/size-entry.js` : undefined), load: (id) => (id.endsWith('size-entry.js') ? code : undefined) }],
  });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  return output.filter(({ type }) => type === 'chunk');
}

async function byRolldown(code) {
  const chunks = await rolledUp(code);
  return weighed(chunks.map(({ fileName, isEntry, imports, code: text }) => ({ name: fileName, isEntry, imports, text })));
}

async function byEsbuild(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root },
    outdir: join(root, 'size'),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    write: false,
    absWorkingDir: root,
    logLevel: 'error',
    external: OUTSIDE_NAMES,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  return weighed(
    Object.entries(metafile.outputs).map(([name, { entryPoint, imports }]) => ({
      name,
      isEntry: entryPoint === '<stdin>',
      imports: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
      text: texts.get(join(root, name)),
    })),
  );
}

async function byWebpack(code) {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-size-'));
  try {
    const stats = await new Promise((resolve, reject) => {
      const config = {
        mode: 'production',
        context: root,
        entry: `data:text/javascript,${encodeURIComponent(code)}`,
        output: { path: folder, library: { type: 'module' }, chunkFormat: 'module' },
        experiments: { outputModule: true },
        externalsType: 'module',
        externals: OUTSIDE,
        // Else it reads this project's own, which leads to the sources.
        resolve: { tsconfig: false },
        performance: false,
      };
      webpack(config, (error, made) => (error || made.hasErrors() ? reject(error ?? new Error(made.toString('errors-only'))) : resolve(made)));
    });
    const { entrypoints, assets } = stats.toJson({ all: false, entrypoints: true, assets: true });
    const eager = new Set(entrypoints.main.assets.map(({ name }) => name));
    return weighed(assets.map(({ name }) => ({ name, isEntry: eager.has(name), imports: [], text: readFileSync(join(folder, name), 'utf8') })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function weighed(chunks) {
  // What the entry imports at once counts with it; what it imports when needed does not.
  const eager = new Set();
  const visit = (name) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const imported of chunks.find((chunk) => chunk.name === name)?.imports ?? []) visit(imported);
  };
  for (const { name, isEntry } of chunks) if (isEntry) visit(name);
  const sum = (some) => some.reduce((total, { text }) => total + gzipSync(text, { level: 9 }).length, 0);
  return { first: sum(chunks.filter(({ name }) => eager.has(name))), later: sum(chunks.filter(({ name }) => !eager.has(name))) };
}
