import '@fontsource-variable/inter';
import 'bytespike-react/styles.css';
import './preview.css';
import type { Preview } from '@storybook/react-vite';
import { BytespikeProvider } from 'bytespike-react';

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'contrast', dynamicTitle: true, items: [{ value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }] },
    },
    locale: {
      description: 'Numbers, money and times',
      toolbar: { icon: 'globe', dynamicTitle: true, items: ['en', 'de', 'ja', 'zh-CN', 'ar'] },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en' },
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disable: true },
    // A violation fails the story.
    a11y: { test: 'error' },
  },
  decorators: [
    (Story, { globals }) => {
      const theme = String(globals['theme']);
      const locale = String(globals['locale']);
      document.documentElement.dataset['theme'] = theme;
      document.documentElement.lang = locale;
      return (
        <BytespikeProvider locale={locale}>
          <main className="page">
            <Story />
          </main>
        </BytespikeProvider>
      );
    },
  ],
};

export default preview;
