import type { ModelEntry } from '../../core/catalog/models.js';
import { AUTO } from './given.js';
import type { ModelWords } from './words.js';

/** One line of the list: a heading, the way out of choosing, or a model. */
export type Row = { type: 'heading'; text: string } | { type: 'auto'; value: typeof AUTO } | { type: 'model'; value: string; entry: ModelEntry };

/** The models that a query finds, by kind and vendor, each group under its heading. Those that only the gateway knows come last. */
export function rowsOf(models: readonly ModelEntry[], query: string, { hasAuto }: { hasAuto: boolean }, words: ModelWords): Row[] {
  const { locale, messages } = words;
  const wanted = fold(query, locale).split(/\s+/).filter((term) => term !== '');
  const found = models.filter((entry) => matches(textOf(entry, words), wanted));
  // What is called so comes before what is only said to be like it, and what the key reaches before what it does not.
  const rank = (entry: ModelEntry) => Number(!matches(nameOf(entry, locale), wanted)) * 2 + Number(!entry.reachable);
  const kinds = new Set(found.map(({ kind }) => kind));
  const rows: Row[] = [];
  if (hasAuto && matches(fold(messages.models.auto, locale), wanted)) rows.push({ type: 'auto', value: AUTO });
  for (const group of grouped(found.toSorted((a, b) => rank(a) - rank(b)))) {
    const [{ kind, vendor }] = group;
    rows.push({ type: 'heading', text: messages.models.group({ kind: kinds.size > 1 ? kind : undefined, vendor }) });
    for (const entry of group) rows.push({ type: 'model', value: entry.id, entry });
  }
  return rows;
}

/** Kinds and vendors in the order in which they first appear. */
function grouped(models: readonly ModelEntry[]): [ModelEntry, ...ModelEntry[]][] {
  const groups = new Map<string, [ModelEntry, ...ModelEntry[]]>();
  for (const kind of ['image', 'video'] as const) {
    for (const entry of models) {
      if (entry.kind !== kind) continue;
      const key = `${kind} ${entry.vendor ?? ''}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  const all = [...groups.values()];
  return [...all.filter(([{ vendor }]) => vendor !== undefined), ...all.filter(([{ vendor }]) => vendor === undefined)];
}

/** Every word has to be there, in any order: "fast veo" finds Veo 3.1 Fast. */
function matches(text: string, wanted: readonly string[]): boolean {
  return wanted.every((term) => text.includes(term));
}

function nameOf({ id, name }: ModelEntry, locale: string | undefined): string {
  return fold(`${id} ${name}`, locale);
}

function textOf({ id, name, vendor = '', kind, facts }: ModelEntry, { locale, messages }: ModelWords): string {
  const strengths = facts?.strengths.flatMap((word) => [word, messages.models.strength(word)]) ?? [];
  return fold([id, name, vendor, messages.models.kind(kind), ...strengths].join(' '), locale);
}

/** Without case and accents. */
function fold(text: string, locale: string | undefined): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(locale);
}
