import type { ReactNode } from 'react';
import type { AssetMessages } from '../../react/words/asset.js';
import type { GenerationKind, OutcomeWords } from '../../react/words/parts.js';
import { ActionButton } from '../ActionButton.js';
import { Frame } from './Frame.js';
import { NoteLine } from './NoteLine.js';
import { Prompts } from './tools/Prompts.js';
import { useNote } from './use-note.js';
import { useAssetWords } from './words.js';

/** Why there is no asset. */
export type PlaceholderStatus = 'empty' | 'rendering' | 'stopped' | 'blocked' | 'unknown';

/** Takes the place of an asset, caption included, so that nothing moves when it comes. */
export function Placeholder({ status, kind, ratio, facts, prompt, onEdit }: PlaceholderProps): ReactNode {
  const words = useAssetWords().messages.asset;
  const isRendering = status === 'rendering';
  const isBlocked = status === 'blocked';
  const [note, say] = useNote();
  const { title, text } = wordsFor(status, words, kind);
  return (
    <div className="bs-figure" data-state={status} data-kind={kind}>
      <Frame ratio={ratio} glow={isRendering}>
        <div className={isRendering ? 'bs-hidden' : 'bs-frame-words'}>
          {isBlocked ? <strong className="bs-headline">{title}</strong> : <span>{title}</span>}
          {text !== '' && <span>{text}</span>}
        </div>
        {isBlocked && <NoteLine note={note} />}
      </Frame>
      {status !== 'empty' && (
        <div className="bs-caption">
          <div className="bs-caption-line">
            <span className="bs-figures">{facts}</span>
            {isBlocked && onEdit !== undefined && <ActionButton label={words.editPrompt} onPress={onEdit} />}
          </div>
          {isBlocked && prompt !== undefined && <Prompts prompt={prompt} say={say} />}
        </div>
      )}
    </div>
  );
}

interface PlaceholderProps {
  status: PlaceholderStatus;
  kind: GenerationKind;
  /** Width over height. */
  ratio: number;
  /** What was asked for. */
  facts: string;
  prompt: string | undefined;
  onEdit: (() => unknown) | undefined;
}

function wordsFor(status: PlaceholderStatus, words: AssetMessages, kind: GenerationKind): OutcomeWords {
  return status === 'blocked' ? words.blocked : { title: words[status](kind), text: '' };
}
