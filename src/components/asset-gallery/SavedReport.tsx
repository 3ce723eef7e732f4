import type { ReactNode } from 'react';
import type { Saving } from './use-saving.js';
import { counted, type GalleryWords } from './words.js';

/** How saving goes, and for each that was not saved, why. */
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
      {saving.lost.length > 0 && (
        <ul className="bs-gallery-lost">
          {saving.lost.map(({ asset, prompt, position, reason }) => (
            <li key={`${asset.url} ${position}`}>
              <bdi className="bs-gallery-lost-name">{prompt}</bdi> <span>{gallery.notSaved(reason)}</span>{' '}
              {reason === 'forbidden' && (
                <a href={asset.url} target="_blank" rel="noopener noreferrer" aria-label={gallery.openOneInTab(prompt)}>
                  {gallery.openInTab}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
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
