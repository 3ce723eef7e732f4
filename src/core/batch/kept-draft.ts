import { toJson } from '../base/json.js';
import type { ClientInternals } from '../client/internals.js';
import { taskStore } from '../records/task-store.js';
import { type BatchDraft, readBatchDraft } from './batch-draft.js';

/** Where a draft lies while it is written: on the shelf of the user's tasks, so that scope, sign-out and full storage are what they are there. */
export function keptDraft(client: ClientInternals, persist: string): { get(): BatchDraft | undefined; set(draft: BatchDraft): void } {
  const slot = taskStore(client).slot(`batch-draft ${persist}`);
  return { get: () => readBatchDraft(slot.get()), set: (draft) => slot.set(toJson(draft)) };
}
