import { useMemo } from 'react';
import type { Catalog } from '../../../core/catalog/model.js';
import { modelNames } from '../item.js';
import type { TileContext } from './tile-context.js';
import { useOpened } from '../use-opened.js';
import type { GalleryWords } from '../words.js';

/** What all tiles have in common; the same object for as long as none of it changes. */
export function useTileContext(words: GalleryWords, catalog: Catalog, selectable: boolean): TileContext {
  const opened = useOpened();
  const models = useMemo(() => modelNames(catalog), [catalog]);
  return useMemo(() => ({ words, models, opened, selectable }), [words, models, opened, selectable]);
}
