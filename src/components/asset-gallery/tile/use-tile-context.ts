import { useMemo } from 'react';
import type { Catalog } from '../../../core/catalog/model.js';
import { modelNames } from '../item.js';
import type { TaskRecord } from '../../../core/records/task-store.js';
import type { TileContext } from './tile-context.js';
import { useFamily } from '../use-family.js';
import { useOpened } from '../use-opened.js';
import type { GalleryWords } from '../words.js';

/** What all tiles have in common; the same object for as long as none of it changes. */
export function useTileContext(words: GalleryWords, catalog: Catalog, selectable: boolean, tasks: readonly TaskRecord[]): TileContext {
  const opened = useOpened();
  const models = useMemo(() => modelNames(catalog), [catalog]);
  const family = useFamily(tasks);
  return useMemo(() => ({ words, models, opened, selectable, family }), [words, models, opened, selectable, family]);
}
