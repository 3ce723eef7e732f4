// Checks what would be published: the manifest, the types as consumers resolve them, what each entry pulls in, and that no two names are one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { entries, sheets } from './entries.mjs';
import { root, toolEnvironment, withProject } from './install.mjs';
import { nameFaults } from './names.mjs';

const REACT = /^react(-dom)?($|\/)/;
const PARTS = /^(@base-ui\/react|virtua|client-zip)($|\/)/;
const PARSERS = /^eventsource-parser($|\/)/;
const NODE = new RegExp(`^node:|^(${builtinModules.join('|')})$`);

/** What the code behind an entry may import, all the way down; the first row that fits. */
const ALLOWED = [
  [/^(index|components\/.*)\.js$/, [REACT, PARTS, PARSERS]],
  [/^(client|reuse|text)\.js$/, [PARSERS]],
  [/^(cost|recommend|store)\.js$/, []],
  [/^provider\.js$/, [REACT]],
  [/^react-query\/hooks\.js$/, [REACT, PARSERS, /^@tanstack\/react-query$/]],
  [/^react-query\//, [REACT, PARTS, PARSERS, /^@tanstack\/react-query$/]],
  [/^swr\/hooks\.js$/, [REACT, PARSERS, /^swr($|\/)/]],
  [/^swr\//, [REACT, PARTS, PARSERS, /^swr($|\/)/]],
  [/^server\/index\.js$/, [PARSERS, NODE]],
  [/^server\/redis\.js$/, []],
  [/^server\/s3\.js$/, [/^aws4fetch$/]],
  [/^devtools\//, [REACT, PARSERS]],
  [/^testing\/index\.js$/, [PARSERS, NODE, /^sharp$/]],
  [/^testing\/index\.browser\.js$/, [PARSERS]],
  [/^locales\//, []],
];

await withProject(import.meta.url, () => {
  const faults = [...entryFaults(), ...directiveFaults(), ...nameFaults()];
  for (const fault of faults) console.error(fault);
  const passed = [
    passes('publint', ['--strict']),
    passes('attw', ['--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', ...sheets.map(({ name }) => name.replace(/^bytespike-react/, '.'))]),
  ];
  const failed = faults.length > 0 || passed.includes(false);
  console.log(failed ? 'The package is not fit to publish.' : 'The package is fit to publish.');
  return failed ? 1 : 0;
});

/** Both say much when all is well: only what a failing one says is shown. */
function passes(tool, args) {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd: root, encoding: 'utf8', env: toolEnvironment, shell: process.platform === 'win32' });
  if (status === 0) return true;
  console.error(`${tool} failed:\n${stdout}${stderr}`);
  return false;
}

function* entryFaults() {
  for (const { built: entry } of entries) {
    const path = join(root, 'dist', entry);
    const [, allowed] = ALLOWED.find(([pattern]) => pattern.test(entry)) ?? [];
    if (allowed === undefined) {
      yield `Nothing says what dist/${entry} may import: add a row to ALLOWED.`;
      continue;
    }
    if (!existsSync(path)) {
      yield `dist/${entry} does not exist. Run npm run build.`;
      continue;
    }
    for (const [name, importer] of packagesBehind(path)) {
      if (!allowed.some((pattern) => pattern.test(name))) {
        yield `dist/${entry} pulls in "${name}" (through ${relative(root, importer)}), which an app that imports it need not have.`;
      }
    }
  }
}

/** Every package that a file imports, itself or through the files it imports; with one importer each. */
function packagesBehind(entry) {
  const packages = new Map();
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const name of importsOf(readFileSync(path, 'utf8'))) {
      if (name.startsWith('.')) visit(resolve(dirname(path), name));
      else packages.set(name, path);
    }
  };
  visit(entry);
  return packages;
}

function importsOf(code) {
  const statements = /(?:^|[;\n])\s*(?:import|export)\s*(?:[\w*{}\s,$]+?\s*from\s*)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...code.matchAll(statements)].map(([, statik, dynamic]) => statik ?? dynamic);
}

function* directiveFaults() {
  const source = join(root, 'src');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))) {
    const built = join(root, 'dist', file.replace(/\.tsx?$/, '.js'));
    const wanted = isClient(join(source, file));
    // A file of types alone leaves no JavaScript.
    if (wanted && !existsSync(built)) yield `src/${file} says 'use client', but dist has no file for it.`;
    if (existsSync(built) && isClient(built) !== wanted) {
      yield wanted ? `${relative(root, built)} has lost its 'use client'.` : `${relative(root, built)} says 'use client', but its source does not.`;
    }
    if (wanted && file.startsWith('core')) yield `src/${file} says 'use client': core must run on a server too.`;
  }
}

function isClient(path) {
  return /^\s*(?:\/\/[^\n]*\n|\/\*[^]*?\*\/|\s)*["']use client["']/.test(readFileSync(path, 'utf8'));
}
