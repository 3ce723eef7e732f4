import type { ReactNode } from 'react';
import type { Asset } from '../../core/asset.js';
import { useAssetWords } from './words.js';
import { DownloadButton } from './DownloadButton.js';

/** Below the frame: what it is, how to keep it, and how the model read the prompt. */
export function AssetCaption({ asset, source, facts, prompt, index, count }: AssetCaptionProps): ReactNode {
  const { asset: words } = useAssetWords().messages;
  return (
    <figcaption className="bs-caption">
      <div className="bs-caption-line">
        <span className="bs-figures">{facts}</span>
        {source !== undefined && <DownloadButton asset={asset} source={source} prompt={prompt} index={index} count={count} />}
      </div>
      {asset.revisedPrompt !== undefined && asset.revisedPrompt !== prompt && (
        <details className="bs-revised" open={count === 1}>
          <summary>{words.revisedPrompt}</summary>
          <p>{asset.revisedPrompt}</p>
        </details>
      )}
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
  index: number;
  count: number;
}
