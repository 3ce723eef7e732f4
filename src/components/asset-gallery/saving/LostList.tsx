import type { ReactNode } from 'react';
import type { SaveProgress } from './save-items.js';
import type { GalleryWords } from '../words.js';

/** For each that was not saved, why. */
export function LostList({ lost, words }: LostListProps): ReactNode {
  const { gallery } = words.messages;
  return (
    <ul className="bs-gallery-lost">
      {lost.map(({ asset, prompt, position, reason }) => (
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
  );
}

export interface LostListProps {
  lost: SaveProgress['lost'];
  words: GalleryWords;
}
