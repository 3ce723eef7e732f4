'use client';

import { type ComponentType, type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import { catalog } from '../../core/catalog/catalog.js';
import { listModels } from '../../core/catalog/models.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { type StyleProps, useRoot } from '../element.js';
import { Said } from '../Said.js';
import { useControlled } from '../use-controlled.js';
import { useLoaded } from '../use-loaded.js';
import { useSettled } from '../use-settled.js';
import { choiceText, type ModelPickerStatus, pickerStatus } from './choice.js';
import { AUTO, type Offer, type PickableModels, type PickedRecommendation } from './given.js';
import type { ModelListProps } from './ModelList.js';
import { useModelWords } from './words.js';

/** The list of models, loaded once it is wanted: it weighs ten times what the button does. */
const modelList = loadOnce<ComponentType<ModelListProps>>(async () => (await import('./ModelList.js')).default);
const prefetchList = (): void => void modelList.load().catch(() => {});

/**
 * A model, chosen by a person from a searchable list or left to the recommendation ("Auto"), with
 * its price, its wait and why. A person's choice stays, whatever is recommended later.
 */
export function ModelPicker(props: ModelPickerProps): ReactNode {
  const words = useModelWords();
  const { models: text } = words.messages;
  const { kind, recommendation, label = text.label, hideLabel = false, disabled = false } = props;
  const id = useId();
  const [value, choose] = useControlled(props.value, props.defaultValue ?? (recommendation && AUTO), props.onValueChange);
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);

  const offer = useOffer(props);
  const status = pickerStatus(value, offer);
  const choice = choiceText(value, offer, words);
  const fail = useCallback(() => {
    setOpen(false);
    setFailed(true);
  }, []);
  const list = useLoaded(modelList, isOpen, fail);
  const isShown = isOpen && list.Component !== undefined;
  const recommended = status === 'auto' ? choice.name : undefined;
  const said = useSettled(recommended && text.autoChose(recommended), recommended);

  const toggle = () => {
    setFailed(false);
    setOpen(!isOpen);
  };

  const state: ModelPickerState = { status, model: value === AUTO ? recommendation?.model : value, isOpen: isShown };
  return useRoot('bs-model-picker', state, props, {
    'data-status': status,
    'data-kind': kind,
    'data-open': isShown ? '' : undefined,
    'data-disabled': disabled ? '' : undefined,
    children: (
      <>
        <span id={`${id}label`} className={hideLabel ? 'bs-hidden' : 'bs-picker-label'}>
          {label}
        </span>
        <button
          ref={trigger}
          type="button"
          className="bs-picker-button"
          disabled={disabled}
          aria-haspopup="dialog"
          aria-expanded={isShown}
          aria-controls={isShown ? `${id}popup` : undefined}
          aria-busy={(isOpen && !isShown) || status === 'looking' || undefined}
          id={`${id}button`}
          aria-labelledby={`${id}label ${id}button`}
          onPointerEnter={prefetchList}
          onFocus={prefetchList}
          onClick={toggle}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            setOpen(true);
          }}
          // Who has gone elsewhere while it was loading does not want the focus taken away from there.
          onBlur={() => isOpen && !isShown && setOpen(false)}
        >
          <span className="bs-picker-name">
            <bdi>{choice.name}</bdi>{' '}
            {(status === 'auto' || status === 'looking' || status === 'unfit') && <span className="bs-picker-chip">{text.auto}</span>}
          </span>
          <span className="bs-picker-figures">
            <bdi>{choice.figures}</bdi>
          </span>
          <span className="bs-picker-why" data-tone={choice.isProblem ? 'warn' : undefined}>
            {hasFailed ? text.loadFailed : choice.why}
          </span>
        </button>
        <Said>{hasFailed ? text.loadFailed : said}</Said>
        {isOpen && list.Component !== undefined && (
          <list.Component id={`${id}popup`} anchor={trigger} label={label} offer={offer} value={value} onChoose={choose} onClose={() => setOpen(false)} />
        )}
      </>
    ),
  });
}

export interface ModelPickerProps extends StyleProps<ModelPickerState, HTMLDivElement> {
  /** What is to be made. @default both kinds, each under headings of its own */
  kind?: GenerationKind | undefined;
  /** The result of `useModels`, whole: what the key reaches, and what it costs. @default the built-in catalog */
  models?: PickableModels | undefined;
  /** The result of `useModelRecommendation`, whole: "Auto" follows it, and what it excludes says why. @default no "Auto" */
  recommendation?: PickedRecommendation | undefined;
  /** What would be sent now: prices and waits are those of it. @default each model's lowest rate */
  request?: GenerationRequest | undefined;
  /** A model's id, or `auto`. Controlled; it is never changed by a new recommendation. */
  value?: string | undefined;
  /** @default 'auto' where there is a recommendation */
  defaultValue?: string | undefined;
  /** Told what the person chose: a model's id, or `auto`. */
  onValueChange?: ((value: string) => void) | undefined;
  /** @default 'Model' */
  label?: string | undefined;
  /** Leaves the label to screen readers. @default false */
  hideLabel?: boolean | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface ModelPickerState {
  status: ModelPickerStatus;
  /** Id of the model that it comes to; `undefined` while there is none. */
  model: string | undefined;
  isOpen: boolean;
}

/** What there is to choose from, of the kind that is asked for. */
function useOffer({ kind, models, recommendation, request }: ModelPickerProps): Offer {
  return useMemo(() => {
    const { models: entries, catalog: prices } = models ?? builtIn();
    return { models: entries.filter((entry) => entry.kind === (kind ?? entry.kind)), catalog: prices, recommendation, request };
  }, [models, kind, recommendation, request]);
}

let builtInModels: PickableModels | undefined;

function builtIn(): PickableModels {
  builtInModels ??= { models: listModels(catalog), catalog };
  return builtInModels;
}
