import type { ReactNode } from 'react';
import type { Place } from '../../../react/words/asset.js';
import { copyImage } from './copy.js';
import { Icon } from '../icons.js';
import { ToolButton } from './ToolButton.js';
import type { Say } from '../use-note.js';
import { useAssetWords } from '../words.js';

/** Puts the picture into the clipboard; where that cannot be, says whose refusal it is. */
export function CopyImageButton({ source, place, say }: CopyImageButtonProps): ReactNode {
  const { asset: words } = useAssetWords().messages;
  const copy = async () => {
    const result = await copyImage(source);
    if (result === 'copied') say(words.imageCopied, true);
    else say(words.imageNotCopied(result));
  };
  return <ToolButton label={words.copyImage} place={place} icon={<Icon name="copy" />} onPress={copy} />;
}

interface CopyImageButtonProps {
  /** The address that is shown. */
  source: string;
  /** Which one of several. */
  place: Place | undefined;
  say: Say;
}
