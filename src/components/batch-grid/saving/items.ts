import type { BatchCell } from '../../../core/batch/states.js';
import type { SaveItem } from '../../asset-gallery/saving/save-items.js';
import { stemOf } from '../../asset-viewer/tools/file-name.js';
import type { ColumnName } from '../column-names.js';

/** Everything that the cells have to save, each by the number of its prompt, its prompt, its model and what was asked of that. */
export function itemsOf(cells: readonly BatchCell[], columns: readonly ColumnName[], rows: number): readonly SaveItem[] {
  const digits = String(rows).length;
  const unique = uniqueNames();
  return cells.flatMap(({ row, column, prompt, assets }) => {
    const parts = [String(row + 1).padStart(digits, '0'), stemOf(prompt), stemOf(columns[column]?.whole ?? '')];
    return assets.map((asset, index) => {
      const position = assets.length === 1 ? 0 : index + 1;
      const name = unique([...parts, position === 0 ? '' : String(position)].filter(Boolean).join('-'));
      return { asset, prompt, position, name };
    });
  });
}

/** No two that one file system or another takes for one: by case, or by how a letter with an accent is written. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    for (let count = 1; ; count++) {
      const made = count === 1 ? name : `${name}-${count}`;
      const same = made.normalize('NFKC').toLowerCase();
      if (taken.has(same)) continue;
      taken.add(same);
      return made;
    }
  };
}
