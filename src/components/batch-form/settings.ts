import type { BatchDraft } from '../../core/batch/batch-draft.js';
import type { BatchInput } from '../../core/batch/states.js';
import type { Catalog } from '../../core/catalog/model.js';
import type { BatchResult } from '../../react/batch-result.js';
import type { BalanceResult } from '../../react/hook-results.js';
import type { GenerationKind } from '../../react/words/parts.js';

/** What of a batch a form shows and does. */
type FormBatch = Pick<BatchResult, 'status' | 'begin' | 'preview'>;

/** What a form asks for, and by what it goes. */
export interface FormSettings {
  /** The result of `useBatch`, whole. */
  batch: FormBatch;
  /** What can be made. With one there is no switch. @default ['image', 'video'] */
  kinds?: readonly GenerationKind[] | undefined;
  /** Ids of the models that may be chosen. @default all of the catalog */
  models?: readonly string[] | undefined;
  /** Limits, rates and reach: `useModels().catalog`. @default the built-in one */
  catalog?: Catalog | undefined;
  /** The draft, where the page holds it; with `onValueChange`. */
  value?: BatchDraft | undefined;
  /** The draft to begin with. @default an empty one of the first of `kinds` */
  defaultValue?: Partial<BatchDraft> | undefined;
  /** Called with each change, with the whole draft, which is plain data. */
  onValueChange?: ((draft: BatchDraft) => void) | undefined;
  /** Names the place where the draft is kept, beside the user's tasks: it is there again after a reload. @default kept as long as the page is there */
  persist?: string | undefined;
  /** The result of `useBalance`: what is left after it is said. What it does not cover is not begun, which `batch` says by itself. @default not said */
  balance?: Pick<BalanceResult, 'available'> | undefined;
  /** How images are made; see `useBatch`. @default 'task' */
  via?: BatchInput['via'];
  /** How many are under way at once, at most; see `useBatch`. @default 8 */
  atOnce?: BatchInput['atOnce'];
  /** Leads to where money is added; a button when the balance does not cover it. @default no such button */
  onTopUp?: (() => unknown) | undefined;
  /** Accessible name. @default "Batch" */
  label?: string | undefined;
}
