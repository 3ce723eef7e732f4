import { readdirSync, readFileSync } from 'node:fs';

/** A page of prose, by its path from the root of the project. */
export interface DocPage {
  path: string;
  text: string;
}

/** Everything that people read: the pages at the root, those of `docs`, and those of the Storybook. */
export function pages(): DocPage[] {
  const below = (folder: string, pattern: RegExp) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => pattern.test(name))
      .map((name) => `${folder}/${name}`);
  const top = readdirSync('.').filter((name) => name.endsWith('.md'));
  return [...top, ...below('docs', /\.md$/), ...below('stories', /\.mdx$/)].sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export interface Block {
  /** Page, and line of its first line. */
  where: string;
  language: string;
  code: string;
}

/** The fenced blocks of a page, as they stand there. */
export function blocksOf({ path, text }: DocPage): Block[] {
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(({ 1: language = '', 2: code = '', index }) => {
    return { where: `${path}:${text.slice(0, index).split('\n').length + 1}`, language, code };
  });
}
