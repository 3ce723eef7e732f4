import { fromJson, toJson } from '../base/json.js';
import { DRAFTS, entriesOf, type TaskStoreOptions } from '../records/storage.js';

/**
 * Where a draft lies while it is written: on the shelf of the user's tasks, so that scope, sign-out and full
 * storage are what they are there. Whoever looks at the tasks, here or in another tab, is not told of each letter.
 *
 * @param read what was written down, as a draft; `undefined` for what is none
 */
export function keptDraft<D>({ memory }: { memory: TaskStoreOptions }, name: string, read: (written: unknown) => D | undefined): { get(): D | undefined; set(draft: D): void } {
  const entries = entriesOf(memory);
  return {
    get: () => read(fromJson(entries.read(DRAFTS + name) ?? '')),
    set: (draft) => entries.write(DRAFTS + name, toJson(draft)),
  };
}
