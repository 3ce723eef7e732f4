import type { DocsContextProps } from '@storybook/addon-docs/blocks';
import { useEffect, useState } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';

type Globals = Record<string, unknown>;

/** What the toolbar says now. */
export function useGlobals(channel: DocsContextProps['channel']): Globals {
  const [globals, setGlobals] = useState(() => (channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS))?.[0]?.globals as Globals | undefined);
  useEffect(() => {
    const follow = (told: { globals: Globals }) => setGlobals(told.globals);
    channel.on(GLOBALS_UPDATED, follow);
    return () => channel.off(GLOBALS_UPDATED, follow);
  }, [channel]);
  return globals ?? {};
}
