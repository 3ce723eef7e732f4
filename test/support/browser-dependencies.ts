/** What components import; found while a page runs, they would make Vite reload it. */
export const componentDependencies = [
  ...['checkbox', 'combobox', 'csp-provider', 'dialog', 'direction-provider', 'meter', 'number-field', 'radio', 'radio-group', 'slider', 'toggle', 'toggle-group', 'toolbar'].map((part) => `@base-ui/react/${part}`),
  'client-zip',
  'react-dom',
  'virtua',
];

/** What pages of tests load besides; `react` is the plugin's. */
export const browserDependencies = [
  ...componentDependencies,
  '@storybook/react-vite',
  '@tanstack/react-query',
  '@tanstack/react-devtools',
  '@testing-library/react',
  '@testing-library/user-event',
  'axe-core',
  'eventsource-parser',
  'fast-check',
  'react-dom/client',
  'react-dom/server',
  'storybook/test',
  'swr',
  'swr/_internal',
  'swr/mutation',
  'swr/subscription',
  'tailwindcss',
];
