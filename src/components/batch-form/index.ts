export type { BatchDraft, BatchWishes } from '../../core/batch/batch-draft.js';
export { englishMany } from '../../react/words/many.js';
export { BatchForm, type BatchFormProps, type BatchFormState } from './BatchForm.js';
