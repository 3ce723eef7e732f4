import type { ReactNode } from 'react';
import type { Asset } from '../../core/asset.js';
import type { AssetMessages } from '../../react/words/asset.js';
import type { OutcomeWords } from '../../react/words/parts.js';
import { useAssetWords } from './words.js';
import { ActionButton } from '../ActionButton.js';
import { AssetCaption } from './AssetCaption.js';
import { Frame } from './Frame.js';
import { Media, type Playback } from './Media.js';
import { type LoadState, useAssetLoad } from './use-asset-load.js';
import { useAssetSource } from './use-asset-source.js';

/** One asset in its frame. The frame has its size before the asset has any. */
export function AssetFigure({ asset, ratio, facts, prompt, alt, index, count, playback, renew }: AssetFigureProps): ReactNode {
  const words = useAssetWords().messages.asset;
  const source = useAssetSource(asset.url);
  const load = useAssetLoad(asset, renew);
  const state = source.state === 'unsafe' || source.state === 'unreadable' ? source.state : load.state;
  const problem = problemOf(state, asset, words);
  return (
    <figure className="bs-figure" data-state={state} data-kind={asset.kind}>
      <Frame ratio={ratio} glow={state === 'loading' || state === 'shown'}>
        {source.state === 'ready' && problem === undefined && (
          <Media
            key={`${source.url} ${load.attempt}`}
            asset={asset}
            source={source.url}
            alt={alt}
            alone={count === 1}
            playback={playback}
            onShown={load.onShown}
            onBroken={load.onBroken}
          />
        )}
        {problem !== undefined && (
          <div className="bs-frame-words">
            <strong className="bs-headline">{problem.title}</strong>
            <span>{problem.text}</span>
            {state === 'broken' && (
              <ActionButton label={words.reload} onPress={load.reload} />
            )}
          </div>
        )}
      </Frame>
      <AssetCaption
        asset={asset}
        source={source.state === 'ready' && problem === undefined ? source.url : undefined}
        facts={facts}
        prompt={prompt}
        index={index}
        count={count}
      />
    </figure>
  );
}

interface AssetFigureProps {
  asset: Asset;
  /** Width over height. */
  ratio: number;
  /** What is known of it, in a line. */
  facts: string;
  prompt: string | undefined;
  alt: string;
  /** Counts from 1. */
  index: number;
  count: number;
  playback: Playback;
  /** Asks for the address anew. */
  renew: (() => Promise<unknown>) | undefined;
}

function problemOf(
  state: LoadState | 'unsafe' | 'unreadable',
  { kind }: Asset,
  words: AssetMessages,
): OutcomeWords | undefined {
  if (state === 'unsafe') return words.unsafe(kind);
  if (state === 'expired') return words.expired(kind);
  if (state === 'unreadable') return words.unreadable(kind);
  return state === 'broken' ? words.broken(kind) : undefined;
}
