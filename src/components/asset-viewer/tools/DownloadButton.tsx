import { type ReactNode, useState } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import { ActionButton } from '../../ActionButton.js';
import { Icon } from '../icons.js';
import type { Say } from '../use-note.js';
import { placeOf, useAssetWords } from '../words.js';

/** Saves the asset; where its server forbids that, opens it in a new tab and says so. */
export function DownloadButton({ asset, source, prompt, index, count, say }: DownloadButtonProps): ReactNode {
  const { locale, messages } = useAssetWords();
  const words = messages.asset;
  const [isForbidden, setForbidden] = useState(false);
  const load = () => import('./download.js').catch(() => undefined);
  const download = async () => {
    const part = await load();
    if (part === undefined) {
      say(words.notLoaded);
      return;
    }
    const result = await part.downloadAsset(asset, { source, prompt, position: count === 1 ? 0 : index + 1 });
    if (result === 'gone') say(words.downloadGone);
    if (result !== 'forbidden') return;
    setForbidden(true);
    say(words.downloadInTabNote);
    part.openInTab(source);
  };
  if (isForbidden) {
    return (
      <a className="bs-button" href={source} target="_blank" rel="noopener noreferrer">
        {words.downloadInTab}
      </a>
    );
  }
  return (
    <ActionButton
      label={
        <>
          <Icon name="download" />
          <span>{words.download}</span>
        </>
      }
      busyLabel={words.downloading}
      name={words.action(words.download, placeOf(index, count, locale))}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onPress={download}
    />
  );
}

interface DownloadButtonProps {
  asset: Asset;
  /** The address that is shown. */
  source: string;
  prompt: string | undefined;
  /** Counts from 0. */
  index: number;
  count: number;
  say: Say;
}
