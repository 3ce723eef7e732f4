import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A piece of syntax, as the parser gives it. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

interface File {
  code: string;
  comments: readonly { start: number; end: number }[];
  /** By local name. */
  declared: ReadonlyMap<string, Node>;
  /** By local name: where it is from. */
  imported: ReadonlyMap<string, Place>;
  /** By public name. */
  exported: ReadonlyMap<string, Place>;
  stars: readonly string[];
}

interface Place {
  file: string;
  name: string;
}

/**
 * What an app can see of types: the names of each entry, and every declaration that they lead to,
 * as it is written in the sources, without comments and without what functions do.
 */
export function publicTypes(sources: ReadonlyMap<string, string>, entries: readonly { name: string; source: string }[]): string {
  const files = new Map<string, File>();
  const read = (path: string): File => {
    const known = files.get(path) ?? readFile(path, sources);
    files.set(path, known);
    return known;
  };

  function find({ file, name }: Place): Place | undefined {
    const { exported, stars } = read(file);
    const place = exported.get(name);
    if (place === undefined) return stars.map((star) => find({ file: star, name })).find((found) => found !== undefined);
    return place.file === file ? local(place) : find(place);
  }

  function local({ file, name }: Place): Place | undefined {
    const { declared, imported } = read(file);
    if (declared.has(name)) return { file, name };
    const from = imported.get(name);
    return from && find(from);
  }

  function namesOf(file: string): string[] {
    const { exported, stars } = read(file);
    return [...exported.keys(), ...stars.flatMap(namesOf)];
  }

  const shapes = new Map<string, string>();
  function show(place: Place): void {
    const key = `${place.name} ${place.file}`;
    if (shapes.has(key)) return;
    const file = read(place.file);
    const { text, names } = shapeOf(file, file.declared.get(place.name) as Node);
    shapes.set(key, text);
    for (const name of names) {
      const found = local({ file: place.file, name });
      if (found !== undefined) show(found);
    }
  }

  const heads = entries.map(({ name, source }) => {
    const names = [...new Set(namesOf(source))].sort();
    for (const each of names) {
      const found = find({ file: source, name: each });
      if (found !== undefined) show(found);
    }
    return `${name}\n${names.map((each) => `  ${each}`).join('\n')}`;
  });
  const byName = [...shapes].sort(([a, one], [b, other]) => compare(a.split(' ')[0] ?? '', b.split(' ')[0] ?? '') || compare(one, other));
  return `${[...heads, ...byName.map(([, text]) => text)].join('\n\n')}\n`;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function readFile(path: string, sources: ReadonlyMap<string, string>): File {
  const code = sources.get(path) ?? '';
  const { program, comments, module } = parseSync(path, code);
  const target = (name: string) => {
    const stem = posix.join(posix.dirname(path), name).replace(/\.js$/, '');
    return name.startsWith('.') ? [`${stem}.ts`, `${stem}.tsx`].find((each) => sources.has(each)) : undefined;
  };
  const declared = new Map<string, Node>();
  // Any node as its fields: the types of ESTree are a union of eighty, of which this reads a few.
  for (const statement of program.body as unknown as Node[]) {
    const node = (statement.declaration ?? statement) as Node;
    const parts = node.type === 'VariableDeclaration' ? (node.declarations as Node[]) : [node];
    for (const part of parts) {
      const name = (part.id as { name?: string } | null | undefined)?.name;
      if (name !== undefined) declared.set(name, part);
    }
  }
  const imported = new Map<string, Place>();
  for (const { moduleRequest, entries } of module.staticImports) {
    const file = target(moduleRequest.value);
    if (file !== undefined) for (const { importName, localName } of entries) imported.set(localName.value, { file, name: importName.name ?? 'default' });
  }
  const exported = new Map<string, Place>();
  const stars: string[] = [];
  for (const { exportName, importName, localName, moduleRequest } of module.staticExports.flatMap(({ entries }) => entries)) {
    const file = moduleRequest === null ? path : target(moduleRequest.value);
    if (file === undefined) continue;
    if (exportName.kind === 'None') stars.push(file);
    else exported.set(exportName.name ?? 'default', { file, name: (moduleRequest === null ? localName.name : importName.name) ?? 'default' });
  }
  return { code, comments, declared, imported, exported, stars };
}

/** A declaration in words, and the names in it. */
function shapeOf({ code, comments }: File, node: Node): { text: string; names: ReadonlySet<string> } {
  const cuts: { start: number; end: number }[] = [...comments];
  const names = new Set<string>();
  walk(node);
  const kind = node.type === 'VariableDeclarator' ? 'const ' : '';
  const kept = cuts.filter(({ start, end }) => start >= node.start && end <= node.end).sort((a, b) => b.start - a.start);
  let text = code.slice(node.start, node.end);
  for (const { start, end } of kept) text = text.slice(0, start - node.start) + text.slice(Math.min(end - node.start, text.length));
  const lines = (kind + text).split('\n').map((line) => line.replace(/\s+$/, ''));
  return { text: lines.filter((line) => line.trim() !== '').join('\n'), names };

  function walk(value: unknown): void {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const each = value as Node;
    if (each.type === 'Identifier' || each.type === 'JSXIdentifier') names.add(each.name as string);
    const hidden = hiddenIn(each);
    if (hidden !== undefined) cuts.push(hidden);
    for (const [field, child] of Object.entries(each)) {
      if (hidden === undefined || !isWithin(child, hidden)) walk(child);
      else if (field === 'body' || field === 'init' || field === 'value') continue;
    }
  }
}

/** What a function does, and what a value that says its type is made of. */
function hiddenIn(node: Node): { start: number; end: number } | undefined {
  const body = node.body as Node | undefined;
  if (/Function/.test(node.type) && body?.type === 'BlockStatement') return body;
  if (node.type === 'ArrowFunctionExpression' && node.returnType) return body;
  const { typeAnnotation } = (node.id ?? node.key ?? {}) as { typeAnnotation?: Node | null };
  const value = (node.init ?? node.value) as Node | null | undefined;
  if (node.type === 'VariableDeclarator' && typeAnnotation && value) return { start: typeAnnotation.end, end: value.end };
  if (node.type === 'PropertyDefinition' && node.typeAnnotation && value) return { start: (node.typeAnnotation as Node).end, end: value.end };
  return undefined;
}

function isWithin(value: unknown, { start, end }: { start: number; end: number }): boolean {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && Number(value.start) >= start && Number(value.end) <= end;
}
