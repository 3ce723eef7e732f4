import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Flavour, itemsOf } from '../../.storybook/registry/items.js';
import { plain } from '../../.storybook/registry/plain.js';
import { registryFiles } from '../../.storybook/registry/plugin.js';
import { theme } from '../../.storybook/registry/theme.js';

const sheets = readdirSync('src/styles').filter((name) => name.endsWith('.css'));
/** Sheets of components; the dialog's comes with its button, the saved prompts' with the form. */
const components = sheets.map((name) => name.slice(0, -'.css'.length)).filter((name) => !['base', 'generate-dialog', 'result', 'saved-prompts'].includes(name));
const recipes = readdirSync('stories/recipes').flatMap((name) => (name.endsWith('.example.tsx') ? [name.slice(0, -'.example.tsx'.length)] : []));
const filesOf = (flavour: Flavour) => itemsOf(flavour).flatMap(({ name, files }) => files.map(({ content }) => [name, content] as const));

describe.each(['react-query', 'swr'] as const)('the registry on %s', (flavour) => {
  it('has each component, each recipe, the providers and the theme, and says what each is', () => {
    const items = itemsOf(flavour);
    expect(items.map(({ name }) => name).sort()).toEqual([...components, ...recipes, 'providers', 'theme'].sort());
    expect(items.filter(({ description }) => description.length < 10)).toEqual([]);
  });

  it('names the packages that a file imports, and its own library alone', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const wanted = [`bytespike-react@^${version}`, flavour === 'swr' ? 'swr' : '@tanstack/react-query'].sort();
    const withFiles = itemsOf(flavour).filter(({ files }) => files.length > 0);
    expect(withFiles.filter(({ dependencies }) => dependencies.toSorted().join() !== wanted.join())).toEqual([]);
  });

  it('leaves nothing of the Storybook in a file', () => {
    expect(filesOf(flavour).filter(([, code]) => /from '\.|useSimulation|export default/.test(code))).toEqual([]);
    expect(filesOf(flavour).filter(([, code]) => !code.startsWith("'use client';\n"))).toEqual([]);
  });

  it('is all written down, and lists each', () => {
    const folder = flavour === 'swr' ? 'r/swr' : 'r';
    const files = registryFiles();
    const { items } = JSON.parse(files.get(`${folder}/registry.json`) ?? '') as { items: { name: string; files: { content?: string }[] }[] };
    expect(items.map(({ name }) => name).filter((name) => !files.has(`${folder}/${name}.json`))).toEqual([]);
    expect(items.flatMap((item) => item.files).filter(({ content }) => content !== undefined)).toEqual([]);
  });
});

it('a file of a component imports the sheets of what it shows', () => {
  for (const file of readdirSync('registry')) {
    const code = readFileSync(`registry/${file}`, 'utf8');
    const shown = [...code.matchAll(/(?<!\w)<([A-Z]\w+)/g)].map(([, name = '']) => name.replace(/[A-Z]/g, (letter, index) => `${index === 0 ? '' : '-'}${letter.toLowerCase()}`));
    expect(shown.length).toBeGreaterThan(0);
    for (const name of ['base', ...shown]) expect([file, code]).toEqual([file, expect.stringContaining(`'bytespike-react/styles/${name}.css'`)]);
  }
});

it('the theme says properties that the library has, by properties that are not its own', () => {
  const tokens = ['tokens', 'more-tokens'].map((part) => readFileSync(`src/styles/parts/${part}.css`, 'utf8')).join('');
  const properties = Object.entries(theme[':root, .dark'] ?? {});
  expect(properties.length).toBeGreaterThan(10);
  for (const [name, value] of properties) {
    expect(tokens).toContain(`${name}:`);
    expect(value).not.toContain('--bs-');
  }
});

it('a recipe that says otherwise than before is noticed', () => {
  expect(() => plain('resuming', 'export default function Resuming() {}')).toThrow('no longer says');
  expect(() => plain('new', 'export default function New() { return <p className="odd" />; }')).toThrow('LOOKS');
});

it('the page names every item', () => {
  const page = readFileSync('docs/registry.md', 'utf8');
  expect(itemsOf('react-query').map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
