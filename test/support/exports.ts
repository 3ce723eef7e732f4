import { posix } from 'node:path';
import { parseSync } from 'vite';

interface Read {
  /** What it exports, and from where when it passes it on. */
  exports: { name: string; from?: string; imported?: string }[];
  /** Files of which it passes everything on. */
  stars: string[];
  /** Names that it takes, by file; `*` is all of them. */
  imports: { from: string; name: string }[];
}

const ALL = '*';

/**
 * The exports of `sources`, as `file: name`, that nobody takes: no other file of theirs or of
 * `users`, and no entry, of which everything is public. Whoever imports a module as a whole, or
 * later, takes the names that its text mentions.
 */
export function unusedExports(sources: ReadonlyMap<string, string>, users: ReadonlyMap<string, string>, entries: ReadonlySet<string>): string[] {
  const files = new Map([...sources].map(([file, code]) => [file, readFile(file, code, sources)]));
  const outside = [...users].map(([file, code]) => readFile(file, code, sources));
  const taken = new Set<string>();
  const take = (file: string, name: string): void => {
    const key = `${file}: ${name}`;
    if (taken.has(key)) return;
    taken.add(key);
    const read = files.get(file);
    const own = read?.exports.find((each) => each.name === name);
    if (own?.from !== undefined) take(own.from, own.imported ?? name);
    if (own === undefined) for (const star of read?.stars ?? []) take(star, name);
  };
  for (const entry of entries) for (const name of namesOf(entry, files)) take(entry, name);
  for (const { imports } of [...files.values(), ...outside]) for (const { from, name } of imports) for (const each of name === ALL ? namesOf(from, files) : [name]) take(from, each);
  return [...files].flatMap(([file, { exports }]) => exports.map(({ name }) => `${file}: ${name}`)).filter((key) => !taken.has(key));
}

function namesOf(file: string, files: ReadonlyMap<string, Read>): string[] {
  const read = files.get(file);
  return [...(read?.exports.map(({ name }) => name) ?? []), ...(read?.stars.flatMap((star) => namesOf(star, files)) ?? [])];
}

function readFile(file: string, code: string, sources: ReadonlyMap<string, string>): Read {
  const { module } = parseSync(file, code);
  const target = (name: string) => resolve(file, name, sources);
  const read: Read = { exports: [], stars: [], imports: [] };
  for (const { moduleRequest, entries } of module.staticImports) {
    const from = target(moduleRequest.value);
    if (from === undefined) continue;
    for (const { importName } of entries) read.imports.push(...(importName.kind === 'NamespaceObject' ? mentioned(from, code) : [{ from, name: importName.name ?? 'default' }]));
  }
  for (const { entries } of module.staticExports) {
    for (const { exportName, importName, moduleRequest } of entries) {
      const from = moduleRequest === null ? undefined : target(moduleRequest.value);
      if (exportName.kind === 'None') read.stars.push(...(from === undefined ? [] : [from]));
      else read.exports.push({ name: exportName.name ?? 'default', ...(from === undefined ? {} : { from }), ...(importName.name === null ? {} : { imported: importName.name }) });
    }
  }
  for (const [, name = ''] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) {
    const from = target(name);
    if (from !== undefined) read.imports.push(...mentioned(from, code));
  }
  return read;

  function mentioned(from: string, text: string): Read['imports'] {
    const other = sources.get(from) ?? '';
    const names = parseSync(from, other).module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name ?? (exportName.kind === 'None' ? ALL : 'default')));
    return names.filter((name) => name === ALL || name === 'default' || new RegExp(`\\b${name}\\b`).test(text)).map((name) => ({ from, name }));
  }
}

function resolve(file: string, name: string, sources: ReadonlyMap<string, string>): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(file), name).replace(/\.js$/, '');
  return [path, `${path}.ts`, `${path}.tsx`].find((each) => sources.has(each));
}
