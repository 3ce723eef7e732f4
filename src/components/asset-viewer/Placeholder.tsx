import type { ReactNode } from 'react';
import type { AssetMessages } from '../../react/words/asset.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { useAssetWords } from './words.js';
import { Frame } from './Frame.js';

/** Why there is no asset. */
export type PlaceholderStatus = 'empty' | 'rendering' | 'stopped' | 'unknown';

/** Takes the place of an asset, caption included, so that nothing moves when it comes. */
export function Placeholder({ status, kind, ratio, facts }: PlaceholderProps): ReactNode {
  const words = useAssetWords().messages.asset;
  const rendering = status === 'rendering';
  return (
    <div className="bs-figure" data-state={status} data-kind={kind}>
      <Frame ratio={ratio} glow={rendering}>
        <span className={rendering ? 'bs-hidden' : 'bs-frame-words'}>{wordsFor(status, words, kind)}</span>
      </Frame>
      {status !== 'empty' && (
        <div className="bs-caption">
          <div className="bs-caption-line">
            <span className="bs-figures">{facts}</span>
          </div>
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
}

function wordsFor(status: PlaceholderStatus, words: AssetMessages, kind: GenerationKind): string {
  switch (status) {
    case 'empty':
      return words.empty(kind);
    case 'rendering':
      return words.rendering(kind);
    case 'stopped':
      return words.stopped(kind);
    case 'unknown':
      return words.unknown(kind);
  }
}
