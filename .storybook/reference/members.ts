import { docOf, find, type Module, type Node } from './modules.js';
import type { Member } from './types.js';

/** Type parameters of a declaration, by name, as the one who uses it fills them in. */
type Filled = ReadonlyMap<string, string>;

const NOTHING: Filled = new Map();

/** The members of a type, those that it inherits first. What comes from a package is left out. */
export function membersOf(node: Node, module: Module, filled: Filled = NOTHING): Member[] {
  switch (node.type) {
    case 'TSInterfaceDeclaration':
      return unique([
        ...node.extends.flatMap((heritage) => referenced(slice(heritage.expression, module), heritage.typeArguments?.params ?? [], module, filled)),
        ...membersOf(node.body, module, filled),
      ]);
    case 'TSTypeAliasDeclaration':
      return membersOf(node.typeAnnotation, module, filled);
    case 'TSInterfaceBody':
      return node.body.flatMap((member) => memberOf(member, module, filled));
    case 'TSTypeLiteral':
      return node.members.flatMap((member) => memberOf(member, module, filled));
    case 'TSIntersectionType':
      return unique(node.types.flatMap((type) => membersOf(type, module, filled)));
    case 'TSUnionType':
      return united(node.types.map((type) => membersOf(type, module, filled)).filter((members) => members.length > 0));
    case 'TSParenthesizedType':
      return membersOf(node.typeAnnotation, module, filled);
    case 'TSTypeReference':
      return referenced(slice(node.typeName, module), node.typeArguments?.params ?? [], module, filled);
    default:
      return [];
  }
}

function referenced(name: string, args: readonly Node[], module: Module, filled: Filled): Member[] {
  const [first, second] = args;
  if (/^(Pick|Omit|Partial|Required|Readonly)$/.test(name) && first !== undefined) {
    const all = membersOf(first, module, filled);
    const named = second === undefined ? [] : literalsOf(second, module);
    if (name === 'Pick') return all.filter((member) => named.includes(member.name));
    if (name === 'Omit') return all.filter((member) => !named.includes(member.name));
    return name === 'Partial' ? all.map((member) => ({ ...member, required: false })) : all;
  }
  const found = find(name, module);
  if (found === undefined) return [];
  const parameters = 'typeParameters' in found.node ? (found.node.typeParameters?.params ?? []) : [];
  const values = parameters.map((parameter, index): [string, string] => {
    const given = args[index] ?? parameter.default;
    return [slice(parameter.name, found.module), given === undefined || given === null ? slice(parameter.name, found.module) : fill(slice(given, module), filled)];
  });
  return membersOf(found.node, found.module, new Map(values));
}

function memberOf(node: Node, module: Module, filled: Filled): Member[] {
  if (node.type !== 'TSPropertySignature' && node.type !== 'TSMethodSignature') return [];
  if (node.key.type !== 'Identifier' && node.key.type !== 'Literal') return [];
  const doc = docOf(module, node);
  const type = node.type === 'TSPropertySignature' ? (node.typeAnnotation ? slice(node.typeAnnotation.typeAnnotation, module) : 'unknown') : methodType(node, module);
  return [
    {
      name: node.key.type === 'Identifier' ? node.key.name : String(node.key.value),
      type: node.optional ? withoutUndefined(fill(type, filled)) : fill(type, filled),
      required: !node.optional,
      description: doc.description,
      ...(doc.default === undefined ? {} : { default: doc.default }),
    },
  ];
}

function methodType(node: Extract<Node, { type: 'TSMethodSignature' }>, module: Module): string {
  const end = node.returnType?.end ?? node.end;
  const signature = module.text.slice(node.key.end, end).replace(/^\?/, '');
  return signature.replace(/\):\s*([^]*)$/, ') => $1');
}

/** The words of a union of literals, through aliases. */
export function literalsOf(node: Node, module: Module): string[] {
  if (node.type === 'TSUnionType') return node.types.flatMap((type) => literalsOf(type, module));
  if (node.type === 'TSLiteralType' && node.literal.type === 'Literal') return [String(node.literal.value)];
  if (node.type === 'TSTypeAliasDeclaration') return literalsOf(node.typeAnnotation, module);
  if (node.type === 'TSBooleanKeyword') return ['true', 'false'];
  if (node.type !== 'TSTypeReference') return [];
  const found = find(slice(node.typeName, module), module);
  return found === undefined ? [] : literalsOf(found.node, found.module);
}

export function slice(node: Node, module: Module): string {
  return module.text.slice(node.start, node.end).replace(/\s*\n\s*/g, ' ');
}

function fill(type: string, filled: Filled): string {
  return [...filled].reduce((text, [name, value]) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), value), type);
}

/** Of what may be left out the sources say `| undefined` besides; readers know. Within parentheses it means something. */
function withoutUndefined(type: string): string {
  let depth = 0;
  const parts = type.split(/([()<>{}]|(?<!=)\|)/).reduce<string[]>((found, part) => {
    if ('(<{'.includes(part) && part !== '') depth += 1;
    if (')>}'.includes(part) && part !== '' && !found.at(-1)?.endsWith('=')) depth -= 1;
    if (part === '|' && depth === 0) return [...found, ''];
    return [...found.slice(0, -1), `${found.at(-1) ?? ''}${part}`];
  }, ['']);
  const kept = parts.map((part) => part.trim()).filter((part) => part !== 'undefined' && part !== '');
  const [only] = kept;
  return kept.length === 1 && only !== undefined ? only.replace(/^\(([^]*)\)$/, '$1') : kept.join(' | ');
}

/** What any branch of a union has; required is what all of them require. */
function united(branches: readonly Member[][]): Member[] {
  const names = [...new Set(branches.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const found = branches.flatMap((members) => members.filter((member) => member.name === name));
    const [first] = found;
    if (first === undefined) return [];
    return [{ ...first, type: [...new Set(found.map(({ type }) => type))].join(' | '), required: found.length === branches.length && found.every(({ required }) => required) }];
  });
}

function unique(members: Member[]): Member[] {
  return [...new Map(members.map((member) => [member.name, member])).values()];
}
