import type { PagePart } from '../../scripts/pages.mjs';
import type { Consumer } from './apps.js';
import { PARTS, type Weights } from './weights.js';

const LIBRARIES = { 'react-query': 'TanStack Query', swr: 'SWR' };
/** What two builds of the same differ by: names of files, which are in the pages, are packed better or worse. */
const SAME_KB = 0.1;

const A_TENTH = 0.1;

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** A row of README for each app that was weighed. */
export function tableOf(consumers: readonly Consumer[], weights: ReadonlyMap<string, Weights>): string[] {
  return consumers.flatMap(({ name, bundler, flavour }) => {
    const found = weights.get(name);
    if (found === undefined) return [];
    const cells = (part: PagePart) => [kilobytes(found[part].before), kilobytes(found[part].after)];
    return [`| ${[bundler, LIBRARIES[flavour], ...cells('useVideoTask'), ...cells('GenerateButton')].join(' | ')} |`];
  });
}

/** What was weighed of an app, beside the page that `npm run size` weighs, both behind a proxy, and why they are not the same: a line for each part. */
export function besideSize({ name, otherwise }: Consumer, found: Weights, said: Weights): string[] {
  return PARTS.map((part) => {
    const pair = (when: 'before' | 'after') => `${kilobytes(found[part][when])} kB, the page of npm run size ${kilobytes(said[part][when])}`;
    return [`consumers/${name}, ${part}: ${pair('before')}; used: ${pair('after')}`, otherwise?.[part]].filter(Boolean).join('. ');
  });
}

/** The parts of which a page weighs more or less than `npm run size` says, by more than a tenth. */
export function apartFrom(found: Weights, said: Weights): readonly PagePart[] {
  const near = (one: number, other: number) => Math.abs(one - other) <= A_TENTH * other;
  return PARTS.filter((part) => !near(found[part].before, said[part].before) || !near(found[part].after, said[part].after));
}

/** Whether a line of README says of the same app the same figures. */
export function sameRow(row: string, line: string): boolean {
  const [found, said] = [row, line].map((each) => each.split('|').map((cell) => cell.trim()));
  return found?.length === said?.length && found!.every((cell, index) => same(cell, said![index] ?? ''));
}

function same(found: string, said: string): boolean {
  const [one, other] = [Number(found), Number(said)];
  return found === said || (found !== '' && said !== '' && Math.abs(one - other) <= SAME_KB + Number.EPSILON * 100);
}
