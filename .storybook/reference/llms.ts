import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ComponentReference, HookReference, Member, Reference } from './types.js';

const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

/** For people who write code with an assistant: the whole public surface in one text. */
export function llmsText({ name, version, components, hooks, customProperties }: Reference): string {
  return `${[
    `# ${name} ${version}`,
    summary(),
    '## Start',
    ...start(),
    '## Rules',
    ...RULES.map((rule) => `- ${rule}`),
    '## Components',
    ...components.flatMap(componentText),
    '## Hooks',
    ...hooks.flatMap(hookText),
    '## Custom properties of the theme',
    customProperties.map((property) => `- \`${property.name}\`: ${property.value}`).join('\n'),
  ].join('\n\n').replaceAll(/(^- [^\n]*)\n\n(?=- )/gm, '$1\n')}\n`;
}

/** The same, and behind it every page that is in the package: for an assistant that reads all at once. */
export function llmsFullText(reference: Reference): string {
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md')).sort().map((name) => [`docs/${name}`, readFileSync(docs + name, 'utf8')] as const);
  const texts = [['README.md', readFileSync(readme, 'utf8')] as const, ...pages];
  return [llmsText(reference), ...texts.map(([path, text]) => `<!-- ${path} -->\n\n${text}`)].join('\n');
}

/** What an assistant is given to know when the library is at hand, and how to use it. */
export function skillText({ name, components, hooks }: Reference): string {
  return `${[
    `---\nname: ${name}\ndescription: Put AI image and video generation into a React app with ${name}: hooks on TanStack Query or SWR, drop-in components, a proxy that keeps the key, a simulated gateway for tests. Use when a task names ${name}, ByteSpike, a Generate button, or following, pricing or cancelling generations.\n---`,
    `# ${name}`,
    '## Rules',
    RULES.map((rule) => `- ${rule}`).join('\n'),
    '## Start',
    ...start(),
    '## What there is',
    `Hooks: ${hooks.map((hook) => `\`${hook.name}\``).join(', ')}.`,
    `Components: ${components.map((component) => `\`${component.name}\``).join(', ')}.`,
    `Props, options and results: the types in \`node_modules/${name}/dist\`, and \`llms.txt\` of the Storybook. Whole pages on the proxy, billing, uploads, batches, tests and frameworks: \`node_modules/${name}/docs\`.`,
  ].join('\n\n')}\n`;
}

const RULES = [
  'The gateway’s key stays on the server: `createProxy` from `bytespike-react/server`. Never put it in code that a browser loads.',
  'Hooks come from `bytespike-react/react-query` or from `bytespike-react/swr`; everything else is the same. Import components and `createClient` from `bytespike-react`.',
  'Wrap the app in `<BytespikeProvider client={client}>`, below the provider of the query library.',
  'A status of `unknown` is not a failure: it may have been billed. Offer `check()`, and never submit again by yourself.',
  'Show `error.message` or the components’ own words; decide by `error.code` and `error.billed`.',
  'In tests use `createSimulatedGateway` from `bytespike-react/testing`; no key and no network are needed.',
];

function summary(): string {
  const [, intro = ''] = readFileSync(readme, 'utf8').split('\n\n');
  return `> ${intro.replaceAll('\n', ' ')}`;
}

/** The README's first example: the one that is compiled and run by the tests. */
function start(): string[] {
  const block = /^```tsx\n[^]*?^```$/m.exec(readFileSync(readme, 'utf8'))?.[0];
  return block === undefined ? [] : [block];
}

function componentText({ name, entries, description, props, dataAttributes }: ComponentReference): string[] {
  const attributes = dataAttributes.map((attribute) => `\`${attribute.name}\`${attribute.values.length > 0 ? ` (${attribute.values.join(', ')})` : ''}`);
  return [
    `### ${name}`,
    `\`import { ${name} } from '${entries[0]}'\`. ${description}`,
    list(props),
    ...(attributes.length > 0 ? [`Attributes for styling: ${attributes.join(', ')}.`] : []),
  ];
}

function hookText({ name, entries, description, signature, example, options, result }: HookReference): string[] {
  return [
    `### ${name}`,
    `\`import { ${name} } from '${entries.join(`'\` or \`'`)}'\`. ${description}`,
    `\`\`\`ts\n${signature}${example === undefined ? '' : `\n\n${example}`}\n\`\`\``,
    ...(options.length > 0 ? [`Options:\n${list(options)}`] : []),
    ...(result.length > 0 ? [`Result:\n${list(result)}`] : []),
  ];
}

function list(members: readonly Member[]): string {
  return members
    .map(({ name, type, required, description, default: fallback }) => {
      const text = description.replaceAll(/\s+/g, ' ');
      return `- \`${name}${required ? '' : '?'}: ${type}\`${text === '' ? '' : ` — ${text}`}${fallback === undefined ? '' : ` Default: ${fallback}.`}`;
    })
    .join('\n');
}
