import type { ReactNode } from 'react';
import { isReusable, type Reuse } from '../../../core/draft/reuse.js';
import { useBytespike } from '../../../react/provider.js';
import { useAssetWords } from '../words.js';
import { ClipTools } from './ClipTools.js';
import type { LaterTools, Reusers } from './subject.js';

const LINES: Record<Reuse, string> = {
  reference: 'M13.5 7v6a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V3c0-.3.2-.5.5-.5h6M2.5 11 6 7.5l5.5 6M12.5 1.5v4M10.5 3.5h4',
  variations: 'M2.5 2.5h4.25v4.25H2.5zM9.25 2.5h4.25v4.25H9.25zM2.5 9.25h4.25v4.25H2.5zM9.25 9.25h4.25v4.25H9.25z',
  remix: 'M2 4.5h2.5c3.5 0 3.5 7 7 7H14M12 9.5l2 2-2 2M2 11.5h2.5c.9 0 1.6-.5 2.1-1.1M9.4 5.6c.5-.6 1.2-1.1 2.1-1.1H14M12 2.5l2 2-2 2',
  sameSeed: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M2.5 5.75h11M2.5 10.25h11',
};

const ORDER: readonly Reuse[] = ['reference', 'variations', 'remix', 'sameSeed'];

/** How the app goes on from a result. */
export default function Onwards(tools: LaterTools): ReactNode {
  const { asset, request, reuse, Button, place, say } = tools;
  const { client } = useBytespike();
  const { asset: words } = useAssetWords().messages;
  const isOffered = (how: Reuse) => reuse[how] !== undefined && request !== undefined && isReusable(how, asset, request);
  const go = async <How extends Reuse>(how: How) => {
    // Knows every model, and is loaded when it is needed.
    const part = await import('./reused.js').catch(() => say(words.notLoaded));
    const next = part && request && part.reusedOf(how, asset, request, client);
    const handlers: Reusers = reuse;
    if (next !== undefined) await handlers[how]?.(next, asset);
  };
  return (
    <>
      {ORDER.filter(isOffered).map((how) => (
        <Button key={how} label={words.reuse(how)} place={place} path={LINES[how]} onPress={() => go(how)} />
      ))}
      {reuse.clip !== undefined && <ClipTools {...tools} onClip={reuse.clip} />}
    </>
  );
}
