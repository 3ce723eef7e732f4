import { type ReactNode, type RefObject, type SubmitEvent, useEffect, useId, useRef } from 'react';
import { MainParameters } from '../prompt-form/Parameters.js';
import { RadioGroup } from '../prompt-form/Options.js';
import { submitOnShortcut } from '../submit-shortcut.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { Checkout } from './Checkout.js';
import { Models } from './Models.js';
import { Prompts } from './Prompts.js';
import type { FormSettings } from './settings.js';
import { useBatchForm } from './use-batch-form.js';
import { Values } from './Values.js';
import { useBatchFormWords } from './words.js';

/** All of the form but its frame. */
export function Form(settings: FormSettings): ReactNode {
  const store = useBatchForm(settings);
  const { form } = useBatchFormWords().messages;
  const { draft, kinds, resolved, change } = store;
  const id = useId();
  const root = useRef<HTMLFormElement>(null);
  useFocusOnRefusal(root, store.refusals);
  return (
    <form
      ref={root}
      method="dialog"
      className="bs-many-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        store.submit();
      }}
      onKeyDown={submitOnShortcut}
    >
      {kinds.length > 1 && (
        <RadioGroup
          name={`${id}-kind`}
          label={form.kinds}
          options={kinds.map((each) => ({ value: each, content: form.kind(each) }))}
          value={draft.kind}
          onChange={(next) => change({ kind: next as GenerationKind })}
        />
      )}
      <Prompts store={store} />
      {resolved.names.length > 0 && <Values store={store} />}
      <Models store={store} />
      {resolved.chosen.length > 0 && <MainParameters store={store.wishes} />}
      <Checkout store={store} balance={settings.balance} onTopUp={settings.onTopUp} />
    </form>
  );
}

/** Takes the focus to the first mistake. */
function useFocusOnRefusal(form: RefObject<HTMLElement | null>, refusals: number): void {
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, refusals]);
}
