import type { Asset } from '../../../core/outcome/asset.js';
import type { TaskRecord } from '../../../core/records/task-store.js';
import type { NotSaved } from '../../../react/words/gallery.js';

/** One result of a task. */
export interface SaveItem {
  asset: Asset;
  prompt: string;
  /** Among the results of its task, from 1; 0 for the only one. */
  position: number;
  /** What its file is called, but for the extension. @default its prompt and position */
  name?: string | undefined;
}

/** Saves all of them; tells how far it is before each. */
export type Save = (items: readonly SaveItem[], options: SaveOptions) => Promise<SaveProgress>;

interface SaveOptions {
  serverNow: () => number;
  signal: AbortSignal;
  onProgress: (progress: SaveProgress) => void;
}

export interface SaveProgress {
  done: number;
  total: number;
  lost: readonly (SaveItem & { reason: NotSaved })[];
}

/** Everything that the tasks have to save. */
export function itemsOf(tasks: readonly TaskRecord[]): readonly SaveItem[] {
  return tasks.flatMap(({ request, snapshot }) => {
    const assets = snapshot?.assets ?? [];
    return assets.map((asset, index) => ({ asset, prompt: request.prompt, position: assets.length === 1 ? 0 : index + 1 }));
  });
}
