import { type ReactNode, useState } from 'react';
import type { Asset } from '../../core/asset.js';
import { formatPlain } from '../../react/format.js';
import { useAssetWords } from './words.js';
import { ActionButton } from '../ActionButton.js';
import { downloadAsset, type DownloadResult, openInTab } from './download.js';

/** Saves the asset; where its server forbids that, opens it in a new tab and says so. */
export function DownloadButton({ asset, source, prompt, index, count }: DownloadButtonProps): ReactNode {
  const { locale, messages } = useAssetWords();
  const [result, setResult] = useState<DownloadResult>();
  const download = async () => {
    const now = await downloadAsset(asset, { source, prompt, position: count === 1 ? 0 : index });
    setResult(now);
    if (now === 'forbidden') openInTab(source);
  };
  const number = (value: number) => formatPlain(value, locale);
  return (
    <>
      {result === 'forbidden' ? (
        <a className="bs-button" href={source} target="_blank" rel="noopener noreferrer">
          {messages.asset.downloadInTab}
        </a>
      ) : (
        <ActionButton
          label={messages.asset.download}
          busyLabel={messages.asset.downloading}
          name={count === 1 ? undefined : messages.asset.downloadOne(number(index), number(count))}
          onPress={download}
        />
      )}
      <span role="status" className="bs-fine">
        {result === 'forbidden' && messages.asset.downloadInTabNote}
        {result === 'gone' && messages.asset.downloadGone}
      </span>
    </>
  );
}

interface DownloadButtonProps {
  asset: Asset;
  /** The address that is shown. */
  source: string;
  prompt: string | undefined;
  /** Counts from 1. */
  index: number;
  count: number;
}
