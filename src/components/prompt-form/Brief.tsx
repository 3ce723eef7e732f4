import { lazy, type ReactNode, Suspense } from 'react';
import type { Catalog } from '../../core/catalog/model.js';
import { betterLanguage } from '../../core/draft/index.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { Field } from './Field.js';
import { PromptField } from './PromptField.js';
import { ReferenceImage } from './reference/ReferenceImage.js';
import type { PromptFormOptions, PromptFormStore } from './use-prompt-form.js';
import { useFormWords } from './words.js';

const nothing = () => ({ default: () => null });

/** For the forms that have it; where it cannot be loaded, the prompt is written without it. */
const Assist = lazy(() => import('./Assist.js').catch(nothing));

/** The same of prompts that were saved. */
const SavedPrompts = lazy(() => import('./saved/SavedPrompts.js').catch(nothing));

/** For pictures of which a part may change; where it cannot be loaded, all of it does. */
const Marking = lazy(() => import('./reference/Marking.js').catch(nothing));

/** A part below the prompt, whose room is there before it. */
const later = (part: ReactNode) => <Suspense fallback={<div className="bs-form-assist" />}>{part}</Suspense>;

/** What is to be made: in words, and by an image where the model takes one. */
export function Brief({ store, kinds, catalog, maxPromptLength, assist, prompts, isOver, onImage }: BriefProps): ReactNode {
  const { form } = useFormWords().messages;
  const type = (next: string) => store.change({ prompt: next });
  const { kind, prompt, image } = store.draft;
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
        limit={maxPromptLength}
        hint={better && form.language({ model: model?.name ?? '', better })}
        onChange={type}
      />
      {prompts !== undefined && later(<SavedPrompts {...{ prompts, store, kinds, catalog, form }} />)}
      {assist !== undefined && later(<Assist assist={assist} prompt={prompt} onPrompt={type} />)}
      {(store.takesFile || typeof image === 'object') && (
        <Field name="image" label={form.field('image', kind)} group>
          {(control) => <ReferenceImage control={control} kind={kind} image={image} isOver={isOver} sending={store.sending} marking={marking} onImage={onImage} onUnreadable={store.unreadable} />}
        </Field>
      )}
    </div>
  );
}

interface BriefProps extends Pick<PromptFormOptions, 'maxPromptLength' | 'assist' | 'prompts'> {
  store: PromptFormStore;
  catalog: Catalog;
  /** What the form makes. */
  kinds: readonly GenerationKind[];
  /** Whether a file is held over the form. */
  isOver: boolean;
  onImage: (image: Blob | undefined) => void;
}
