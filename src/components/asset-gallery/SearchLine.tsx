import { type ReactNode, useEffect } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';
import type { AssetSearchResult } from '../../react/search-result.js';
import { wordsOfError } from '../../react/words/errors.js';
import { englishSearch } from '../../react/words/search.js';
import { useWords } from '../../react/words/useWords.js';
import type { counted, GalleryWords } from './words.js';

const english = { search: englishSearch };

/** No such path, or no such model. */
const ABSENT = new Set<number | undefined>([400, 403, 404, 405]);

/** Asks what the words mean. Says whether that is wished, what it takes, and how what is shown was found. */
export function SearchLine({ search, query, among, found: shown, total: all, words: { locale, messages: { gallery, errors } }, counted }: SearchLineProps): ReactNode {
  const words = useWords(english).messages.search;
  const { ask, status, basis, byMeaning, indexing, indexed, total, error } = search;
  useEffect(() => ask(query, among), [ask, query, among]);
  const written = (items: number) => counted(items, locale);
  const read = words.embedded({ done: written(indexed), total: written(total) });
  const found = search.query.trim() !== '' && status === 'done' ? [words.foundBy(basis)] : [];
  const trouble = error === undefined ? [] : [ABSENT.has(error.status) ? words.absent : wordsOfError(errors, error.code)({ message: error.message }).title];
  const notes = [...found, ...trouble, ...(byMeaning ? [] : [words.toEmbed(written(total - indexed))])];
  return (
    <div className="bs-gallery-search">
      <button type="button" className="bs-button" aria-pressed={byMeaning} onClick={() => void (byMeaning ? search.stop() : search.index())}>
        {words.byMeaning}
      </button>
      {indexing && <progress max={total} value={indexed} aria-label={words.byMeaning} aria-valuetext={read} />}
      <span className="bs-fine">{indexing ? read : notes.join(' · ')}</span>
      {/* As `Said` does, which is no part of this one. Once for each question: what the words find until the answer is there is only seen. */}
      <span className="bs-hidden" role="status">
        {status === 'searching' || search.query.trim() !== query.trim() ? '' : [gallery.count({ shown: written(shown), total: written(all) }), ...found, ...trouble].join('. ')}
      </span>
    </div>
  );
}

interface SearchLineProps {
  search: AssetSearchResult;
  query: string;
  /** What the other parts of the filter leave. */
  among: readonly TaskRecord[];
  /** How many are shown, of how many. */
  found: number;
  total: number;
  words: GalleryWords;
  counted: typeof counted;
}
