import { type ESTree, Visitor } from 'vite';
import { membersOf, literalsOf, slice } from './members.js';
import { find, type Module, type Node } from './modules.js';
import { kebab } from './names.js';
import { selectedValues } from './styles.js';
import type { DataAttribute } from './types.js';

interface Found {
  name: string;
  on: string;
  words: readonly string[];
}

/** On every component, from the provider's appearance; and what is for the code alone. */
const OF_ALL = ['data-theme', 'data-density', 'data-id'];

/**
 * The `data-*` that a component's files put on elements. What may stand in one is taken from the
 * component's state, else from the words in the code and in the rules that choose by it.
 */
export function dataAttributes(component: string, files: readonly Module[], css: string, neighbours: readonly string[]): DataAttribute[] {
  // Two components of one folder share its parts, and not each other's root.
  const isNeighbours = ({ on }: Found) => neighbours.some((name) => on.split('.').includes(`bs-${kebab(name)}`));
  const found = files.flatMap((module) => attributesIn(module, files)).filter((each) => !OF_ALL.includes(each.name) && !isNeighbours(each));
  const state = stateOf(component, files);
  return [...new Set(found.map(({ name }) => name))].map((name) => {
    const uses = found.filter((each) => each.name === name);
    const member = state.get(name.slice('data-'.length));
    const words = [...uses.flatMap((use) => use.words), ...selectedValues(css, name)];
    return {
      name,
      on: [...new Set(uses.map(({ on }) => on).filter((on) => on !== ''))],
      values: [...new Set(member?.values.length ? member.values : words)],
      description: member?.description ?? '',
    };
  });
}

/** Fields of `<Component>State`: each is also an attribute of the root. */
function stateOf(component: string, files: readonly Module[]): Map<string, { values: string[]; description: string }> {
  const fields = new Map<string, { values: string[]; description: string }>();
  for (const module of files) {
    const declared = find(`${component}State`, module);
    if (declared?.node.type !== 'TSInterfaceDeclaration') continue;
    const described = new Map(membersOf(declared.node, declared.module).map((member) => [member.name, member.description]));
    for (const field of declared.node.body.body) {
      if (field.type !== 'TSPropertySignature' || field.key.type !== 'Identifier' || !field.typeAnnotation) continue;
      const name = field.key.name;
      const values = literalsOf(field.typeAnnotation.typeAnnotation, declared.module);
      fields.set(kebab(name), { values, description: described.get(name) ?? '' });
    }
  }
  return fields;
}

function attributesIn(module: Module, files: readonly Module[]): Found[] {
  const found: Found[] = [];
  const roots: { start: number; end: number; name: string }[] = [];
  const within = (node: { start: number; end: number }) => roots.findLast(({ start, end }) => start <= node.start && node.end <= end)?.name ?? '';
  new Visitor({
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'useRootProps') return;
      const [name] = node.arguments;
      if (name?.type === 'Literal') roots.push({ start: node.start, end: node.end, name: `.${String(name.value).replaceAll(' ', '.')}` });
    },
    Property(node) {
      const name = node.key.type === 'Literal' ? String(node.key.value) : '';
      if (name.startsWith('data-')) found.push({ name, on: within(node), words: words(node.value, files) });
    },
    JSXOpeningElement(node) {
      for (const attribute of node.attributes) {
        if (attribute.type !== 'JSXAttribute') continue;
        const name = slice(attribute.name, module);
        if (name.startsWith('data-')) found.push({ name, on: elementOf(node, module), words: attribute.value === null ? [] : words(attribute.value, files) });
      }
    },
  }).visit(module.program);
  return found;
}

function elementOf(element: ESTree.JSXOpeningElement, module: Module): string {
  const className = element.attributes.find((attribute) => attribute.type === 'JSXAttribute' && slice(attribute.name, module) === 'className');
  const text = className === undefined ? '' : slice(className, module);
  const first = /bs-[\w-]*\w/.exec(text)?.[0];
  return first === undefined ? `<${slice(element.name, module)}>` : `.${first}`;
}

/** The words that an expression can be: those that it compares with are left out. */
function words(node: Node, files: readonly Module[]): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' && node.value !== '' ? [node.value] : [];
  if (node.type === 'JSXExpressionContainer') return words(node.expression, files);
  if (node.type === 'ConditionalExpression') return [...words(node.consequent, files), ...words(node.alternate, files)];
  if (node.type === 'LogicalExpression') return [...(node.operator === '&&' ? [] : words(node.left, files)), ...words(node.right, files)];
  if (node.type === 'ChainExpression') return words(node.expression, files);
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return wordsOfFields(node.property.name, files);
  return node.type === 'Identifier' ? wordsOfFields(node.name, files) : [];
}

/** What fields of this name may hold, by the types of the component's own files. */
function wordsOfFields(name: string, files: readonly Module[]): string[] {
  return files.flatMap((module) => {
    const found: string[] = [];
    new Visitor({
      TSPropertySignature({ key, typeAnnotation }) {
        if (key.type === 'Identifier' && key.name === name && typeAnnotation) found.push(...literalsOf(typeAnnotation.typeAnnotation, module));
      },
    }).visit(module.program);
    return found;
  });
}
