import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { lookOf } from './look.js';

addons.setConfig({
  theme: lookOf('light'),
  sidebar: { showRoots: true, collapsedRoots: ['every-state'] },
});

// Storybook's own surfaces follow the theme of the toolbar.
addons.register('bytespike/look', (api) => {
  const follow = ({ globals }: { globals: Record<string, unknown> }) => api.setOptions({ theme: lookOf(globals['theme']) });
  api.on(SET_GLOBALS, follow);
  api.on(GLOBALS_UPDATED, follow);
});
