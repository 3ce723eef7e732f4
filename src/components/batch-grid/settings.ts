import type { Catalog } from '../../core/catalog/model.js';
import type { BatchResult } from '../../react/batch-result.js';
import type { BatchAcross } from './layout.js';

/** What of a batch a grid shows and does. */
export type GridBatch = Omit<BatchResult, 'begin' | 'preview'>;

/** What a grid shows, and by what it goes. */
export interface GridSettings {
  /** The result of `useBatch`, whole. */
  batch: GridBatch;
  /** What stands across, where the page holds it: a column for each model with what is asked of it (`model`), for each set of params (`params`), or for each prompt (`prompt`). */
  across?: BatchAcross | undefined;
  /** @default 'model' */
  defaultAcross?: BatchAcross | undefined;
  onAcrossChange?: ((across: BatchAcross) => void) | undefined;
  /** Whether cells can be marked, to compare or download them: any, one of each prompt as the best of it, or none. @default 'any' */
  marking?: 'any' | 'one-per-prompt' | 'none' | undefined;
  /** Keys of the cells that are marked, where the page holds them. */
  picked?: readonly string[] | undefined;
  /** @default nothing */
  defaultPicked?: readonly string[] | undefined;
  onPickedChange?: ((keys: readonly string[]) => void) | undefined;
  /** Names of the models: `useModels().catalog` knows more. @default the built-in one */
  catalog?: Catalog | undefined;
  /** Leads to where money is added; a button when the batch paused for want of it. @default no such button */
  onTopUp?: (() => unknown) | undefined;
  /** Accessible name, and heading. @default "Batch" */
  label?: string | undefined;
}
