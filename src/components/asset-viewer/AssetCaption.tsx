import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { DownloadButton } from './tools/DownloadButton.js';
import { Prompts } from './tools/Prompts.js';
import type { Say } from './use-note.js';
import { placeOf, useAssetWords } from './words.js';

/** Needed by a link that dies, and then late. Without it nothing is warned of, and nothing else is lost. */
const Expiry = lazy(() => import('./Expiry.js').catch(() => ({ default: () => null })));

/** Below the frame: what it is, how to keep it, and what it was made of. One line until somebody asks for more. */
export function AssetCaption({ asset, source, facts, prompt, index, count, renew, say }: AssetCaptionProps): ReactNode {
  const { locale, messages } = useAssetWords();
  const { asset: words } = messages;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const hasPrompt = prompt !== undefined || asset.revisedPrompt !== undefined;
  return (
    <figcaption className="bs-caption">
      <div className="bs-caption-line">
        <span className="bs-figures">{facts}</span>
        {hasPrompt && (
          <button
            type="button"
            className="bs-button bs-quiet"
            aria-label={words.action(words.prompt, placeOf(index, count, locale))}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {words.prompt}
          </button>
        )}
        {source !== undefined && <DownloadButton asset={asset} source={source} prompt={prompt} index={index} count={count} say={say} />}
      </div>
      {source !== undefined && asset.expiresAt !== undefined && (
        <Suspense>
          <Expiry asset={asset} expiresAt={asset.expiresAt} renew={renew} say={say} />
        </Suspense>
      )}
      {isOpen && <Prompts id={id} prompt={prompt} revised={asset.revisedPrompt} say={say} />}
    </figcaption>
  );
}

interface AssetCaptionProps {
  asset: Asset;
  /** The address that is shown; `undefined` when there is nothing to keep. */
  source: string | undefined;
  /** What is known of it, in a line. */
  facts: string;
  prompt: string | undefined;
  /** Counts from 0. */
  index: number;
  count: number;
  /** Asks for the address anew. */
  renew: (() => Promise<unknown>) | undefined;
  say: Say;
}
