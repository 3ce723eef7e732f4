import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useServerNow } from '../../../react/provider.js';
import type { LostListProps } from './LostList.js';
import type { Save, SaveItem, SaveProgress } from './save-items.js';

interface Told extends SaveProgress {
  /** Tells what was not saved; it comes with what saves. */
  LostList?: ComponentType<LostListProps>;
}

export type Saving = { status: 'idle' } | ({ status: 'saving' } & Told) | ({ status: 'done'; stopped: boolean } & Told);

/** Why it was stopped: nobody is there any more. */
export const LEFT = 'left';

const IDLE: Saving = { status: 'idle' };

/** What saves, and what tells of what it could not. */
export interface Saver {
  save: Save;
  LostList: ComponentType<LostListProps>;
}

/** Each as a file of its own. */
export const asFiles = async (): Promise<Saver> => {
  const { saveAll, LostList } = await import('./save-all.js');
  return { save: saveAll, LostList };
};

/** Saving results: one run at a time, which can be stopped and tells how each went. */
export function useSaving(): { saving: Saving; save: (items: readonly SaveItem[], load?: () => Promise<Saver>) => void; onStop: () => void; onDismiss: () => void } {
  const [saving, setSaving] = useState<Saving>(IDLE);
  const run = useRef<AbortController>(undefined);
  const serverNow = useServerNow();

  useEffect(() => () => run.current?.abort(LEFT), []);

  async function start(items: readonly SaveItem[], load: () => Promise<Saver>): Promise<void> {
    const controller = new AbortController();
    run.current?.abort();
    run.current = controller;
    const isCurrent = () => run.current === controller;
    const show = (next: Saving) => {
      if (isCurrent()) setSaving(next);
    };
    const begun: SaveProgress = { done: 0, total: items.length, lost: [] };
    show({ status: 'saving', ...begun });
    try {
      const { save, LostList } = await load();
      const onProgress = (progress: SaveProgress) => show({ status: 'saving', ...progress, LostList });
      const result = await save(items, { serverNow, signal: controller.signal, onProgress });
      show({ status: 'done', stopped: controller.signal.aborted, ...result, LostList });
    } catch {
      // The part that saves could not be loaded: nothing was saved, and pressing again loads it again.
      show({ status: 'done', stopped: true, ...begun });
    }
  }

  return {
    saving,
    save: (items, load = asFiles) => void start(items, load),
    onStop: () => run.current?.abort(),
    onDismiss: () => setSaving(IDLE),
  };
}
