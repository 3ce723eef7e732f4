import type { Counted } from './gallery.js';
import { type GenerationKind, thing } from './parts.js';
import { plural } from './plural.js';

/** What is said in the form of a batch. Numbers and money are formatted for the locale already; lines and rows are numbers. */
export interface ManyMessages {
  label: string;
  prompts: string;
  promptsHint: string;
  promptsExample: string;
  /** How many there are. */
  promptsOf(prompts: Counted): string;
  values: string;
  valuesHint: string;
  /** The head of the column with the numbers of the rows. */
  row: string;
  /** A cell of the table, for who does not see where it is. */
  value(facts: { name: string; row: string }): string;
  removeRow(row: string): string;
  /** Rows that are there and not shown. */
  moreRows(rows: Counted): string;
  models: string;
  modelsChosen(models: Counted): string;
  noModel: string;
  unclosed(line: string): string;
  tooLong(facts: { line: string; over: string }): string;
  tooMany(facts: { cells: string; limit: string }): string;
  noRows: string;
  missing(facts: { name: string; row: string }): string;
  /** Of the same kind as those above it. */
  moreProblems(problems: Counted): string;
  /** Prompts that stand there twice; `places` are said by `line` and `row` already. */
  repeats(facts: { prompts: Counted; places: string }): string;
  lineAt(line: string): string;
  rowAt(row: string): string;
  /** What is multiplied. */
  product(facts: { prompts: Counted; models: Counted }): string;
  results(facts: { kind: GenerationKind; results: Counted }): string;
  /** How many have no price that anybody knows. */
  unpriced(cells: Counted): string;
  /** While nothing can be priced yet. */
  noPrice: string;
  begin: string;
  /** `price` says already whether it is exact. */
  beginFor(facts: { results: string; price: string }): string;
  making: string;
  underWay: string;
  shortfall(amount: string): string;
  announce(facts: { results: string; price: string }): string;
}

const of = (count: Counted, one: string): string => `${count.written} ${plural('en', count.count, { one, other: `${one}s` })}`;

export const englishMany: ManyMessages = {
  label: 'Many at once',
  prompts: 'Prompts',
  promptsHint: 'One a line. Paste a column of a table, or write {{names}} and fill in their values.',
  promptsExample: 'A {{colour}} kettle on a wooden table',
  promptsOf: (prompts) => of(prompts, 'prompt'),
  values: 'Values',
  valuesHint: 'A row is a prompt. Paste a table with these names in its first row.',
  row: 'Row',
  value: ({ name, row }) => `${name}, row ${row}`,
  removeRow: (row) => `Remove row ${row}`,
  moreRows: (rows) => `${of(rows, 'further row')} not shown`,
  models: 'Models',
  modelsChosen: ({ written }) => `${written} chosen`,
  noModel: 'Choose at least one model.',
  unclosed: (line) => `Line ${line}: a name stands between {{ and }}.`,
  tooLong: ({ line, over }) => `Line ${line} is ${over} characters too long. Shorten it.`,
  tooMany: ({ cells, limit }) => `That makes ${cells}, and ${limit} are made at once at most. Take fewer prompts or models.`,
  noRows: 'Fill in at least one row of values.',
  missing: ({ name, row }) => `Row ${row} has no value for ${name}.`,
  moreProblems: ({ written }) => `And ${written} more like this.`,
  repeats: ({ prompts, places }) => `${of(prompts, 'prompt')} said before (${places}). Each is made and paid for.`,
  lineAt: (line) => `line ${line}`,
  rowAt: (row) => `row ${row}`,
  product: ({ prompts, models }) => `${of(prompts, 'prompt')} × ${of(models, 'model')}`,
  results: ({ kind, results }) => of(results, thing(kind)),
  unpriced: ({ written }) => `+ ${written} without a known price`,
  noPrice: 'No price yet',
  begin: 'Make them',
  beginFor: ({ results, price }) => `Make ${results} · ${price}`,
  making: 'Being made',
  underWay: 'A batch is under way here. Wait for its end, or cancel the rest of it.',
  shortfall: (amount) => `The balance is ${amount} short of this. Top up, or make fewer or cheaper ones.`,
  announce: ({ results, price }) => `${results}: ${price}.`,
};
