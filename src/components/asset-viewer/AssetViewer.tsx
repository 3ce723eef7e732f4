'use client';

import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { type StyleProps, useRoot } from '../element.js';
import { type Generation, generationKind, type GenerationStatus, generationStatus, isActive } from '../generation.js';
import { AssetFigure, type FigureContext } from './AssetFigure.js';
import { factsOf } from './facts.js';
import { Placeholder, type PlaceholderStatus } from './Placeholder.js';
import { type Playback, usePlayback } from './playback.js';
import { frameRatio } from './ratio.js';
import type { ReuseHandlers } from './tools/subject.js';
import { type ExpandedProps, useLightbox } from './use-lightbox.js';
import { useReservedRatio } from './use-reserved-ratio.js';
import { placeOf, useAssetWords } from './words.js';

const NOTHING: ReuseHandlers = {};

/**
 * The result, in frames that have their final shape from the first moment: nothing on the page
 * moves when it arrives. Until then the frames glow.
 */
export function AssetViewer(props: AssetViewerProps): ReactNode {
  const { task, aspectRatio, reuse = NOTHING, lightbox: hasLightbox = true, onEdit } = props;
  const words = useAssetWords();
  const request = props.request ?? task?.request;
  const prompt = props.prompt ?? request?.prompt;
  const placeholder = placeholderStatus(task);
  // Whatever came with a refusal, a picture that the safety filter stopped is not shown.
  const assets = placeholder === 'blocked' ? [] : props.assets;
  const isEmpty = assets.length === 0;
  const kind = props.kind ?? assets[0]?.kind ?? (task === undefined ? 'image' : generationKind(task));
  const status = isEmpty ? placeholder : 'ready';
  const count = isEmpty ? expectedCount(request) : assets.length;
  const emptyRatio = frameRatio({ kind, aspectRatio, request });
  const reserved = useReservedRatio(isEmpty, request, emptyRatio);
  const lightbox = useLightbox(props, assets.length);

  const context: FigureContext = {
    prompt,
    request,
    count,
    playback: usePlayback(props, request),
    renew: task !== undefined && 'check' in task ? task.check : undefined,
    reuse,
    lightbox: hasLightbox ? lightbox.door : undefined,
    alt: (index) =>
      props.alt ?? words.messages.asset.alt({ kind: assets[index]?.kind ?? kind, prompt, place: placeOf(index, count, words.locale) }),
  };
  const state: AssetViewerState = { status, kind, count };
  const root = useRoot('bs-asset-viewer', state, props, {
    role: 'group',
    'aria-label': words.messages.asset.label(kind, count),
    'aria-busy': status === 'rendering' || undefined,
    'data-status': status,
    'data-kind': kind,
    'data-layout': count > 1 ? 'grid' : 'single',
    children: isEmpty
      ? Array(count).fill(0).map((_, index) => (
          <Placeholder
            key={index}
            status={placeholder}
            kind={kind}
            ratio={emptyRatio}
            facts={factsOf(undefined, request, words)}
            // Once is enough, however many were asked for.
            prompt={index === 0 ? prompt : undefined}
            onEdit={index === 0 && request !== undefined && onEdit !== undefined ? () => onEdit(request) : undefined}
          />
        ))
      : assets.map((asset, index) => (
          <AssetFigure
            // By place and not by address: a renewed address of the same picture keeps its frame.
            key={index}
            asset={asset}
            ratio={reserved ?? frameRatio({ kind, aspectRatio, asset, request })}
            facts={factsOf(asset, request, words)}
            index={index}
            context={context}
          />
        )),
  });
  return (
    <>
      {root}
      {hasLightbox && lightbox.Component !== undefined && (
        <lightbox.Component
          assets={assets}
          context={context}
          index={lightbox.index}
          onIndexChange={lightbox.setIndex}
          opener={lightbox.opener}
          holdsBack={props.backCloses ?? true}
        />
      )}
    </>
  );
}

export interface AssetViewerProps extends StyleProps<AssetViewerState, HTMLDivElement>, Playback, ExpandedProps {
  /** What to show: `video.assets` or `image.images`. Empty while it is being made. */
  assets: readonly Asset[];
  /** The generation that makes them: gives the shape, the number and the prompt beforehand. */
  task?: Generation | undefined;
  /** What the assets came of, for `reuse`. @default the request of the task */
  request?: GenerationRequest | undefined;
  /** @default the prompt of the request */
  prompt?: string | undefined;
  /** Text alternative of every asset. @default the prompt */
  alt?: string | undefined;
  /** `16:9` or `1024x1536`. @default from the asset, else from the request */
  aspectRatio?: string | undefined;
  /** What is to come, where neither an asset nor a task tells. @default 'image' */
  kind?: GenerationKind | undefined;
  /**
   * How to go on from a result: `{ remix: (request) => form.fill(request) }`. Each one that is given is a
   * button, where it can be done; it gets the request that `requestFor` makes. `clip` makes the next clip, from a
   * picture or from the last frame: behind a proxy that offers uploads it is put there first. @default none
   */
  reuse?: ReuseHandlers | undefined;
  /** Called with the request that the safety filter stopped, to change its prompt. @default no button */
  onEdit?: ((request: GenerationRequest) => unknown) | undefined;
  /** Whether assets can be seen large, with zoom. @default true */
  lightbox?: boolean | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface AssetViewerState {
  status: PlaceholderStatus | 'ready';
  kind: GenerationKind;
  /** How many frames there are. */
  count: number;
}

const PLACEHOLDERS: Partial<Record<GenerationStatus, PlaceholderStatus>> = { idle: 'empty', unknown: 'unknown' };

function placeholderStatus(task: Generation | undefined): PlaceholderStatus {
  if (task === undefined) return 'empty';
  if (task.error?.code === 'safety_blocked') return 'blocked';
  const status = generationStatus(task);
  return PLACEHOLDERS[status] ?? (isActive(status) ? 'rendering' : 'stopped');
}

/** Before there is a result. No model makes as many at once, and what is remembered of a request may say anything. */
const MOST_FRAMES = 50;

function expectedCount(request: GenerationRequest | undefined): number {
  return Math.min(MOST_FRAMES, Math.max(1, request !== undefined && 'n' in request ? (request.n ?? 1) : 1));
}
