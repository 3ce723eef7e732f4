import { type ReactNode, useId } from 'react';
import type { FittedModel } from '../../core/batch/shared-wishes.js';
import { listModels } from '../../core/catalog/models.js';
import { counted } from '../asset-gallery/words.js';
import { figuresText } from '../model-picker/figures.js';
import { changeText } from '../prompt-form/change-text.js';
import { issueTexts } from './issue-text.js';
import { ManyField } from './ManyField.js';
import type { BatchFormStore } from './use-batch-form.js';
import { type BatchFormWords, useBatchFormWords } from './words.js';

/** Which models make each prompt: all of one kind, each with its price, and with what it does not grant of what is asked. */
export function Models({ store }: { store: BatchFormStore }): ReactNode {
  const words = useBatchFormWords();
  const { many } = words.messages;
  const { draft, resolved, shown, catalog, change } = store;
  const { kind } = draft;
  const ids = draft.models?.[kind] ?? [];
  const chosen = new Set(resolved.chosen.map(({ model }) => model.id));
  const toggle = (id: string) => change({ models: { ...draft.models, [kind]: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] } });
  const offer = { models: listModels(catalog), catalog, recommendation: undefined };
  return (
    <ManyField group name="models" label={many.models} aside={chosen.size === 0 ? undefined : many.modelsChosen(counted(chosen.size, words.locale))} problems={issueTexts(shown, 'models', words)}>
      {(control) => (
        <div role="group" aria-labelledby={`${control.id}-label`} aria-describedby={control['aria-describedby']} className="bs-many-models">
          {resolved.models.map((fitted) => (
            <ModelRow
              key={fitted.model.id}
              fitted={fitted}
              figures={figuresText(fitted.model, { ...offer, request: { ...fitted.column, prompt: '' } }, words)}
              isChosen={chosen.has(fitted.model.id)}
              isInvalid={control['aria-invalid']}
              onToggle={toggle}
              words={words}
            />
          ))}
        </div>
      )}
    </ManyField>
  );
}

function ModelRow({ fitted, figures, isChosen, isInvalid, onToggle, words }: ModelRowProps): ReactNode {
  const id = useId();
  const { model, changes } = fitted;
  const why = model.reachable ? changes.map((change) => changeText(change, model.kind, words)).join(' · ') : words.messages.models.exclusions.not_reachable({});
  return (
    <label className="bs-many-model" data-unreached={model.reachable ? undefined : ''}>
      <input
        type="checkbox"
        checked={isChosen}
        aria-disabled={!model.reachable || undefined}
        aria-invalid={isInvalid}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-figures ${id}-why`}
        onChange={() => model.reachable && onToggle(model.id)}
      />
      <bdi id={`${id}-name`} translate="no">
        {model.name}
      </bdi>
      <span id={`${id}-figures`} className="bs-fine bs-figures" translate="no">
        {figures}
      </span>
      <span id={`${id}-why`} className="bs-fine bs-many-why">
        {why}
      </span>
    </label>
  );
}

interface ModelRowProps {
  fitted: FittedModel;
  /** Price and wait. */
  figures: string;
  isChosen: boolean;
  isInvalid: true | undefined;
  onToggle: (id: string) => void;
  words: BatchFormWords;
}
