import { type ReactNode, useId } from 'react';
import type { SavedDraft, SavedPrompt } from '../../../core/prompts/states.js';
import type { GenerationKind } from '../../../react/words/parts.js';
import { Lines } from '../../asset-viewer/icons.js';
import { usePromptWords } from './words.js';

type Entry = Pick<SavedPrompt, 'id' | 'name' | 'tags' | 'draft'>;

/** Prompts to take, each with what it asks for; those that were saved may be removed. */
export function Entries<E extends Entry>({ label, isLabelHidden = false, entries, facts, onTake, onRemove }: EntriesProps<E>): ReactNode {
  const { prompts: words } = usePromptWords().messages;
  const id = useId();
  if (entries.length === 0) return null;
  return (
    <>
      <p id={id} className={isLabelHidden ? 'bs-hidden' : 'bs-form-label'}>
        {label}
      </p>
      <ul className="bs-saved-list" aria-labelledby={id}>
        {entries.map((entry) => {
          const { name, tags, draft } = entry;
          const model = draft.models?.[draft.kind];
          return (
            <li key={entry.id}>
              <button type="button" className="bs-saved-take" onClick={() => onTake(draft, name)}>
                <bdi className="bs-saved-name">{name}</bdi>
                {name !== draft.prompt && (
                  <bdi className="bs-saved-text">{draft.prompt}</bdi>
                )}
                <span className="bs-saved-facts">
                  <span>{facts.kind(draft.kind)}</span>
                  {model !== undefined && <bdi translate="no">{facts.model(model)}</bdi>}
                  {tags.map((tag) => (
                    <bdi key={tag} className="bs-saved-tag">
                      {tag}
                    </bdi>
                  ))}
                </span>
              </button>
              {onRemove !== undefined && (
                <button type="button" className="bs-button bs-saved-remove" aria-label={words.remove(name)} title={words.remove(name)} onClick={() => onRemove(entry)}>
                  <Lines path="M4 4l8 8M12 4l-8 8" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How the form calls what a prompt is for. Handed on by it: what both imported would be a file of its own, which each page with a form loads. */
export interface PromptFacts {
  kind: (kind: GenerationKind) => string;
  /** By its id. */
  model: (id: string) => string;
}

interface EntriesProps<E extends Entry> {
  label: string;
  /** Leaves the label to who does not see that it is a list. */
  isLabelHidden?: boolean;
  entries: readonly E[];
  facts: PromptFacts;
  onTake: (draft: SavedDraft, name: string) => void;
  onRemove?: (entry: E) => void;
}
