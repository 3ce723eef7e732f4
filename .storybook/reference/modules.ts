import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ESTree, parseSync } from 'vite';

export type Node = ESTree.Node;
type Statement = ESTree.Program['body'][number];
type Comment = { type: string; value: string; start: number; end: number };

/** A source file, and where its names come from. */
export interface Module {
  path: string;
  text: string;
  program: ESTree.Program;
  comments: readonly Comment[];
  /** Declarations of its top level, by name. */
  declarations: ReadonlyMap<string, Node>;
  /** Names that another file of the project declares: imported here, or exported on. */
  elsewhere: ReadonlyMap<string, Origin>;
  /** Files whose every name is exported on. */
  all: readonly string[];
  /** Names that it exports as values. */
  values: readonly string[];
}

interface Origin {
  path: string;
  name: string;
}

export interface Declared {
  node: Node;
  module: Module;
}

const modules = new Map<string, { text: string; module: Module }>();

/** Parsed once for each text that it has had: a development server reads it again after a change. */
export function readModule(path: string): Module {
  const text = readFileSync(path, 'utf8');
  const known = modules.get(path);
  if (known?.text === text) return known.module;
  const module = parseModule(path, text);
  modules.set(path, { text, module });
  return module;
}

function parseModule(path: string, text: string): Module {
  const { program, comments } = parseSync(path, text);
  const declarations = new Map<string, Node>();
  const elsewhere = new Map<string, Origin>();
  const all: string[] = [];
  const values: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') collectImports(statement, path, elsewhere);
    else if (statement.type === 'ExportAllDeclaration') all.push(...optional(resolveSource(path, statement.source.value)));
    else if (statement.type === 'ExportNamedDeclaration' && statement.source !== null) {
      const source = resolveSource(path, statement.source.value);
      for (const specifier of statement.specifiers) {
        const name = textOf(specifier.exported);
        if (source !== undefined) elsewhere.set(name, { path: source, name: textOf(specifier.local) });
        if (statement.exportKind !== 'type' && specifier.exportKind !== 'type') values.push(name);
      }
    } else declare(statement, declarations, values);
  }
  return { path, text, program, comments, declarations, elsewhere, all, values };
}

function collectImports(statement: ESTree.ImportDeclaration, path: string, elsewhere: Map<string, Origin>): void {
  const source = resolveSource(path, statement.source.value);
  if (source === undefined) return;
  for (const specifier of statement.specifiers) {
    if (specifier.type === 'ImportSpecifier') elsewhere.set(specifier.local.name, { path: source, name: textOf(specifier.imported) });
  }
}

function declare(statement: Statement, declarations: Map<string, Node>, values: string[]): void {
  const exported = statement.type === 'ExportNamedDeclaration';
  const declaration = exported ? statement.declaration : statement;
  if (declaration === null) return;
  const add = (name: string | undefined, node: Node, isValue: boolean) => {
    if (name === undefined) return;
    declarations.set(name, node);
    if (exported && isValue) values.push(name);
  };
  if (declaration.type === 'VariableDeclaration') {
    for (const each of declaration.declarations) if (each.id.type === 'Identifier') add(each.id.name, each, true);
  } else if (declaration.type === 'FunctionDeclaration') add(declaration.id?.name, declaration, true);
  else if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration') {
    add(declaration.id.name, declaration, false);
  }
}

/** Where a name of this file is declared, through imports and files that export it on. */
export function find(name: string, module: Module): Declared | undefined {
  const node = module.declarations.get(name);
  if (node !== undefined) return { node, module };
  const origin = module.elsewhere.get(name);
  if (origin !== undefined) return find(origin.name, readModule(origin.path));
  for (const path of module.all) {
    const found = find(name, readModule(path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every value that an entry exports. */
export function valuesOf(module: Module): string[] {
  return [...module.values, ...module.all.flatMap((path) => valuesOf(readModule(path)))];
}

/** The source file behind a specifier; `undefined` for a package. */
function resolveSource(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = join(dirname(from), specifier.replace(/\.js$/, ''));
  return ['.ts', '.tsx'].map((extension) => base + extension).find((path) => existsSync(path));
}

/** The comment in front of a declaration or member. */
export function docOf({ comments, text }: Module, node: Node): Doc {
  const comment = comments.findLast(({ type, value, start, end }) => {
    const between = text.slice(end, node.start);
    return type === 'Block' && value.startsWith('*') && start < node.start && /^\s*(export\s+)?(default\s+)?(const\s+)?$/.test(between);
  });
  return readDoc(comment?.value ?? '');
}

export interface Doc {
  description: string;
  default: string | undefined;
  example: string | undefined;
}

function readDoc(comment: string): Doc {
  const lines = comment.replace(/^\*/, '').split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const body = lines.join('\n').trim();
  const tag = (name: string) => new RegExp(`@${name}\\s+([^]*?)(?=\\n\\s*@\\w|$)`).exec(body)?.[1]?.trim();
  const description = body.split(/(?:^|\s)@(?:default|param|example|throws|returns)\b/)[0]?.trim() ?? '';
  return { description: unwrap(description), default: tag('default'), example: tag('example') };
}

/** One paragraph is one line; a blank line parts two. */
function unwrap(text: string): string {
  return text.split(/\n\s*\n/).map((paragraph) => (/^[|-]/m.test(paragraph) ? paragraph : paragraph.replace(/\s*\n\s*/g, ' '))).join('\n\n');
}

export function textOf(node: { type: string; name?: string; value?: unknown }): string {
  return node.name ?? String(node.value);
}

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
