import { useEffect, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import { whenLoaded } from '../../core/base/part.js';
import { mayHold } from '../../core/records/may-hold.js';
import { useClient } from '../../react/provider.js';

/** What reads what was written down. Most pages have nothing there. */
const reader = loadOnce(async () => (await import('./begun.js')).isGoingOn);

/** Whether a clip or an image that was begun before a reload is still going on: it does, without the button being looked at. It is ended by and by, and stays begun here. */
export function useBegun(persist: string | undefined, load: () => void): boolean {
  const client = useClient();
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    const slots = persist === undefined || isBegun ? [] : [persist, `${persist}:image`].filter((name) => mayHold(client.memory, `slot:${name}`));
    if (slots.length === 0) return;
    return whenLoaded(reader, client.clock, (isGoingOn) => {
      if (!isGoingOn(client, slots)) return;
      setBegun(true);
      load();
    });
  }, [client, persist, isBegun, load]);
  return isBegun;
}
