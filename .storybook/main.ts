import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import { publicNames } from '../scripts/public-names.js';
import { componentDependencies } from '../test/support/browser-dependencies.js';
import { flavourPlugin } from './flavour-plugin.js';
import { referencePlugin } from './reference/plugin.js';
import { registryPlugin } from './registry/plugin.js';

/** What the sources and stories import from packages. */
const DEPENDENCIES = [...componentDependencies, '@joplin/turndown-plugin-gfm', '@tanstack/react-query', 'eventsource-parser', 'swr', 'swr/_internal', 'swr/mutation', 'swr/subscription', 'turndown', 'storybook/internal/core-events', 'storybook/theming/create'];

/** Folders of stories that name their own place in the sidebar; each of the others is a component's. */
const SECTIONS = ['start', 'guides', 'hooks', 'recipes', 'every-state', 'internals'];

const folders = readdirSync(fileURLToPath(new URL('../stories', import.meta.url)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'support')
  .map(({ name }) => name);

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: folders.map((folder) => ({
    directory: `../stories/${folder}`,
    files: '**/*.@(mdx|stories.tsx)',
    ...(SECTIONS.includes(folder) ? {} : { titlePrefix: 'Components' }),
  })),
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest', '@storybook/addon-mcp'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Props are read by `reference`, which knows what a component inherits; TypeScript 7 has no JS API to do it.
  typescript: { reactDocgen: false },
  tags: { internals: { defaultFilterSelection: 'exclude' } },
  staticDirs: [{ from: '../node_modules/@fontsource-variable/inter/files', to: '/fonts' }],
  viteFinal(vite) {
    // The project's own build makes a library; Storybook is an app, and imports what a user imports.
    const { lib: _lib, rolldownOptions: _rolldownOptions, ...build } = vite.build ?? {};
    const alias = vite.resolve?.alias ?? [];
    const known = Array.isArray(alias) ? alias : Object.entries(alias).map(([find, replacement]) => ({ find, replacement: String(replacement) }));
    return {
      ...vite,
      // What Storybook itself brings is a megabyte in one file; only who develops the components loads it.
      build: { ...build, chunkSizeWarningLimit: 2000 },
      plugins: [...(vite.plugins ?? []), flavourPlugin(), referencePlugin(), registryPlugin()],
      resolve: { ...vite.resolve, alias: [...publicNames('index.browser.ts'), ...known] },
      // Found only while a test runs, they would make Vite reload the page under it.
      optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...DEPENDENCIES] },
    };
  },
};

export default config;
