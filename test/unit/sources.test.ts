import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalog } from 'bytespike-react';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const code = (file: string) => readFileSync(source + file, 'utf8');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

/** A page of somebody's documents and when it said so, a read that says it itself, or our own reason. */
const SOURCED = /@source (?:\S.* reference, \S.*, as of \d{4}-\d\d|`[A-Z]+ \/\S+`, as of \S.*|ours: \S.*)/;

/** The documentation that stands before a place in the code. */
function docBefore(text: string, comments: readonly { end: number; value: string }[], start: number): string {
  const comment = comments.findLast(({ end }) => end <= start);
  return comment !== undefined && text.slice(comment.end, start).trim() === '' ? comment.value : '';
}

/** Names of exported numbers, with what is said of each; a number may be worked out of others. */
function figuresIn(file: string, text: string): { name: string; doc: string }[] {
  const { program, comments } = parseSync(file, text);
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return [];
    return statement.declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init && /^[\d\s*+_.()-]+$/.test(text.slice(init.start, init.end)) ? [{ name: `${file}: ${id.name}`, doc: docBefore(text, comments, statement.start) }] : [],
    );
  });
}

describe('where a figure is from', () => {
  const figures = files.flatMap((file) => figuresIn(file.replaceAll('\\', '/'), code(file)));

  it('is said of each that one file gives to another', () => {
    expect(figures.map(({ name }) => name)).toContain('core/wire/proxy-headers.ts: KEPT_MS');
    expect(figures.filter(({ doc }) => !SOURCED.test(doc)).map(({ name }) => name)).toEqual([]);
  });

  it('is said of each of the catalog, with the month of the catalog', () => {
    const text = code('core/catalog/model.ts');
    const { comments } = parseSync('model.ts', text);
    const fields = ['sizes', 'maxN', 'rates', 'latency', 'syncLimitSeconds', 'duration', 'submitFee', 'cadence', 'videoSubmitFee'];
    const declared = [...text.matchAll(/^ {2}(?:readonly )?(\w+)\??: /gm)].filter(([, name]) => fields.includes(name ?? ''));
    const docs = declared.map((match) => ({ name: match[1] ?? '', doc: docBefore(text, comments, match.index) }));
    expect(new Set(docs.map(({ name }) => name))).toEqual(new Set(fields));
    expect(docs.filter(({ doc }) => !SOURCED.test(doc)).map(({ name }) => name)).toEqual([]);
    const months = new Set([...`${text}${code('core/catalog/catalog.ts')}`.matchAll(/@source ByteSpike .* as of (\S+)/g)].map(([, month]) => month));
    expect([...months]).toEqual([catalog.asOf]);
  });
});

describe('the reading of sources', () => {
  it.each([
    ['nothing', '/** So many. */'],
    ['a page without a date', '/** @source ByteSpike reference, Tasks */'],
    ['a comment that is no documentation of it', '/** @source ours: a guess */\nconst other = 1;'],
  ])('takes %s for no source', (_, doc) => {
    const [figure] = figuresIn('a.ts', `${doc}\nexport const MOST = 4 * 1024;`);
    expect(SOURCED.test(figure?.doc ?? '')).toBe(false);
  });

  it('finds the figures of a file, and what is said of them', () => {
    expect(figuresIn('a.ts', "/** @source ours: it is enough */\nexport const MOST = 60_000;\nexport const NAME = 'x';\nexport const one = () => 1;")).toEqual([
      { name: 'a.ts: MOST', doc: expect.stringMatching(SOURCED) },
    ]);
  });
});
