import { hasValues } from './table.js';
import { expandPrompts, NAME } from './prompts.js';

// Prompts of the text of a form: one a line, and where a line has names in it, one for each row of values. Pure.

/** A prompt, and where it is from. Lines and rows count from 1, as people count them. */
export interface PlacedPrompt {
  prompt: string;
  line: number;
  /** `undefined` where there is no name in the line. */
  row: number | undefined;
}

/** A name in a line of which a row has no value. */
interface MissingValue {
  name: string;
  row: number;
}

interface ReadText {
  /** Each once, as they first appear. */
  names: readonly string[];
  prompts: readonly PlacedPrompt[];
  missing: readonly MissingValue[];
  /** Lines with braces that name nothing. */
  unclosed: readonly number[];
}

type Row = Readonly<Record<string, string>>;

export function readText(text: string, rows: readonly Row[]): ReadText {
  const lines = text.split('\n').flatMap((each, index) => (each.trim() === '' ? [] : [{ template: each.trim(), line: index + 1 }]));
  const names = namesIn(text);
  const filled = rows.flatMap((row, index) => (hasValues(row) ? [{ row: index + 1, values: Object.fromEntries(names.map((name) => [name, (Object.hasOwn(row, name) ? (row[name] ?? '') : '').trim()])) }] : []));
  const prompts = lines.flatMap(({ template, line }): PlacedPrompt[] => {
    if (namesIn(template).length === 0) return [{ prompt: template, line, row: undefined }];
    return filled.flatMap(({ row, values }) => expandPrompts([template], [values]).map((prompt) => ({ prompt, line, row })));
  });
  return {
    names,
    prompts,
    missing: filled.flatMap(({ row, values }) => names.filter((name) => values[name] === '').map((name) => ({ name, row }))),
    unclosed: lines.filter(({ template }) => /\{\{|\}\}/.test(template.replace(NAME, ''))).map(({ line }) => line),
  };
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(NAME)].map(([, name = '']) => name.trim()))].filter(Boolean);
}

/** Those that another one before them says already: each is made, and paid for, all the same. */
export function repeatsOf(prompts: readonly PlacedPrompt[]): PlacedPrompt[] {
  const seen = new Set<string>();
  return prompts.filter(({ prompt }) => {
    const isSeen = seen.has(prompt);
    seen.add(prompt);
    return isSeen;
  });
}
