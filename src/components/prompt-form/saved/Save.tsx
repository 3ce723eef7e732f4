import { type ReactNode, useId, useState } from 'react';
import type { PromptDraft } from '../../../core/draft/index.js';
import { nameFor } from '../../../core/prompts/name-for.js';
import type { PromptLibrary } from '../use-prompt-form.js';
import { usePromptWords } from './words.js';

/** Saves what the form asks for now, under a name and tags. */
export function Save({ prompts, draft }: { prompts: PromptLibrary; draft: PromptDraft }): ReactNode {
  const { prompts: words } = usePromptWords().messages;
  const id = useId();
  const [name, setName] = useState('');
  const [tags, setTags] = useState('');
  const [said, setSaid] = useState('');
  const isEmpty = draft.prompt.trim() === '';
  const save = async () => {
    if (isEmpty) return;
    try {
      // As they are separated by whoever writes Arabic, Chinese or Japanese, too.
      await prompts.save({ name, tags: tags.split(/[,،，、]/), draft });
      setName('');
      setTags('');
      setSaid(words.saved);
    } catch {
      setSaid(words.notSaved);
    }
  };
  const field = (label: string, value: string, set: (value: string) => void, placeholder?: string) => (
    <div className="bs-form-field">
      <label className="bs-form-label" htmlFor={id + label}>
        {label}
      </label>
      <input
        id={id + label}
        className="bs-form-input"
        dir="auto"
        value={value}
        placeholder={placeholder}
        onChange={(event) => {
          set(event.target.value);
          setSaid('');
        }}
        onKeyDown={(event) => {
          // The key that ends what is composed is none of a form's, and none of this one's is: that would send it.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
    </div>
  );
  return (
    <div className="bs-saved-new">
      {field(words.name, name, setName, nameFor(draft.prompt))}
      {field(words.tags, tags, setTags)}
      <div className="bs-form-assist-row">
        <button type="button" className="bs-button" aria-disabled={isEmpty} onClick={() => void save()}>
          {words.save}
        </button>
        <span role="status" className="bs-saved-note">
          {said}
        </span>
      </div>
    </div>
  );
}
