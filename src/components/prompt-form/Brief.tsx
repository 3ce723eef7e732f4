import { lazy, type ReactNode, Suspense } from 'react';
import { betterLanguage } from '../../core/draft/index.js';
import { Field } from './Field.js';
import { PromptField } from './PromptField.js';
import { ReferenceImage } from './reference/ReferenceImage.js';
import type { PromptAssist, PromptFormStore } from './use-prompt-form.js';
import { useFormWords } from './words.js';

/** For the forms that have it; where it cannot be loaded, the prompt is written without it. */
const Assist = lazy(() => import('./Assist.js').catch(nothing));

/** For pictures of which a part may change; where it cannot be loaded, all of it does. */
const Marking = lazy(() => import('./reference/Marking.js').catch(nothing));

function nothing() {
  return { default: () => null };
}

/** What is to be made: in words, and by an image where the model takes one. */
export function Brief({ store, limit, assist, isOver, onImage }: BriefProps): ReactNode {
  const { form } = useFormWords().messages;
  const { draft, change } = store;
  const { kind, prompt, image } = draft;
  const { model } = store.resolved;
  const better = model?.facts && betterLanguage(prompt, model.facts);
  const marking = image !== undefined && (
    <Suspense>
      <Marking store={store} image={image} />
    </Suspense>
  );
  return (
    <div className="bs-form-brief">
      <PromptField
        kind={kind}
        value={prompt}
        limit={limit}
        hint={better && form.language({ model: model?.name ?? '', better })}
        onChange={(next) => change({ prompt: next })}
      />
      {assist !== undefined && (
        <Suspense fallback={<div className="bs-form-assist" />}>
          <Assist assist={assist} prompt={prompt} onPrompt={(next) => change({ prompt: next })} />
        </Suspense>
      )}
      {(store.takesFile || typeof image === 'object') && (
        <Field name="image" label={form.field('image', kind)} group>
          {(control) => <ReferenceImage control={control} kind={kind} image={image} isOver={isOver} sending={store.sending} marking={marking} onImage={onImage} onUnreadable={store.unreadable} />}
        </Field>
      )}
    </div>
  );
}

interface BriefProps {
  store: PromptFormStore;
  /** The most characters of a prompt. @default PROMPT_LIMIT */
  limit: number | undefined;
  /** Has the prompt made better. */
  assist: PromptAssist | undefined;
  /** Whether a file is held over the form. */
  isOver: boolean;
  onImage: (image: Blob | undefined) => void;
}
