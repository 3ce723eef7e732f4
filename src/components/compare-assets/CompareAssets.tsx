'use client';

import { type ReactNode, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import { Frame } from '../asset-viewer/Frame.js';
import { Problem } from '../asset-viewer/Problem.js';
import { frameRatio } from '../asset-viewer/ratio.js';
import { useShownAsset } from '../asset-viewer/use-shown-asset.js';
import { type StyleProps, useRoot } from '../element.js';
import { useOwnStyle } from '../own-style.js';
import { useControlled } from '../use-controlled.js';
import { usePart } from '../use-part.js';
import { ComparedMedia } from './ComparedMedia.js';
import { Divider } from './Divider.js';
import { type CompareMode, ModeSwitch } from './ModeSwitch.js';
import { type ComparedAsset, type SideText, textOf } from './side.js';
import { useCompareWords } from './words.js';

/** Two pictures have nothing to play. */
const controls = loadOnce(async () => (await import('./SyncControls.js')).SyncControls);

/**
 * Two results beside each other, or one over the other with a line between them that can be
 * dragged; each with its model, price and time. Two clips play as one.
 */
export function CompareAssets(props: CompareAssetsProps): ReactNode {
  const { first, second, aspectRatio } = props;
  const words = useCompareWords();
  const sides = [first, second] as const;
  const texts = [textOf(first, 0, words), textOf(second, 1, words)] as const;
  const shown = [useShownAsset(first.asset, renewOf(first)), useShownAsset(second.asset, renewOf(second))] as const;
  const [left, onLeft] = useState<HTMLVideoElement | null>(null);
  const [right, onRight] = useState<HTMLVideoElement | null>(null);
  const [mode, setMode] = useControlled(props.mode, props.defaultMode ?? 'side-by-side', props.onModeChange);
  const [position, setPosition] = useControlled(props.position, props.defaultPosition ?? 50, props.onPositionChange);

  const isAlike = first.asset.kind === second.asset.kind;
  // One over the other says something of two pictures only, or of two clips, and only if both can be seen.
  const canSlide = isAlike && shown.every(({ problem }) => problem === undefined);
  const state: CompareAssetsState = { mode: canSlide ? mode : 'side-by-side', kind: isAlike ? first.asset.kind : 'mixed' };
  const isSlider = state.mode === 'slider';
  const { Component: SyncControls, hasFailed } = usePart(controls, state.kind === 'video');
  const ratio = (index: 0 | 1) => frameRatio({ kind: sides[index].asset.kind, aspectRatio, asset: sides[index].asset, request: sides[index].task?.request });
  const media = (index: 0 | 1) => (
    <ComparedMedia asset={sides[index].asset} alt={texts[index].alt} shown={shown[index]} hasControls={!isAlike || hasFailed} onVideo={index === 0 ? onLeft : onRight} />
  );
  const at = useOwnStyle({ '--bs-position': `${position}%` });

  return useRoot('bs-compare', state, props, {
    role: 'group',
    'aria-label': words.messages.compare.label,
    'data-mode': state.mode,
    'data-kind': state.kind,
    children: (
      <>
        {canSlide && <ModeSwitch mode={state.mode} onModeChange={setMode} />}
        {!isAlike && mode === 'slider' && <p className="bs-fine">{words.messages.compare.mixed}</p>}
        {isSlider ? (
          <div className="bs-compare-over" style={at}>
            <Frame ratio={ratio(0)} glow={shown.some(({ state: each }) => each === 'loading')}>
              <div className="bs-compare-layer">{media(0)}</div>
              <div className="bs-compare-layer" data-side="second">
                {media(1)}
              </div>
              <Divider first={texts[0].label} second={texts[1].label} position={position} onPositionChange={setPosition} />
            </Frame>
            <div className="bs-compare-captions">
              <Caption text={texts[0]} />
              <Caption text={texts[1]} />
            </div>
          </div>
        ) : (
          <div className="bs-compare-sides">
            {([0, 1] as const).map((index) => (
              <figure key={index} className="bs-compare-side" data-state={shown[index].state}>
                <Frame ratio={ratio(index)} glow={shown[index].state === 'loading'}>
                  {media(index)}
                  <Problem shown={shown[index]} />
                </Frame>
                <figcaption>
                  <Caption text={texts[index]} />
                </figcaption>
              </figure>
            ))}
          </div>
        )}
        {state.kind === 'video' && !hasFailed && <div className="bs-compare-controls">{SyncControls && <SyncControls first={left} second={right} />}</div>}
      </>
    ),
  });
}

export interface CompareAssetsProps extends StyleProps<CompareAssetsState, HTMLDivElement> {
  /** Stands first: at the left, where one reads from left to right. */
  first: ComparedAsset;
  second: ComparedAsset;
  /** How they are seen, where the page holds it. An image and a clip are always side by side. */
  mode?: CompareMode | undefined;
  /** @default 'side-by-side' */
  defaultMode?: CompareMode | undefined;
  onModeChange?: ((mode: CompareMode) => void) | undefined;
  /** How much of the first is seen over the second, 0–100, where the page holds it. */
  position?: number | undefined;
  /** @default 50 */
  defaultPosition?: number | undefined;
  onPositionChange?: ((position: number) => void) | undefined;
  /** `16:9` or `1024x1536`. @default from the asset, else from its request */
  aspectRatio?: string | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface CompareAssetsState {
  mode: CompareMode;
  kind: 'image' | 'video' | 'mixed';
}

function Caption({ text }: { text: SideText }): ReactNode {
  return (
    <div className="bs-compare-caption">
      <strong className="bs-headline">{text.label}</strong>
      {text.facts.length > 0 && (
        <dl className="bs-figures">
          {text.facts.map(({ name, value }) => (
            <div key={name}>
              <dt className="bs-hidden">{name}</dt>
              <dd translate="no">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function renewOf({ task }: ComparedAsset): (() => Promise<unknown>) | undefined {
  return task !== undefined && 'check' in task ? task.check : undefined;
}
