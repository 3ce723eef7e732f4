import type { ReactNode, Ref } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import type { GenerationRequest } from '../../../core/catalog/requests.js';
import { isReusable, type Reuse } from '../../../core/draft/reuse.js';
import type { Reused } from '../../../core/draft/next-request.js';
import type { Place } from '../../../react/words/asset.js';
import { CopyImageButton } from './CopyImageButton.js';
import { Icon } from '../icons.js';
import { ToolButton } from './ToolButton.js';
import type { Say } from '../use-note.js';
import { useAssetWords } from '../words.js';

/** What to do with the request that a result came of; each is a button of its own, and only if it is given. */
export type ReuseHandlers = { readonly [How in Reuse]?: ((request: Reused[How], asset: Asset) => unknown) | undefined };

const ORDER: readonly Reuse[] = ['reference', 'variations', 'remix', 'sameSeed'];

/** What can be done with a picture, over it: seen on hover and on focus, and always where nothing hovers. */
export function Tools({ ref, asset, source, request, place, reuse, onEnlarge, onApproach, say }: ToolsProps): ReactNode {
  const { asset: words } = useAssetWords().messages;
  const isOffered = (how: Reuse) => reuse[how] !== undefined && request !== undefined && isReusable(how, asset, request);
  const go = async <How extends Reuse>(how: How) => {
    // Knows every model, and is loaded when it is needed.
    const part = await import('../../../core/draft/next-request.js').catch(() => say(words.notLoaded));
    const next = part && request && part.requestFor(how, asset, request);
    if (next !== undefined) await reuse[how]?.(next, asset);
  };
  return (
    <div ref={ref} className="bs-tools" role="group" aria-label={words.actions(place)}>
      {ORDER.filter(isOffered).map((how) => (
        <ToolButton key={how} label={words.reuse(how)} place={place} icon={<Icon name={how} />} onPress={() => go(how)} />
      ))}
      {asset.kind === 'image' && <CopyImageButton source={source} place={place} say={say} />}
      {onEnlarge !== undefined && (
        <ToolButton label={words.enlarge} place={place} icon={<Icon name="enlarge" />} onApproach={onApproach} onPress={onEnlarge} />
      )}
    </div>
  );
}

interface ToolsProps {
  ref: Ref<HTMLDivElement>;
  asset: Asset;
  /** The address that is shown. */
  source: string;
  /** What it came of. */
  request: GenerationRequest | undefined;
  place: Place | undefined;
  reuse: ReuseHandlers;
  /** `undefined` when there is nothing larger. */
  onEnlarge: ((opener: HTMLElement | null) => unknown) | undefined;
  /** Loads what `onEnlarge` needs. */
  onApproach: () => void;
  say: Say;
}
