// Tables as spreadsheets copy them: cells between tabs, or between commas in a file, quoted where there is a line break in one. Pure.

/** Rows of cells. Every text is a table: one without tabs and line breaks is a single cell. */
export function readTable(text: string, separator = '\t'): string[][] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let end = -1;
  do {
    const { value, next } = cellAt(source, end + 1, separator);
    rows.at(-1)?.push(value);
    end = next;
    if (source[end] === '\n') rows.push([]);
  } while (end < source.length);
  return rows;
}

/** One cell, and where it ends. Quotes that do not end at the end of a cell are what somebody wrote. */
function cellAt(source: string, start: number, separator: string): { value: string; next: number } {
  const quoted = source[start] === '"' ? quotedAt(source, start) : undefined;
  if (quoted !== undefined && isEnd(source, quoted.next, separator) && isNeeded(quoted.value, separator)) return quoted;
  let next = start;
  while (!isEnd(source, next, separator)) next++;
  return { value: source.slice(start, next), next };
}

function quotedAt(source: string, start: number): { value: string; next: number } | undefined {
  let value = '';
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== '"') value += source[at];
    else if (source[at + 1] === '"') value += source[at++];
    else return { value, next: at + 1 };
  }
  return undefined;
}

const isEnd = (source: string, at: number, separator: string): boolean => at >= source.length || source[at] === '\n' || source[at] === separator;

/** What is copied is quoted where it has to be, and else the quotes are the person's: a sign that says "Open late". Files quote whatever they like. */
const isNeeded = (value: string, separator: string): boolean => separator !== '\t' || /["\n\t]/.test(value);

/** A prompt a row; `undefined` for what is no table, but lines as they stand. */
export function promptsOf(text: string): string[] | undefined {
  const rows = readTable(text);
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (rows.length === lines.length && rows.every(([cell, ...others], index) => others.length === 0 && cell === lines[index])) return undefined;
  // What stands in several columns of a row is all of one prompt.
  return rows.map((row) => row.map(oneLine).filter(Boolean).join(', ')).filter(Boolean);
}

/** Values by name, of a table whose head has at least one of the names; `undefined` for any other. */
export function valuesOf(text: string, names: readonly string[]): Record<string, string>[] | undefined {
  for (const separator of ['\t', ',', ';']) {
    const [head = [], ...rows] = readTable(text, separator);
    const places = names.map((name) => head.findIndex((cell) => isCalled(cell, name)));
    if (rows.length === 0 || places.every((place) => place < 0)) continue;
    return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, oneLine(row[places[index] ?? -1] ?? '')]))).filter(hasValues);
  }
  return undefined;
}

/** As people write a head: in capitals, or with the braces of the template. */
function isCalled(cell: string, name: string): boolean {
  const plain = (text: string) => text.replace(/^\s*\{\{|\}\}\s*$/g, '').trim().toLowerCase();
  return plain(cell) === plain(name);
}

export function hasValues(row: Readonly<Record<string, string>>): boolean {
  return Object.values(row).some((value) => value.trim() !== '');
}

/** Prompts are told apart by their lines. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Rows with a table laid over them, from one cell on. */
export function laidOver(rows: readonly Readonly<Record<string, string>>[], names: readonly string[], from: { row: number; column: number }, text: string): Readonly<Record<string, string>>[] {
  const table = readTable(text);
  const length = Math.max(rows.length, from.row + table.length);
  return [...Array(length).keys()].map((row) => {
    const cells = table[row - from.row] ?? [];
    const laid = names.flatMap((name, column) => (cells[column - from.column] === undefined ? [] : [[name, oneLine(cells[column - from.column] ?? '')]]));
    return { ...rows[row], ...(Object.fromEntries(laid) as Record<string, string>) };
  });
}
