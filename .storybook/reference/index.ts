import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataAttributes } from './attributes.js';
import { membersOf, slice } from './members.js';
import { type Declared, docOf, find, type Module, type Node, readModule, valuesOf } from './modules.js';
import { kebab } from './names.js';
import { classesIn, styleSheet, themeProperties, usedProperties } from './styles.js';
import type { ComponentReference, CustomProperty, HookReference, Member, Reference } from './types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const styles = join(root, 'src/styles/parts');

/** Entries that hold components and hooks. */
const ENTRIES = { 'bytespike-react': 'src/index.ts', 'bytespike-react/react-query': 'src/react-query/index.ts', 'bytespike-react/swr': 'src/swr/index.ts' };

/** Read anew each time: it costs less than a tenth of a second. */
export function readReference(): Reference {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  const customProperties = themeProperties(styles);
  const exports = exportsByName();
  const isComponent = /^[A-Z][a-z]/;
  const named = (pattern: RegExp) => [...exports].filter(([each]) => pattern.test(each)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    version,
    components: named(isComponent).flatMap(([each, found]) => componentOf(each, found, { theme: customProperties, names: [...exports.keys()].filter((other) => isComponent.test(other)) }) ?? []),
    hooks: named(/^use[A-Z]/).map(([each, { entries, declared }]) => hookOf(each, entries, declared)),
    customProperties,
  };
}

interface Exported {
  entries: string[];
  declared: Declared;
}

interface Surroundings {
  theme: readonly CustomProperty[];
  /** Of all components. */
  names: readonly string[];
}

function exportsByName(): Map<string, Exported> {
  const found = new Map<string, Exported>();
  for (const [entry, path] of Object.entries(ENTRIES)) {
    const module = readModule(join(root, path));
    for (const name of valuesOf(module)) {
      const declared = find(name, module);
      const known = found.get(name);
      if (known !== undefined) known.entries.push(entry);
      else if (declared !== undefined) found.set(name, { entries: [entry], declared });
    }
  }
  return found;
}

/** `undefined` for what has a component's name and no props, such as an error class. */
function componentOf(name: string, { entries, declared: { node, module } }: Exported, { theme, names }: Surroundings): ComponentReference | undefined {
  const props = find(`${name}Props`, module) ?? find(`${name}Props`, readModule(join(root, 'src/index.ts')));
  if (props === undefined) return undefined;
  // What a flavour makes of parts is described where the parts are.
  const { path } = module.path.includes('/components/') ? module : props.module;
  const files = filesOf(path);
  const css = styleSheet(styles, [kebab(name), basename(dirname(path))]);
  return {
    name,
    entries,
    file: relative(root, path).replaceAll('\\', '/'),
    description: docOf(module, node).description,
    props: membersOf(props.node, props.module).toSorted((a, b) => placeOf(a) - placeOf(b)),
    dataAttributes: dataAttributes(name, files, css, names.filter((other) => other !== name)),
    customProperties: usedProperties(css, files.map(({ text }) => text).join('\n'), theme),
    classes: classesIn(css),
  };
}

/** What has to be given stands first; what every component takes stands last. */
function placeOf({ name, required }: Member): number {
  if (['className', 'style', 'render', 'ref'].includes(name)) return 2;
  return required ? 0 : 1;
}

/** The files of a component's folder; a component without one is its file alone. */
function filesOf(path: string): Module[] {
  const folder = dirname(path);
  if (['components', 'react', 'react-query', 'swr'].includes(basename(folder))) return [readModule(path)];
  return readdirSync(folder).filter((file) => /\.tsx?$/.test(file)).sort().map((file) => readModule(join(folder, file)));
}

function hookOf(name: string, entries: readonly string[], declared: Declared): HookReference {
  const { node, module } = typed(declared);
  const { description, example } = docOf(module, node);
  const { params, returns } = signatureOf(node);
  const members = (type: Node | undefined) => (type === undefined ? [] : membersOf(type, module));
  return {
    name,
    entries,
    file: relative(root, module.path).replaceAll('\\', '/'),
    description,
    signature: `${name}(${params.map((param) => slice(param, module)).join(', ')})${returns === undefined ? '' : `: ${slice(returns, module)}`}`,
    example,
    options: params.flatMap((param) => members(typeOf(param))),
    result: members(returns),
  };
}

/** Where a hook says what it takes and returns: one that is made for a flavour, in the type that it is of. */
function typed({ node, module }: Declared): Declared {
  const type = node.type === 'VariableDeclarator' ? typeOf(node.id) : undefined;
  const declared = type?.type === 'TSTypeReference' ? find(slice(type.typeName, module), module) : undefined;
  const [call] = declared?.node.type === 'TSInterfaceDeclaration' ? declared.node.body.body : [];
  return declared === undefined || call?.type !== 'TSCallSignatureDeclaration' ? { node, module } : { node: call, module: declared.module };
}

function signatureOf(node: Node): { params: readonly Node[]; returns: Node | undefined } {
  if (node.type === 'TSCallSignatureDeclaration') return { params: node.params, returns: node.returnType?.typeAnnotation };
  const made = node.type === 'VariableDeclarator' ? node.init : node;
  if (made?.type !== 'FunctionDeclaration' && made?.type !== 'ArrowFunctionExpression') return { params: [], returns: undefined };
  return { params: made.params, returns: made.returnType?.typeAnnotation };
}

function typeOf(param: Node): Node | undefined {
  if (param.type === 'AssignmentPattern') return typeOf(param.left);
  return 'typeAnnotation' in param && param.typeAnnotation?.type === 'TSTypeAnnotation' ? param.typeAnnotation.typeAnnotation : undefined;
}
