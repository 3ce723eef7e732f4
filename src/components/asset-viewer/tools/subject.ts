import type { ComponentType, RefObject } from 'react';
import type { GenerationRequest } from '../../../core/catalog/requests.js';
import type { ClipRequest } from '../../../core/draft/clip-request.js';
import type { Reused } from '../../../core/draft/next-request.js';
import type { Reuse } from '../../../core/draft/reuse.js';
import type { Asset } from '../../../core/outcome/asset.js';
import type { Place } from '../../../react/words/asset.js';
import type { Say } from '../use-note.js';

/** What something is done with, how, and where that is said. */
export interface ToolsSubject {
  asset: Asset;
  /** What it came of. */
  request: GenerationRequest | undefined;
  prompt: string | undefined;
  /** Which one of several it is. */
  place: Place | undefined;
  reuse: ReuseHandlers;
  /** Where in a clip its player is, in seconds; absent where it does not tell. */
  seen: (() => number | undefined) | undefined;
  say: Say;
}

/** What to do with the request that `requestFor` makes of a result; each is a button of its own, and only if it is given. */
export type Reusers = { readonly [How in Reuse]?: ((request: Reused[How], asset: Asset) => unknown) | undefined };

/** The same, and the next clip. */
export type ReuseHandlers = Reusers & {
  /** Asks for a clip that begins with the picture, or with a frame of the clip, which is where the gateway can read it by then. */
  readonly clip?: ((request: ClipRequest, asset: Asset) => unknown) | undefined;
};

/** A button whose icon is one path. */
export interface PathButtonProps {
  label: string;
  place: Place | undefined;
  path: string;
  onPress: () => unknown;
}

/**
 * For buttons that are loaded later. What a viewer has already is handed to them: bundlers make files
 * of their own of what several later parts import, which every page with a viewer would load. The provider's
 * value is not: React comes with the provider to every later part, and Rolldown leaves both in the page's own file.
 */
export interface LaterTools extends ToolsSubject {
  Button: ComponentType<PathButtonProps>;
  /** What the buttons are in. */
  group: RefObject<HTMLElement | null>;
}
