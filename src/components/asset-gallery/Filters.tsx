import { type ChangeEvent, type ReactNode, useId } from 'react';
import type { GalleryStatusGroup } from '../../react/words/gallery.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { GalleryFilter } from './filter.js';
import { counted, type GalleryWords } from './words.js';

const KINDS = ['all', 'image', 'video'] as const satisfies readonly (GenerationKind | 'all')[];
const GROUPS: readonly GalleryStatusGroup[] = ['active', 'completed', 'failed', 'cancelled', 'unknown'];

/** Search, kind, status and model, and how many they leave. Native controls: their keys, pickers and names are the system's own. */
export function Filters({ filter, models, found, total, words, onChange, line }: FiltersProps): ReactNode {
  const name = useId();
  const { locale, messages } = words;
  const { gallery } = messages;
  const chosen = ({ target }: ChangeEvent<HTMLSelectElement>) => (target.value || undefined);
  return (
    <>
      <form role="search" className="bs-gallery-filters" aria-label={gallery.filters} onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          // Empty, it is laid out as the page is: so is what stands in its place.
          dir={filter.search === undefined ? undefined : 'auto'}
          className="bs-gallery-field"
          aria-label={gallery.search}
          placeholder={gallery.search}
          autoComplete="off"
          value={filter.search ?? ''}
          onChange={({ target }) => onChange({ ...filter, search: target.value || undefined })}
        />
        <fieldset className="bs-switch bs-gallery-kinds">
          <legend className="bs-hidden">{gallery.kind}</legend>
          {KINDS.map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                className="bs-hidden"
                name={name}
                checked={(filter.kind ?? 'all') === kind}
                onChange={() => onChange({ ...filter, kind: kind === 'all' ? undefined : kind })}
              />
              <span>{gallery.kindOf(kind)}</span>
            </label>
          ))}
        </fieldset>
        <span className="bs-gallery-choice">
          <select
            className="bs-gallery-field"
            aria-label={gallery.status}
            value={filter.status ?? ''}
            onChange={(event) => onChange({ ...filter, status: GROUPS.find((group) => group === chosen(event)) })}
          >
            <option value="">{gallery.statusGroup('all')}</option>
            {GROUPS.map((group) => (
              <option key={group} value={group}>
                {gallery.statusGroup(group)}
              </option>
            ))}
          </select>
        </span>
        <span className="bs-gallery-choice">
          <select
            className="bs-gallery-field"
            aria-label={gallery.model}
            value={filter.model ?? ''}
            onChange={(event) => onChange({ ...filter, model: chosen(event) })}
          >
            <option value="">{gallery.allModels}</option>
            {models.map((model) => (
              <option key={model.id} value={model.id}>
                {model.name}
              </option>
            ))}
          </select>
        </span>
      </form>
      {/* With a line for it, that says it. */}
      <p className="bs-gallery-count" role={line ? undefined : 'status'}>
        {gallery.count({ shown: counted(found, locale), total: counted(total, locale) })}
      </p>
      {line}
    </>
  );
}

interface FiltersProps {
  filter: GalleryFilter;
  /** Those that can be filtered by. */
  models: readonly { id: string; name: string }[];
  /** How many they let through, of how many. */
  found: number;
  total: number;
  words: GalleryWords;
  onChange: (filter: GalleryFilter) => void;
  /** What stands below, and says how many there are. */
  line: ReactNode;
}
