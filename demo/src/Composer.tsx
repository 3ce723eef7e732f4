import {
  CostPreview,
  type CostPreviewProps,
  type ImageRequest,
  ModelPicker,
  type ModelPickerProps,
  previewCost,
  type VideoRequest,
} from 'bytespike-react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import { Choice } from './Choice.js';
import { AUTO, type Draft, type Kind } from './draft.js';
import { ImageFields } from './ImageFields.js';
import { Prompt } from './Prompt.js';
import { VideoFields } from './VideoFields.js';

const KINDS: { value: Kind; content: string }[] = [
  { value: 'image', content: 'Image' },
  { value: 'video', content: 'Video' },
];

/** Everything that goes into one request, with its model, its price and what it leaves of the balance. */
export function Composer({ draft, request, models, recommendation, preview, busy, onChange, onGenerate }: ComposerProps) {
  const { kind } = draft;
  const isUnfit = draft[kind].model === AUTO && recommendation.model === undefined;
  const canSubmit = !busy && !isUnfit && previewCost(preview).canSubmit;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (canSubmit && request.prompt !== '') onGenerate();
  };
  const choose = (model: string) => onChange(kind === 'image' ? { image: { ...draft.image, model } } : { video: { ...draft.video, model } });
  return (
    <form className="composer" aria-label="Generate" onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <Choice className="choice kinds" label="What to make" hideLabel options={KINDS} value={kind} onChange={(next) => onChange({ kind: next })} />
      <Prompt kind={kind} value={draft.prompt} onChange={(prompt) => onChange({ prompt })} />
      <ModelPicker key={kind} kind={kind} models={models} recommendation={recommendation} request={request} value={draft[kind].model} onValueChange={choose} />
      {kind === 'image' ? (
        <ImageFields request={request} onWish={(wish) => onChange({ image: { ...draft.image, ...wish } })} />
      ) : (
        <VideoFields request={request} onWish={(wish) => onChange({ video: { ...draft.video, ...wish } })} />
      )}
      <div className="checkout">
        <CostPreview key={kind} {...preview} />
        <button type="submit" className="go" disabled={!canSubmit}>
          {busy ? 'Generating' : 'Generate'} {!busy && <kbd aria-hidden="true">{SHORTCUT}</kbd>}
        </button>
      </div>
    </form>
  );
}

export interface ComposerProps {
  draft: Draft;
  /** The draft as a request, with every wish that its model grants. */
  request: ImageRequest | VideoRequest;
  models: NonNullable<ModelPickerProps['models']>;
  recommendation: NonNullable<ModelPickerProps['recommendation']>;
  preview: CostPreviewProps;
  /** Whether one of this kind is being made. */
  busy: boolean;
  onChange: (change: Partial<Draft>) => void;
  onGenerate: () => void;
}

const SHORTCUT = navigator.platform.startsWith('Mac') ? '⌘ ↵' : 'Ctrl ↵';

function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
