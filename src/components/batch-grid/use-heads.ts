import { useMemo } from 'react';
import type { BatchState } from '../../core/batch/states.js';
import type { Catalog } from '../../core/catalog/model.js';
import { modelNames } from '../asset-gallery/item.js';
import { useFormWords } from '../prompt-form/words.js';
import { type ColumnName, columnNames } from './column-names.js';

/** What the rows and columns of a batch are called. */
export interface Heads {
  prompts: readonly string[];
  columns: readonly ColumnName[];
  /** What the model of a column makes. */
  kindOf(column: number): 'image' | 'video';
  catalog: Catalog;
}

/** The same object for as long as the batch is of the same. */
export function useHeads({ rows, columns }: Pick<BatchState, 'rows' | 'columns'>, catalog: Catalog): Heads {
  const words = useFormWords();
  return useMemo(() => {
    const models = modelNames(catalog);
    return {
      prompts: rows,
      columns: columnNames(columns, models, words),
      kindOf: (column) => models.get(columns[column]?.model ?? '')?.kind ?? 'image',
      catalog,
    };
  }, [rows, columns, catalog, words]);
}
