import { type ReactNode, useSyncExternalStore } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { prefersStill, watchMotion } from '../motion.js';
import { useIsSafe } from '../use-page-address.js';

/** How videos are played. */
export interface Playback {
  /** Starts by itself, and then silently: browsers refuse anything else. Not where a person wants less motion. @default false */
  autoPlay?: boolean | undefined;
  /** @default true */
  loop?: boolean | undefined;
  /** @default the value of `autoPlay` */
  muted?: boolean | undefined;
  /** What is seen before it plays. @default the first frame that the request named */
  poster?: string | undefined;
  /** Draws the app's own player in place of the browser's. It fills the frame. */
  renderPlayer?: ((video: PlayerProps) => ReactNode) | undefined;
}

/** What a player of the app's own is given. */
export interface PlayerProps {
  asset: Asset;
  /** The address to play; already known to be safe. */
  src: string;
  /** Accessible name: the text alternative. */
  label: string;
  poster: string | undefined;
  autoPlay: boolean;
  loop: boolean;
  muted: boolean;
  /** Call it when the address does not play: the link is renewed, or called expired or broken. */
  onError: () => void;
}

/** How videos are played, with the defaults in place. */
export type PlaybackSettings = Omit<PlayerProps, 'asset' | 'src' | 'label' | 'onError'> & Pick<Playback, 'renderPlayer'>;

/** The settings with their defaults, for whoever looks. */
export function usePlayback(given: Playback, request: GenerationRequest | undefined): PlaybackSettings {
  const isStill = useSyncExternalStore(watchMotion, prefersStill, () => false);
  const { autoPlay = false, loop = true, muted = autoPlay, renderPlayer } = given;
  const poster = given.poster ?? (request && 'imageUrl' in request ? request.imageUrl : undefined);
  return { autoPlay: autoPlay && !isStill, loop, muted, poster: useIsSafe(poster) ? poster : undefined, renderPlayer };
}
