'use client';

import type { ReactNode } from 'react';
import type { Asset } from '../../core/asset.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { useAssetWords } from './words.js';
import { useRootProps, type StyleProps } from '../element.js';
import { type Generation, generationKind, type GenerationStatus, generationStatus, isActive } from '../generation.js';
import { AssetFigure } from './AssetFigure.js';
import { factsOf } from './facts.js';
import type { Playback } from './Media.js';
import { Placeholder, type PlaceholderStatus } from './Placeholder.js';
import { frameRatio } from './ratio.js';

/**
 * The result, in frames that have their final shape from the first moment: nothing on the page
 * moves when it arrives. Until then the frames glow.
 */
export function AssetViewer(props: AssetViewerProps): ReactNode {
  const { assets, task, aspectRatio, autoPlay, loop, muted, render } = props;
  const words = useAssetWords();
  const request = task?.request;
  const renew = task !== undefined && 'check' in task ? task.check : undefined;
  const prompt = props.prompt ?? request?.prompt;
  const kind = props.kind ?? assets[0]?.kind ?? (task === undefined ? 'image' : generationKind(task));
  const placeholder = placeholderStatus(task && generationStatus(task));
  const status = assets.length > 0 ? 'ready' : placeholder;
  const count = assets.length > 0 ? assets.length : expectedCount(task);

  const state: AssetViewerState = { status, kind, count };
  const root = useRootProps('bs-asset-viewer', state, props, {
    role: 'group',
    'aria-label': words.messages.asset.label(kind, count),
    'aria-busy': status === 'rendering' || undefined,
    'data-status': status,
    'data-kind': kind,
    'data-layout': count > 1 ? 'grid' : 'single',
    children:
      assets.length > 0
        ? assets.map((asset, position) => (
            <AssetFigure
              // By place and not by address: a renewed address of the same picture keeps its frame.
              key={position}
              asset={asset}
              ratio={frameRatio({ kind, aspectRatio, asset, request })}
              facts={factsOf(asset, request, words)}
              prompt={prompt}
              alt={props.alt ?? words.messages.asset.alt({ kind: asset.kind, prompt, index: position + 1, count })}
              index={position + 1}
              count={count}
              playback={{ autoPlay, loop, muted }}
              renew={renew}
            />
          ))
        : Array.from({ length: count }, (_, position) => (
            <Placeholder
              key={position}
              status={placeholder}
              kind={kind}
              ratio={frameRatio({ kind, aspectRatio, request })}
              facts={factsOf(undefined, request, words)}
            />
          )),
  });
  return render === undefined ? <div {...root} /> : render(root, state);
}

export interface AssetViewerProps extends StyleProps<AssetViewerState, HTMLDivElement>, Playback {
  /** What to show: `video.assets` or `image.images`. Empty while it is being made. */
  assets: readonly Asset[];
  /** The generation that makes them: gives the shape, the number and the prompt beforehand. */
  task?: Generation | undefined;
  /** @default the prompt of the task's request */
  prompt?: string | undefined;
  /** Text alternative of every asset. @default the prompt */
  alt?: string | undefined;
  /** `16:9` or `1024x1536`. @default from the asset, else from the task's request */
  aspectRatio?: string | undefined;
  /** What is to come, where neither an asset nor a task tells. @default 'image' */
  kind?: GenerationKind | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface AssetViewerState {
  status: PlaceholderStatus | 'ready';
  kind: GenerationKind;
  /** How many frames there are. */
  count: number;
}

function placeholderStatus(status: GenerationStatus | undefined): PlaceholderStatus {
  if (status === undefined || status === 'idle') return 'empty';
  if (status === 'unknown') return 'unknown';
  return isActive(status) ? 'rendering' : 'stopped';
}

function expectedCount(task: Generation | undefined): number {
  const request = task?.request;
  return Math.max(1, request !== undefined && 'n' in request ? (request.n ?? 1) : 1);
}
