import { type ReactNode, useEffect, useRef, useState } from 'react';
import { clipRequest } from '../../../core/draft/clip-request.js';
import type { FirstFrameSettings } from '../../../core/client/first-frame.js';
import { useBytespike } from '../../../react/provider.js';
import { formatNumber } from '../../../react/format.js';
import { englishChain } from '../../../react/words/chain.js';
import { englishUploads } from '../../../react/words/uploads.js';
import { useAssetWords } from '../words.js';
import type { LaterTools, ReuseHandlers } from './subject.js';

const FILM = 'M2.5 3.5h11v9h-11zM5 3.5v9M11 3.5v9M2.5 8H5M11 8h2.5';
const ONWARDS = 'M2.5 3.5h7v9h-7zM11.5 5.5 14 8l-2.5 2.5M6 8h8';
const FROM_HERE = 'M2.5 3.5h11v9h-11zM8 1.5v13';
const CROSS = 'M4 4l8 8M12 4l-8 8';

/** The next clip, from a picture or from a frame of a clip: taken, put where the gateway can read it, and handed on as what to ask for. */
export function ClipTools({ asset, request, prompt, seen, Button, place, group, say, onClip }: ClipToolsProps): ReactNode {
  const { client, messages } = useBytespike();
  const { locale, messages: { asset: words } } = useAssetWords();
  const chain = { ...englishChain, ...messages.chain };
  const uploads = { ...englishUploads, ...messages.uploads };
  const [isBusy, setBusy] = useState(false);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const go = async (at: FirstFrameSettings['at']) => {
    if (client === undefined) return say(chain.noPlace);
    const mine = (stop.current = new AbortController());
    setBusy(true);
    say(uploads.preparing);
    const part = await import('./frame.js').catch(() => say(words.notLoaded));
    try {
      const onProgress = (sent: number) => say(sent > 0 ? uploads.sending(formatNumber(sent, locale, { style: 'percent' })) : uploads.preparing);
      const frame = await part?.firstFrameOf(client, asset, { at, signal: mine.signal, onProgress });
      if (frame === undefined) return;
      say('');
      await onClip(clipRequest(asset, request ?? { model: '', prompt: prompt ?? '' }, frame), asset);
    } catch (error) {
      say(mine.signal.aborted || part === undefined ? '' : part.frameTrouble(error, chain, uploads));
    } finally {
      setBusy(false);
    }
  };
  const cancel = () => {
    stop.current?.abort();
    // It goes away with the focus.
    group.current?.querySelector('button')?.focus();
  };
  const isClip = asset.kind === 'video';
  return (
    <>
      <Button label={isClip ? chain.fromLastFrame : chain.makeClip} place={place} path={isClip ? ONWARDS : FILM} onPress={() => go('last')} />
      {isClip && seen !== undefined && <Button label={chain.fromThisFrame} place={place} path={FROM_HERE} onPress={() => go(seen() ?? 0)} />}
      {isBusy && <Button label={uploads.cancel} place={place} path={CROSS} onPress={cancel} />}
    </>
  );
}

interface ClipToolsProps extends LaterTools {
  onClip: NonNullable<ReuseHandlers['clip']>;
}
