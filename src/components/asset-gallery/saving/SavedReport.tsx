import type { ReactNode } from 'react';
import type { Saving } from './use-saving.js';
import { counted, type GalleryWords } from '../words.js';

/** How saving goes, and what was not saved. */
export function SavedReport({ saving, words, onStop, onDismiss }: SavedReportProps): ReactNode {
  const { gallery } = words.messages;
  const running = saving.status === 'saving';
  return (
    <div className="bs-gallery-report">
      <div className="bs-gallery-bar">
        <span className="bs-gallery-selected">{savingText(saving, words)}</span>
        <button type="button" className="bs-button" onClick={running ? onStop : onDismiss}>
          {running ? gallery.stop : gallery.dismiss}
        </button>
      </div>
      {saving.LostList && saving.lost.length > 0 && <saving.LostList lost={saving.lost} words={words} />}
    </div>
  );
}

interface SavedReportProps {
  saving: Exclude<Saving, { status: 'idle' }>;
  words: GalleryWords;
  onStop: () => void;
  onDismiss: () => void;
}

/** Where saving stands, in a sentence. */
export function savingText(saving: Exclude<Saving, { status: 'idle' }>, { locale, messages }: GalleryWords): string {
  const { done, lost } = saving;
  const { gallery } = messages;
  const total = counted(saving.total, locale);
  if (saving.total === 0) return gallery.nothingToSave;
  // What is on its way is counted: the first of five is one, not none.
  if (saving.status === 'saving') return gallery.saving({ done: counted(done + 1, locale), total });
  return gallery.saved({ saved: counted(done - lost.length, locale), total, stopped: saving.stopped });
}
