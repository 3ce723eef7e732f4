import { type ReactNode, useCallback, useRef, useState } from 'react';
import { loadOnce } from '../../../core/base/load-once.js';
import { englishMask } from '../../../react/words/mask.js';
import { useWords } from '../../../react/words/useWords.js';
import { useOwnStyle } from '../../own-style.js';
import { useLoaded } from '../../use-loaded.js';
import type { PromptFormStore } from '../use-prompt-form.js';
import { usePreview } from './use-preview.js';

const english = { mask: englishMask };
const dialog = loadOnce(async () => (await import('../../mask-editor/MaskDialog.js')).MaskDialog);

/** Beside a picture: what of it may change, and the way to say so. */
export default function Marking({ store, image }: MarkingProps): ReactNode {
  const { draft, takesMask, change } = store;
  const { mask } = draft;
  const onMask = (next: Blob | undefined) => change({ mask: next });
  const { mask: words } = useWords(english).messages;
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  // What was painted stays for the next time, until it is removed.
  const [round, setRound] = useState(0);
  const choose = useRef<HTMLButtonElement>(null);
  const fail = useCallback(() => setState('failed'), []);
  const { Component } = useLoaded(dialog, state === 'open', fail);
  const prefetch = () => void dialog.load().catch(() => {});
  const remove = () => {
    setRound(round + 1);
    onMask(undefined);
    // The button goes away with the focus.
    choose.current?.focus();
  };
  if (!takesMask && mask === undefined) return null;
  return (
    <>
      {mask !== undefined && <Marked mask={mask} label={words.preview} />}
      <button ref={choose} type="button" className="bs-button" aria-haspopup="dialog" onPointerEnter={prefetch} onFocus={prefetch} onClick={() => setState('open')}>
        {mask === undefined ? words.choose : words.change}
      </button>
      {mask !== undefined && (
        <button type="button" className="bs-button" onClick={remove}>
          {words.remove}
        </button>
      )}
      <span role="status" className="bs-form-hint">
        {state === 'failed' && words.notLoaded}
      </span>
      {Component !== undefined && (
        <Component
          key={round}
          image={image}
          mask={mask}
          isOpen={state === 'open'}
          opener={choose}
          onClose={() => setState('closed')}
          onMask={(next) => {
            setState('closed');
            onMask(next);
          }}
        />
      )}
    </>
  );
}

/** Over the small picture, where the mask is transparent. */
function Marked({ mask, label }: { mask: Blob; label: string }): ReactNode {
  const preview = usePreview(mask);
  const style = useOwnStyle({ '--bs-marked': preview.state === 'ready' ? `url("${preview.url}")` : 'none' });
  return <span role="img" aria-label={label} className="bs-form-marked" style={style} />;
}

interface MarkingProps {
  store: Pick<PromptFormStore, 'draft' | 'takesMask' | 'change'>;
  /** That of the draft. */
  image: Blob | string;
}
