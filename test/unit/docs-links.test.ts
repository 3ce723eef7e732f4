import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { describe, expect, it } from 'vitest';
import storybook from '../../.storybook/main.js';
import { type DocPage, pages } from '../support/pages.js';

/** Made when the Storybook is built, beside its pages. */
const MADE = ['llms.txt', 'llms-full.txt', 'SKILL.md', 'reference.json'];

/** The ids of everything in the Storybook, as its sources name it. */
function storybookIds(): Set<string> {
  const groups = storybook.stories as { directory: string; titlePrefix?: string }[];
  return new Set(groups.flatMap(({ directory, titlePrefix }) => filesIn(join('.storybook', directory)).flatMap((file) => idsIn(readFileSync(file, 'utf8'), titlePrefix))));
}

const filesIn = (folder: string): string[] => readdirSync(folder, { encoding: 'utf8' }).filter((name) => /\.mdx$|\.stories\.tsx$/.test(name)).map((name) => join(folder, name));

function idsIn(text: string, prefix: string | undefined): string[] {
  const title = /<Meta title="([^"]+)"|\btitle: '([^']+)'/.exec(text);
  if (title === null) return [];
  const full = [prefix, title[1] ?? title[2]].filter((part) => part !== undefined).join('/');
  const stories = [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => storyNameFromExport(name));
  return ['docs', ...stories].map((name) => toId(full, name));
}

/** Links of a page, code left out: Markdown's, and those of elements. */
function linksOf({ text }: DocPage): string[] {
  const prose = text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|href="([^"]+)"/g)].map(([, markdown, element]) => markdown ?? element ?? '');
}

/** The anchors that a page's headings have. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[`*]/g, '').replace(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-'));
}

function leadsSomewhere(link: string, page: DocPage, ids: ReadonlySet<string>): boolean {
  // There is no network to ask; that an address is one can be seen.
  if (/^[a-z]+:/.test(link)) return /^(https|mailto):/.test(link) && URL.canParse(link);
  const sidebar = /^\?path=\/(?:docs|story)\/([\w-]+)$/.exec(link);
  if (sidebar !== null) return ids.has(sidebar[1] ?? '');
  const [path = '', anchor] = link.split('#');
  const file = join(dirname(page.path), path);
  if (path !== '' && !existsSync(file)) return page.path.startsWith('stories/') && MADE.includes(path.replace('./', ''));
  return anchor === undefined || anchorsOf(path === '' ? page.text : readFileSync(file, 'utf8')).includes(anchor);
}

describe('the links of the pages', () => {
  const all = pages();
  const ids = storybookIds();

  it.each(all.map((page) => [page.path, page] as const))('none is dead in %s', (_path, page) => {
    expect(linksOf(page).filter((link) => !leadsSomewhere(link, page, ids))).toEqual([]);
  });

  it('finds what is dead', () => {
    const text = '# A heading\n[one](nowhere.md) [two](#nothing) [three](#a-heading) [four](?path=/docs/none--docs) [five](http://plain.example) `[six](code)`';
    const page = { path: 'README.md', text };
    expect(linksOf(page).filter((link) => !leadsSomewhere(link, page, ids))).toEqual(['nowhere.md', '#nothing', '?path=/docs/none--docs', 'http://plain.example']);
  });
});
