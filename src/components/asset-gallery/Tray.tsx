import type { ReactNode } from 'react';
import { SavedReport } from './saving/SavedReport.js';
import type { Saving } from './saving/use-saving.js';
import { counted, type GalleryWords } from './words.js';

/** Below the tiles, over them and not between them: what is selected and what can be done with it; how saving goes. */
export function Tray({ count, total, saving, words, onAll, onSave, onStop, onDismiss, onRemove, onClear }: TrayProps): ReactNode {
  const { locale, messages } = words;
  const { gallery } = messages;
  if (count === 0 && saving.status === 'idle') return null;
  return (
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
          <button type="button" className="bs-button" onClick={onSave} aria-disabled={saving.status === 'saving' || undefined}>
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
  );
}

interface TrayProps {
  /** How many are selected, of those that are shown. */
  count: number;
  /** How many are shown. */
  total: number;
  saving: Saving;
  words: GalleryWords;
  onAll: () => void;
  onSave: () => void;
  onStop: () => void;
  onDismiss: () => void;
  onRemove: (() => void) | undefined;
  onClear: () => void;
}
