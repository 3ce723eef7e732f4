import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { TaskRecord } from '../../../core/records/task-store.js';
import { useServerNow } from '../../../react/provider.js';
import type { LostListProps } from './LostList.js';
import { itemsOf, type SaveProgress } from './save-items.js';

interface Told extends SaveProgress {
  /** Tells what was not saved; it comes with what saves. */
  LostList?: ComponentType<LostListProps>;
}

export type Saving = { status: 'idle' } | ({ status: 'saving' } & Told) | ({ status: 'done'; stopped: boolean } & Told);

const IDLE: Saving = { status: 'idle' };

const load = () => import('./save-all.js');

/** Saving what was selected: one run at a time, which can be stopped and tells how each went. */
export function useSaving(): { saving: Saving; save: (tasks: readonly TaskRecord[]) => void; onStop: () => void; onDismiss: () => void } {
  const [saving, setSaving] = useState<Saving>(IDLE);
  const run = useRef<AbortController>(undefined);
  const serverNow = useServerNow();

  useEffect(() => () => run.current?.abort(), []);

  async function start(tasks: readonly TaskRecord[]): Promise<void> {
    const controller = new AbortController();
    run.current?.abort();
    run.current = controller;
    const isCurrent = () => run.current === controller;
    const items = itemsOf(tasks);
    const show = (next: Saving) => {
      if (isCurrent()) setSaving(next);
    };
    const begun: SaveProgress = { done: 0, total: items.length, lost: [] };
    show({ status: 'saving', ...begun });
    try {
      const { saveAll, LostList } = await load();
      const onProgress = (progress: SaveProgress) => show({ status: 'saving', ...progress, LostList });
      const result = await saveAll(items, { serverNow, signal: controller.signal, onProgress });
      show({ status: 'done', stopped: controller.signal.aborted, ...result, LostList });
    } catch {
      // The part that saves could not be loaded: nothing was saved, and pressing again loads it again.
      show({ status: 'done', stopped: true, ...begun });
    }
  }

  return {
    saving,
    save: (tasks) => void start(tasks),
    onStop: () => run.current?.abort(),
    onDismiss: () => setSaving(IDLE),
  };
}
