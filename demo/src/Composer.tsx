import { estimateCost } from 'bytespike-react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import { Choice } from './Choice.js';
import type { Draft, Kind, Requests } from './draft.js';
import { ImageFields } from './ImageFields.js';
import { Price } from './Price.js';
import { Prompt } from './Prompt.js';
import { VideoFields } from './VideoFields.js';

const KINDS: { value: Kind; content: string }[] = [
  { value: 'image', content: 'Image' },
  { value: 'video', content: 'Video' },
];

/** Everything that goes into one request, with its price. */
export function Composer({ draft, requests, balance, busy, onChange, onGenerate }: ComposerProps) {
  const { kind } = draft;
  const request = requests[kind];
  const short = balance !== undefined && (estimateCost(request)?.max ?? 0) > balance;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy && !short && request.prompt !== '') onGenerate();
  };
  return (
    <form className="composer" aria-label="Generate" onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <Choice className="choice kinds" label="What to make" hideLabel options={KINDS} value={kind} onChange={(next) => onChange({ kind: next })} />
      <Prompt kind={kind} value={draft.prompt} onChange={(prompt) => onChange({ prompt })} />
      {kind === 'image' ? (
        <ImageFields request={requests.image} onWish={(wish) => onChange({ image: { ...draft.image, ...wish } })} />
      ) : (
        <VideoFields request={requests.video} onWish={(wish) => onChange({ video: { ...draft.video, ...wish } })} />
      )}
      <div className="checkout">
        <Price title={titleOf(requests, kind)} request={request} balance={balance} />
        <button type="submit" className="go" disabled={busy || short}>
          {busy ? 'Generating' : 'Generate'} <kbd aria-hidden="true">{SHORTCUT}</kbd>
        </button>
        <p className="note">{short ? 'The balance does not cover this. Top up, or make it shorter or smaller.' : NOTES[kind]}</p>
      </div>
    </form>
  );
}

export interface ComposerProps {
  draft: Draft;
  /** The draft as each kind of request, with every wish that its model grants. */
  requests: Requests;
  /** USD. */
  balance: number | undefined;
  /** Whether one of this kind is being made. */
  busy: boolean;
  onChange: (change: Partial<Draft>) => void;
  onGenerate: () => void;
}

const SHORTCUT = navigator.platform.startsWith('Mac') ? '⌘ ↵' : 'Ctrl ↵';

const NOTES: Record<Kind, string> = {
  image: 'Not billed if it fails.',
  video: 'Not billed if it fails. Free to cancel until it starts.',
};

function titleOf({ image }: Requests, kind: Kind): string {
  if (kind === 'video') return 'This clip';
  return image.n === 1 ? 'This image' : `These ${image.n} images`;
}

function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
