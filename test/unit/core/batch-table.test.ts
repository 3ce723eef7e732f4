import { describe, expect, it } from 'vitest';
import { laidOver, promptsOf, readTable, valuesOf } from '../../../src/core/batch/table.js';
import { fc } from '../../support/chance.js';

/** As spreadsheets copy a table: cells are quoted where they have to be. */
const copied = (table: readonly (readonly string[])[], separator = '\t'): string =>
  table.map((row) => row.map((cell) => (cell.includes('\n') || cell.includes('"') || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)).join('\n');

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '月', ' ', ',', ';', '"', '\n', '\t', "'"), maxLength: 8 });
const tables = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe('a table', () => {
  it('is read as it was copied, from a sheet or from a file, with the line ends of either', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('\t', ',', ';'), fc.boolean(), fc.boolean(), (table, separator, isWindows, hasEnd) => {
        const text = `${copied(table, separator)}${hasEnd ? '\n' : ''}`;
        // A last row of nothing is the end of the line before it.
        fc.pre(hasEnd || !text.endsWith('\n'));
        expect(readTable(isWindows ? text.replaceAll('\n', '\r\n') : text, separator)).toEqual(table);
      }),
    );
  });

  it('is read of any text, and none of it is lost but quotes, tabs and ends of lines', () => {
    const letters = (text: string) => text.replaceAll(/[\s"\uFEFF]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '"', '\t', '\n', '\r') }), (text) => {
        expect(letters(readTable(text).flat().join(''))).toBe(letters(text));
      }),
    );
  });

  it('leaves quotes that somebody wrote', () => {
    expect(readTable('"Open late" on a sign\t"Open late"\n5" screen\t"never closed')).toEqual([
      ['"Open late" on a sign', '"Open late"'],
      ['5" screen', '"never closed'],
    ]);
  });
});

describe('prompts of what is pasted', () => {
  it('are one a row, also where a cell has lines in it', () => {
    expect(promptsOf('A red kettle\n"A blue kettle,\non slate"\n\n"A sign: ""Open"""\n')).toEqual(['A red kettle', 'A blue kettle, on slate', 'A sign: "Open"']);
    expect(promptsOf('Kettle\tred\nMug\t\n')).toEqual(['Kettle, red', 'Mug']);
  });

  it('are not made of plain lines, which stand as they are', () => {
    for (const text of ['A red kettle', 'A red kettle\r\nA blue one\r\n', '"Open late"\nA mug, white', '']) expect(promptsOf(text)).toBeUndefined();
  });
});

describe('values of what is pasted', () => {
  const names = ['colour', 'Ground'];

  it('are found by the names in the first row, in any order and spelling, of a sheet or a file', () => {
    const wanted = [
      { colour: 'red', Ground: 'oak' },
      { colour: '', Ground: 'slate, wet' },
    ];
    expect(valuesOf('ground\tsize\t COLOUR \noak\t1\tred\nslate, wet\t2\t\n\t\t\n', names)).toEqual(wanted);
    expect(valuesOf('{{Ground}},{{colour}}\noak,red\n"slate, wet",\n', names)).toEqual(wanted);
    expect(valuesOf('colour;ground\nred;oak\n;slate, wet', names)).toEqual(wanted);
    expect(valuesOf('colour\nred\nblue', names)).toEqual([{ colour: 'red', Ground: '' }, { colour: 'blue', Ground: '' }]);
  });

  it('are none of a table that has none of the names, or nothing below them', () => {
    for (const text of ['red\toak\nblue\tslate', 'colour\tground', 'colour', '']) expect(valuesOf(text, names)).toBeUndefined();
  });

  it('are laid over from one cell on, and leave the others', () => {
    expect(laidOver([{ colour: 'red', Ground: 'oak' }], names, { row: 0, column: 1 }, 'slate\tmore\n"wet\nlinen"')).toEqual([{ colour: 'red', Ground: 'slate' }, { Ground: 'wet linen' }]);
  });
});
