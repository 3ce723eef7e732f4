import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { formatPlain } from '../../react/format.js';
import { ActionButton } from '../ActionButton.js';
import { useExpiry } from './use-expiry.js';
import type { Say } from './use-note.js';
import { useAssetWords } from './words.js';

/** Says that a link dies soon, while there is still time to keep what it leads to. */
export default function Expiry({ asset, expiresAt, renew, say }: ExpiryProps): ReactNode {
  const { locale, messages } = useAssetWords();
  const { asset: words } = messages;
  const minutes = useExpiry(expiresAt);
  if (minutes === undefined) return null;
  const tryToRenew = () => renew?.().catch(() => say(words.notRenewed));
  return (
    <p className="bs-expiry">
      <span>
        {minutes === 0
          ? words.expiredShown(asset.kind)
          : words.expires({ minutes: { count: minutes, written: formatPlain(minutes, locale) }, canRenew: renew !== undefined })}
      </span>
      {renew !== undefined && <ActionButton label={words.renew} busyLabel={words.renewing} onPress={tryToRenew} />}
    </p>
  );
}

interface ExpiryProps {
  asset: Asset;
  /** Milliseconds since the epoch, by the server's clock. */
  expiresAt: number;
  /** Asks for the address anew. */
  renew: (() => Promise<unknown>) | undefined;
  say: Say;
}
