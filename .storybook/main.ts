import type { StorybookConfig } from '@storybook/react-vite';
import { componentDependencies, publicNames } from '../vite.config.js';

/** What the sources and stories import from packages. */
const DEPENDENCIES = [...componentDependencies, '@tanstack/react-query', 'eventsource-parser', 'swr', 'valibot'];

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // TypeScript 7 has no JS API for the docgen to use.
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal(vite) {
    // The project's own build makes a library; Storybook is an app, and imports what a user imports.
    const { lib: _lib, rolldownOptions: _rolldownOptions, ...build } = vite.build ?? {};
    const alias = vite.resolve?.alias ?? [];
    const known = Array.isArray(alias) ? alias : Object.entries(alias).map(([find, replacement]) => ({ find, replacement: String(replacement) }));
    return {
      ...vite,
      build,
      resolve: { ...vite.resolve, alias: [...publicNames('index.browser.ts'), ...known] },
      // Found only while a test runs, they would make Vite reload the page under it.
      optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...DEPENDENCIES] },
    };
  },
};

export default config;
