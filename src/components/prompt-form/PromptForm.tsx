'use client';

import { type ReactNode, type RefObject, type SubmitEvent, useEffect, useId, useRef } from 'react';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import { formatMoney } from '../../react/format.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { type StyleProps, useRootProps } from '../element.js';
import { Brief } from './Brief.js';
import { Changes } from './Changes.js';
import { IssuesProvider } from './Field.js';
import { issueText } from './issue-text.js';
import { ModelSelect } from './ModelSelect.js';
import { RadioGroup } from './Options.js';
import { hasOthers, MainParameters, OtherParameters } from './Parameters.js';
import { type CostPreviewRenderProps, filled, type ModelPickerRenderProps, pickerProps, type RenderProp } from './render-props.js';
import { SubmitBar } from './SubmitBar.js';
import { submitOnShortcut } from '../submit-shortcut.js';
import { useImageTaken } from './reference/use-image-taken.js';
import { useImageDrop } from './reference/use-image-drop.js';
import { BOTH, type FormStatus, type PromptFormOptions, usePromptForm } from './use-prompt-form.js';
import { useFormWords } from './words.js';

/**
 * Everything that goes into one request, with its price. A control never offers what the model
 * refuses, what was typed for another model waits until it fits again, and what is handed to
 * `onSubmit` passes every check that is made before a request.
 *
 * @example
 * <PromptForm
 *   onSubmit={(request, call) => {
 *     if (call === 'video') void video.generate(request);
 *     else if (call === 'edit') void edit.generate(request);
 *     else void image.generate(request);
 *   }}
 * />
 */
export function PromptForm(props: PromptFormProps): ReactNode {
  const { kinds = BOTH, catalog = builtIn, recommendation, modelPicker, costPreview } = props;
  const words = useFormWords();
  const { form } = words.messages;
  const id = useId();
  const store = usePromptForm(props);
  const { draft, resolved, estimate, status, shown, change } = store;
  const { kind } = draft;
  const checkout = useRef<HTMLDivElement>(null);
  useFocusOnRefusal(checkout, store.refusals);
  const take = useImageTaken(store);
  const drop = useImageDrop(take);

  const picker = pickerProps(store, recommendation, catalog);
  const unfit = shown.find(({ field }) => field === 'model');
  const whole = shown.find(({ field }) => field === undefined);
  const missing = store.missing > 0 ? form.shortfall(formatMoney(store.missing, words.locale)) : undefined;

  const reasons: Partial<Record<FormStatus, string>> = { busy: form.busy(kind), choosing: form.autoLooking };
  const said = reasons[status] ?? missing ?? props.blocked;

  const state: PromptFormState = { kind, status, isInvalid: shown.length > 0 };
  const root = useRootProps<PromptFormState, HTMLFormElement>('bs-prompt-form', state, props, {
    'aria-label': props.label,
    'data-kind': kind,
    'data-status': status,
    'data-invalid': state.isInvalid ? '' : undefined,
    ...drop.handlers,
    onSubmit: (event: SubmitEvent) => {
      event.preventDefault();
      store.submit();
    },
    onKeyDown: submitOnShortcut,
    children: (
      <IssuesProvider value={shown}>
        {kinds.length > 1 && (
          <RadioGroup
            name={`${id}-kind`}
            label={form.kinds}
            options={kinds.map((each) => ({ value: each, content: form.kind(each) }))}
            value={kind}
            onChange={(next) => change({ kind: next as GenerationKind })}
          />
        )}
        <Brief {...props} {...{ store, kinds, catalog }} isOver={drop.isOver} onImage={take} />
        {modelPicker === undefined ? (
          <ModelSelect {...picker} />
        ) : (
          <div className="bs-form-field" data-field="model" data-invalid={unfit && ''}>
            {filled(modelPicker, picker)}
            {unfit && <p className="bs-form-issue">{issueText(unfit, words)}</p>}
          </div>
        )}
        <Changes kind={kind} model={resolved.model?.name ?? ''} changes={resolved.changes} />
        <MainParameters store={store} />
        {hasOthers(store) && (
          <details className="bs-form-more">
            <summary>{form.more}</summary>
            <div className="bs-form-more-fields">
              <OtherParameters store={store} />
            </div>
          </details>
        )}
        <div ref={checkout} className="bs-form-checkout">
          {filled<CostPreviewRenderProps>(costPreview, { kind, request: resolved.request, estimate })}
          <SubmitBar
            status={status}
            estimate={estimate}
            blocked={said}
            // The button itself, or a preview of the price, has said so in sight.
            isQuiet={status === 'choosing' || (missing !== undefined && costPreview !== undefined)}
            problem={whole && issueText(whole, words)}
          />
        </div>
      </IssuesProvider>
    ),
  });
  // What a server rendered is pressed before somebody listens, too. Sent by this method it goes nowhere, and all that was typed stays.
  return props.render === undefined ? <form method="dialog" {...root} /> : props.render(root, state);
}

export interface PromptFormProps extends StyleProps<PromptFormState, HTMLFormElement>, PromptFormOptions {
  /** Name of the form, which makes it a landmark of the page. @default none */
  label?: string | undefined;
  /** Chooses the model: an element, or a function of what there is to choose. @default a plain list */
  modelPicker?: RenderProp<ModelPickerRenderProps> | undefined;
  /** Stands above the button: an element, or a function of what would be sent now. @default nothing; the button has the price */
  costPreview?: RenderProp<CostPreviewRenderProps> | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface PromptFormState {
  kind: GenerationKind;
  status: FormStatus;
  /** Whether a mistake is shown beside a field. */
  isInvalid: boolean;
}

/** A control that says so itself, or one of a part that an app brought. */
const FAULTY = '[aria-invalid="true"], [data-field="model"][data-invalid] :is(button, input, select)';

/** Takes the focus to the first mistake, unfolding what hides it. */
function useFocusOnRefusal(inside: RefObject<HTMLElement | null>, refusals: number): void {
  useEffect(() => {
    if (refusals === 0) return;
    const first = inside.current?.closest('.bs-prompt-form')?.querySelector<HTMLElement>(FAULTY);
    const folded = first?.closest('details');
    if (folded) folded.open = true;
    first?.focus();
  }, [inside, refusals]);
}
