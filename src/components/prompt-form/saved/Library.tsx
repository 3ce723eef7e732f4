import { type ReactNode, useState } from 'react';
import type { PromptDraft } from '../../../core/draft/index.js';
import { nameFor } from '../../../core/prompts/name-for.js';
import type { SavedDraft, SavedPrompt } from '../../../core/prompts/states.js';
import type { GenerationKind } from '../../../react/words/parts.js';
import type { PromptLibrary } from '../use-prompt-form.js';
import { Entries, type PromptFacts } from './Entries.js';
import { Save } from './Save.js';
import { usePromptWords } from './words.js';

/** What opens: this prompt to be saved, and those that are, to be searched, taken and removed. */
export function Library({ id, prompts, draft, kinds, facts, onTake, onClose }: LibraryProps): ReactNode {
  const { prompts: words } = usePromptWords().messages;
  const [query, setQuery] = useState('');
  const [removed, setRemoved] = useState<SavedPrompt>();
  const fits = (each: { draft: SavedDraft }) => kinds.includes(each.draft.kind);
  const [saved, recent] = [prompts.search(query).filter(fits), query === '' ? prompts.recent.filter(fits) : []];
  const remove = async ({ id: which }: SavedPrompt) => setRemoved(await prompts.remove(which));
  const putBack = async (prompt: SavedPrompt) => {
    setRemoved(undefined);
    await prompts.save(prompt);
  };

  return (
    <div
      id={id}
      role="group"
      aria-label={words.open}
      className="bs-saved"
      onKeyDown={(event) => {
        // Keys that are pressed here are not the form's, which some of them would send, nor those of a dialog around it.
        event.stopPropagation();
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <Save prompts={prompts} draft={draft} />
      {!prompts.isKept && <p className="bs-form-hint">{words.notKept}</p>}
      {prompts.prompts.length > 0 && (
        <input
          type="search"
          className="bs-form-input"
          dir="auto"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <div role="status" className="bs-saved-note">
        {removed !== undefined && <span>{words.removed(removed.name)}</span>}
        {removed === undefined && prompts.status === 'ready' && saved.length === 0 && <span>{words.none}</span>}
      </div>
      {removed !== undefined && (
        <button type="button" className="bs-button bs-saved-undo" onClick={() => void putBack(removed).catch(() => setRemoved(removed))}>
          {words.undo}
        </button>
      )}
      <div className="bs-saved-lists">
        <Entries label={words.open} isLabelHidden entries={saved} facts={facts} onTake={onTake} onRemove={(prompt) => void remove(prompt)} />
        <Entries label={words.recent} entries={recent.map((each) => ({ ...each, id: each.outTaskId, name: nameFor(each.draft.prompt), tags: [] }))} facts={facts} onTake={onTake} />
      </div>
    </div>
  );
}

interface LibraryProps {
  id: string;
  prompts: PromptLibrary;
  draft: PromptDraft;
  kinds: readonly GenerationKind[];
  facts: PromptFacts;
  onTake: (draft: SavedDraft, name: string) => void;
  onClose: () => void;
}
