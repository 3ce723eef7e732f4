import type { Family } from '../family/family.js';
import type { ModelNames } from '../item.js';
import type { GalleryWords } from '../words.js';

/** What all tiles have in common. One object for as long as none of it changes: a tile then renders only with its task. */
export interface TileContext {
  words: GalleryWords;
  models: ModelNames;
  /** When the gallery was opened; milliseconds since the epoch, by this machine. */
  opened: number;
  selectable: boolean;
  /** What was made of what, where anything was. */
  family: Family | undefined;
}
