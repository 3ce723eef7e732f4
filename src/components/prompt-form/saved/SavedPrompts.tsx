import { type ReactNode, useId, useRef, useState } from 'react';
import type { Catalog } from '../../../core/catalog/model.js';
import type { PromptDraft } from '../../../core/draft/index.js';
import { changeBack, changeTo } from '../../../core/prompts/draft-of.js';
import type { SavedDraft } from '../../../core/prompts/states.js';
import type { FormMessages } from '../../../react/words/form.js';
import type { GenerationKind } from '../../../react/words/parts.js';
import type { PromptFormStore, PromptLibrary } from '../use-prompt-form.js';
import { Library } from './Library.js';
import { usePromptWords } from './words.js';

/** Below a prompt: those that were saved, and the way back from one that was taken to what was there before. */
export default function SavedPrompts({ prompts, store, kinds, catalog, form }: SavedPromptsProps): ReactNode {
  const { prompts: words } = usePromptWords().messages;
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  // What the form held before: undone once more, it holds again what was taken and changed since. Nothing is lost.
  const [taken, setTaken] = useState<{ name: string; before: PromptDraft }>();
  const put = (name: string, change: SavedDraft) => {
    setTaken({ name, before: store.draft });
    store.change(change);
    setOpen(false);
    trigger.current?.closest('form')?.querySelector('textarea')?.focus();
  };

  return (
    <div className="bs-form-assist">
      <div className="bs-form-assist-row">
        <button ref={trigger} type="button" className="bs-button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => setOpen(!isOpen)}>
          {words.open}
        </button>
        {taken !== undefined && (
          <button type="button" className="bs-button" onClick={() => put('', changeBack(taken.before))}>
            {words.undo}
          </button>
        )}
      </div>
      {/* The form itself shows it to who sees it. */}
      <span role="status" className="bs-hidden">
        {taken === undefined || taken.name === '' ? '' : words.taken(taken.name)}
      </span>
      {isOpen && (
        <Library
          id={id}
          prompts={prompts}
          draft={store.draft}
          kinds={kinds}
          facts={{ kind: form.kind, model: (model) => catalog.models.find((each) => each.id === model)?.name ?? model }}
          onTake={(draft, name) => put(name, changeTo(draft, store.draft))}
          onClose={() => {
            setOpen(false);
            trigger.current?.focus();
          }}
        />
      )}
    </div>
  );
}

interface SavedPromptsProps {
  prompts: PromptLibrary;
  store: PromptFormStore;
  kinds: readonly GenerationKind[];
  catalog: Catalog;
  form: Pick<FormMessages, 'kind'>;
}
