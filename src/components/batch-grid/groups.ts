import type { BatchCellStatus, BatchState } from '../../core/batch/states.js';
import { formatNumber } from '../../react/format.js';
import type { GalleryStatusGroup } from '../../react/words/gallery.js';
import { counted } from '../asset-gallery/words.js';
import type { SheetWords } from './words.js';

/** In which way cells stand. */
type SheetGroup = GalleryStatusGroup | 'waiting';

/** In the order in which the bar has them. */
const GROUPS: Record<SheetGroup, readonly BatchCellStatus[]> = {
  completed: ['completed'],
  failed: ['failed'],
  unknown: ['unknown'],
  cancelled: ['cancelled'],
  active: ['submitting', 'queued', 'running', 'cancelling'],
  waiting: ['waiting'],
};

export interface GroupCount {
  group: SheetGroup;
  count: number;
  name: string;
  /** How many, as the locale writes it. */
  written: string;
}

/** How many cells stand in which way; those in which none does are left out. */
export function groupCounts(counts: BatchState['counts'], { locale, messages }: SheetWords): readonly GroupCount[] {
  return (Object.keys(GROUPS) as SheetGroup[]).flatMap((group) => {
    const count = GROUPS[group].reduce((sum, status) => sum + counts[status], 0);
    return count === 0 ? [] : [{ group, count, name: group === 'waiting' ? messages.sheet.waiting : messages.gallery.statusGroup(group), written: formatNumber(count, locale) }];
  });
}

/** Of all cells, how many have ended. */
export function doneText({ cells, counts }: Pick<BatchState, 'cells' | 'counts'>, { locale, messages }: SheetWords): string {
  const ended = counts.completed + counts.failed + counts.cancelled + counts.unknown;
  return messages.sheet.done({ done: formatNumber(ended, locale), total: counted(cells.length, locale) });
}
