import { type ReactNode, useRef } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { AssetCaption } from './AssetCaption.js';
import { Frame } from './Frame.js';
import { Media } from './Media.js';
import { NoteLine } from './NoteLine.js';
import type { PlaybackSettings } from './playback.js';
import { Problem } from './Problem.js';
import type { ReuseHandlers } from './tools/subject.js';
import { Tools } from './tools/Tools.js';
import { useNote } from './use-note.js';
import { useShownAsset } from './use-shown-asset.js';
import { placeOf, useAssetWords } from './words.js';

/** One asset in its frame. The frame has its size before the asset has any. */
export function AssetFigure({ asset, ratio, facts, index, context }: AssetFigureProps): ReactNode {
  const { locale, messages } = useAssetWords();
  const { prompt, request, count, playback, renew, reuse, alt, lightbox } = context;
  const shown = useShownAsset(asset, renew);
  const { load, url } = shown;
  const [note, say] = useNote();
  const tools = useRef<HTMLDivElement>(null);
  // A player of the app's own has a look of its own for what is still loading.
  const state = shown.state === 'loading' && asset.kind === 'video' && playback.renderPlayer !== undefined ? 'shown' : shown.state;
  const enlarge = async (opener: HTMLElement | null) => {
    if (!(await lightbox?.open(index, opener))) say(messages.asset.notLoaded);
  };
  return (
    <figure className="bs-figure" data-state={state} data-kind={asset.kind}>
      <Frame ratio={ratio} glow={state === 'loading' || state === 'shown'}>
        {url !== undefined && (
          <Media
            key={`${url} ${load.attempt}`}
            asset={asset}
            source={url}
            alt={alt(index)}
            alone={count === 1}
            playback={playback}
            onShown={load.onShown}
            onBroken={load.onBroken}
            onEnlarge={lightbox && (() => void enlarge(tools.current?.querySelector('button:last-of-type') ?? null))}
          />
        )}
        <Problem shown={shown} />
        {url !== undefined && (
          <Tools
            ref={tools}
            asset={asset}
            source={url}
            request={request}
            prompt={prompt}
            place={placeOf(index, count, locale)}
            reuse={reuse}
            seen={playback.renderPlayer && asset.kind === 'video' ? undefined : () => tools.current?.parentElement?.querySelector('video')?.currentTime}
            onEnlarge={lightbox && enlarge}
            onApproach={() => lightbox?.prefetch()}
            say={say}
          />
        )}
        <NoteLine note={note} />
      </Frame>
      <AssetCaption asset={asset} source={url ?? shown.kept} facts={facts} prompt={prompt} index={index} count={count} renew={renew} say={say} />
    </figure>
  );
}

/** What all figures of a viewer have in common. */
export interface FigureContext {
  prompt: string | undefined;
  /** What they came of. */
  request: GenerationRequest | undefined;
  count: number;
  playback: PlaybackSettings;
  /** Asks for the addresses anew. */
  renew: (() => Promise<unknown>) | undefined;
  reuse: ReuseHandlers;
  /** Text alternative. */
  alt: (index: number) => string;
  /** `undefined` where there is none. */
  lightbox: LightboxDoor | undefined;
}

export interface LightboxDoor {
  /** Opens on one asset; gives the focus back to `opener` when it closes. Resolves with whether it could be loaded. */
  open(index: number, opener: HTMLElement | null): Promise<boolean>;
  prefetch(): void;
}

interface AssetFigureProps {
  asset: Asset;
  /** Width over height. */
  ratio: number;
  /** What is known of it, in a line. */
  facts: string;
  /** Counts from 0. */
  index: number;
  context: FigureContext;
}
