import type { Asset, BatchCell } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/core/catalog/catalog.js';
import { modelNames } from '../../src/components/asset-gallery/item.js';
import { columnNames, commonParams } from '../../src/components/batch-grid/column-names.js';
import { acrossOf, layoutOf } from '../../src/components/batch-grid/layout.js';
import { priceOfRetry } from '../../src/components/batch-grid/money.js';
import { itemsOf } from '../../src/components/batch-grid/saving/items.js';
import { english } from '../../src/react/words/english.js';

const words = { locale: 'en', messages: english };
const rows = ['A', 'B'];
const columns = [
  { model: 'gpt-image-2', quality: 'medium', size: '1024x1024' },
  { model: 'gpt-image-2', quality: 'high', size: '1024x1024' },
  { model: 'seedream-v4.5', size: '1024x1024' },
] as const;
// Only what is looked at here.
const cellOf = (row: number, column: number, more: Partial<BatchCell> = {}) => ({ key: `${row}.${column}`, row, column, prompt: rows[row] ?? '', assets: [], cost: { billed: 'no' }, ...more }) as unknown as BatchCell;
const cells = rows.flatMap((_, row) => columns.map((_model, column) => cellOf(row, column)));
const keys = (across: 'model' | 'params' | 'prompt') => layoutOf({ rows, columns, cells }, across).down.map((row) => row.cells.map((cell) => cell?.key));

describe('what stands across a sheet', () => {
  it('is each model with what is asked of it, or each prompt', () => {
    expect(keys('model')).toEqual([['0.0', '0.1', '0.2'], ['1.0', '1.1', '1.2']]);
    expect(keys('prompt')).toEqual([['0.0', '1.0'], ['0.1', '1.1'], ['0.2', '1.2']]);
  });

  it('is each set of params, with a gap where a model was not asked for them', () => {
    const { across, down } = layoutOf({ rows, columns, cells }, 'params');
    expect(across.map(({ column, part }) => [column, part])).toEqual([[0, 'params'], [1, 'params'], [2, 'params']]);
    expect(down.map(({ row, column }) => [row, column])).toEqual([[0, 0], [0, 2], [1, 0], [1, 2]]);
    expect(keys('params')).toEqual([['0.0', '0.1', undefined], [undefined, undefined, '0.2'], ['1.0', '1.1', undefined], [undefined, undefined, '1.2']]);
  });

  it('has a column for each of two that ask the same', () => {
    const twice = [{ model: 'nano-banana' }, { model: 'nano-banana' }];
    expect(layoutOf({ rows: ['A'], columns: twice, cells: [cellOf(0, 0), cellOf(0, 1)] }, 'params').down.map((row) => row.cells.map((cell) => cell?.key))).toEqual([['0.0', '0.1']]);
  });

  it('offers params only where there are several of one model', () => {
    expect(acrossOf({ columns })).toEqual(['model', 'params', 'prompt']);
    expect(acrossOf({ columns: [{ model: 'nano-banana', size: '1024x1024' }, { model: 'gpt-image-2', size: '2048x2048' }] })).toEqual(['model', 'prompt']);
  });
});

describe('what a column is called', () => {
  const models = modelNames(catalog);
  it('is its model, and what it is asked that others are not', () => {
    expect(columnNames(columns, models, words).map(({ whole }) => whole)).toEqual(['GPT-Image 2 · Medium', 'GPT-Image 2 · High', 'Seedream V4.5']);
    expect(commonParams(columns, models, words)).toBe('1024 × 1024');
  });

  it('tells two that ask the same apart, and names a model that nobody knows by its id', () => {
    expect(columnNames([{ model: 'new-1', n: 2 }, { model: 'new-1', n: 2 }, { model: 'new-1', n: 3 }], models, words).map(({ whole }) => whole)).toEqual(['new-1 · Images 2', 'new-1 · Images 2 (2)', 'new-1 · Images 3']);
  });
});

describe('files of a batch', () => {
  const asset: Asset = { kind: 'image', url: 'https://files.example.com/a.png' };
  const names = (...made: readonly BatchCell[]) => itemsOf(made, columnNames(columns, modelNames(catalog), words), 20).map(({ name }) => name);

  it('are called by the number of the prompt, the prompt and the column', () => {
    expect(names(cellOf(0, 1, { prompt: 'A red kettle, on oak!', assets: [asset] }))).toEqual(['01-a-red-kettle-on-oak-gpt-image-2-high']);
    expect(names(cellOf(11, 2, { prompt: '月饼 礼盒', assets: [asset, asset] }))).toEqual(['12-月饼-礼盒-seedream-v4-5-1', '12-月饼-礼盒-seedream-v4-5-2']);
  });

  it('are never two of one name, whatever a file system takes for one', () => {
    const same = ['Cafe\u0301', 'caf\u00e9', 'CAFÉ'].map((prompt) => cellOf(0, 0, { prompt, assets: [asset] }));
    const made = names(...same).map((name) => name!.normalize('NFC').toLowerCase());
    expect(new Set(made).size).toBe(3);
  });
});

describe('what making once more may cost', () => {
  const failed = (estimate: number | undefined) => cellOf(0, 0, { status: 'failed', estimate: estimate === undefined ? undefined : ({ max: estimate } as BatchCell['estimate']) });
  it('is the sum of what failed for nothing, in whole figures', () => {
    expect(priceOfRetry([failed(0.1), failed(0.2), cellOf(0, 0, { status: 'failed', cost: { billed: 'yes' } }), cellOf(0, 0, { status: 'cancelled' })])).toEqual({ cells: 2, upTo: 0.3 });
  });

  it('is not known where no price is', () => {
    expect(priceOfRetry([failed(0.1), failed(undefined)])).toEqual({ cells: 2, upTo: undefined });
  });
});
