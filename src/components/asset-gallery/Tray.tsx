import type { ReactNode } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';
import { Said } from '../Said.js';
import { SavedReport, savingText } from './saving/SavedReport.js';
import { itemsOf } from './saving/save-items.js';
import { useSaving } from './saving/use-saving.js';
import { counted, type GalleryWords } from './words.js';

/** Below the tiles, over them and not between them: what is selected and what can be done with it; how saving goes. Loaded with the first that is selected. */
export function Tray({ selected, total, words, onAll, onRemove, onClear }: TrayProps): ReactNode {
  const { saving, save, onStop, onDismiss } = useSaving();
  const { locale, messages } = words;
  const { gallery } = messages;
  const count = selected.length;
  const isSaving = saving.status === 'saving';
  return (
    <>
      {(count > 0 || saving.status !== 'idle') && (
        <div className="bs-gallery-tray">
          {saving.status !== 'idle' && <SavedReport saving={saving} words={words} onStop={onStop} onDismiss={onDismiss} />}
          {count > 0 && (
            <div className="bs-gallery-bar" role="group" aria-label={gallery.selected(counted(count, locale))}>
              <span className="bs-gallery-selected">{gallery.selected(counted(count, locale))}</span>
              <button type="button" className="bs-button" onClick={onClear}>
                {gallery.clearSelection}
              </button>
              {count < total && (
                <button type="button" className="bs-button" onClick={onAll}>
                  {gallery.selectAll}
                </button>
              )}
              <button type="button" className="bs-button" onClick={() => save(itemsOf(selected))} aria-disabled={isSaving || undefined}>
                {gallery.download}
              </button>
              {onRemove !== undefined && (
                <button type="button" className="bs-button" onClick={onRemove}>
                  {gallery.remove}
                </button>
              )}
            </div>
          )}
        </div>
      )}
      <Said>{saving.status === 'done' && savingText(saving, words)}</Said>
    </>
  );
}

interface TrayProps {
  /** Those of the selected that are shown. */
  selected: readonly TaskRecord[];
  /** How many are shown. */
  total: number;
  words: GalleryWords;
  onAll: () => void;
  onRemove: (() => void) | undefined;
  onClear: () => void;
}
