import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forSwr } from '../flavour-plugin.js';
import { plain } from './plain.js';
import { theme } from './theme.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

export type Flavour = 'react-query' | 'swr';

/** What `shadcn add` reads, as https://ui.shadcn.com/schema/registry-item.json has it. */
export interface RegistryItem {
  $schema: string;
  name: string;
  type: 'registry:component' | 'registry:style';
  title: string;
  description: string;
  /** What npm installs beside it. */
  dependencies: readonly string[];
  files: readonly { path: string; type: 'registry:component'; target: string; content: string }[];
  css: typeof theme;
}

/** Of all items of a flavour what a list says of them: no content. */
export interface Registry {
  $schema: string;
  name: string;
  homepage: string;
  items: readonly unknown[];
}

const SCHEMA = 'https://ui.shadcn.com/schema';

/** Every item: a component with its hook, a recipe, what goes around an app, and the theme that is in each of them. */
export function itemsOf(flavour: Flavour): RegistryItem[] {
  const in_ = (code: string) => (flavour === 'swr' ? forSwr(code) : code);
  const components = filesIn('registry', '.tsx').map(([name, code]) => item(name, describe(code), in_(code)));
  const recipes = filesIn('stories/recipes', '.example.tsx').map(([name, code]) => item(name, aboutRecipe(name), in_(plain(name, code))));
  return [...components, ...recipes, item('providers', 'What goes around an app, once for each user.', providers(flavour)), themeItem()];
}

/** @param items what it lists */
export function registryOf(items: readonly RegistryItem[]): Registry {
  const listed = items.map(({ $schema: _, files, ...said }) => ({ ...said, files: files.map(({ content: _content, ...file }) => file) }));
  return { $schema: `${SCHEMA}/registry.json`, name: 'bytespike', homepage: 'https://www.npmjs.com/package/bytespike-react', items: listed };
}

function item(name: string, description: string, content: string): RegistryItem {
  // Beside those of an app, in a folder of their own: an app has a dialog already.
  const file = { path: `registry/${name}.tsx`, type: 'registry:component' as const, target: `@components/bytespike/${name}.tsx`, content };
  return { $schema: `${SCHEMA}/registry-item.json`, name, type: 'registry:component', title: titled(name), description, dependencies: packagesOf(content), files: [file], css: theme };
}

function themeItem(): RegistryItem {
  return { $schema: `${SCHEMA}/registry-item.json`, name: 'theme', type: 'registry:style', title: 'Theme', description: 'The colours, corners and letters of your app for all components.', dependencies: [], files: [], css: theme };
}

/** Those of the guide, so that they are said once. */
function providers(flavour: Flavour): string {
  const blocks = [...read('docs/next.md').matchAll(/^```tsx\n([^]*?)^```$/gm)].map(([, block = '']) => block);
  const found = blocks.find((block) => block.includes('export function Providers') && block.includes('SWRConfig') === (flavour === 'swr'));
  if (found === undefined) throw new Error('docs/next.md no longer shows the providers: they are what the registry hands out.');
  return found;
}

/** Packages that a file imports, without React, which an app of React has; ours from this version on. */
function packagesOf(code: string): string[] {
  const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };
  const found = [...code.matchAll(/(?:from |import |import\()'((?:@[\w-]+\/)?[\w-]+)/g)].map(([, imported = '']) => imported);
  // A component of ours calls the other library, which it does not import by name.
  if (found.includes(name)) found.push(code.includes(`${name}/swr`) || code.includes("'swr'") ? 'swr' : '@tanstack/react-query');
  return [...new Set(found)].filter((each) => each !== 'react').sort().map((each) => (each === name ? `${name}@^${version}` : each));
}

const filesIn = (folder: string, ending: string): [name: string, code: string][] =>
  readdirSync(`${root}${folder}`).filter((file) => file.endsWith(ending)).sort().map((file) => [file.slice(0, -ending.length), read(`${folder}/${file}`)]);

/** The words above what it exports. */
function describe(code: string): string {
  const [, said] = /\/\*\* ([^*]+) \*\/\nexport /.exec(code) ?? [];
  if (said === undefined) throw new Error(`Say above this component what it is for, in a line:\n${code}`);
  return said;
}

/** What its story says of it. */
function aboutRecipe(name: string): string {
  const stories = readdirSync(`${root}stories/recipes`).filter((file) => file.endsWith('.stories.tsx')).map((file) => read(`stories/recipes/${file}`));
  const about = stories.map((story) => new RegExp(`exampleStory\\('recipes/${name}', \\{\\s*about:\\s*(['"\`])([^]*?)\\1`).exec(story)?.[2]).find((said) => said !== undefined);
  if (about === undefined) throw new Error(`No story says what the recipe ${name} is about.`);
  return about;
}

const titled = (name: string) => name.replace(/^./, (first) => first.toUpperCase()).replaceAll('-', ' ');
