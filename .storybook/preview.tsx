import '@fontsource-variable/inter';
import 'bytespike-react/styles.css';
import './preview.css';
import type { Preview } from '@storybook/react-vite';
import { Frame } from '../stories/support/Frame.js';
import { messagesIn } from '../stories/support/messages.js';
import { Simulation } from '../stories/support/Simulation.js';
import { configure } from 'storybook/test';
import { PATIENCE_MS } from '../test/support/patience.js';
import { argTypesOf } from './docs/arg-types.js';
import { Container, Page } from './docs/lazy.js';
import { globalTypes, initialGlobals, viewports } from './globals.js';

// What a story plays waits on any machine, also where its page is only looked at.
configure({ asyncUtilTimeout: PATIENCE_MS });

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disable: true },
    viewport: { options: viewports },
    // Read by Storybook without being run: it must stand here, and as it is.
    options: {
      storySort: {
        order: [
          'Start',
          ['Welcome', 'Quick start', '*'],
          'Guides',
          ['The key stays on the server', 'Choosing a flavour', 'Theming', 'Languages', 'Errors and billing', 'Resuming', 'Next.js', 'React Router', 'Testing your app', 'Devtools', 'Your own proxy', 'Limits', 'Compared with others'],
          'Components',
          'Hooks',
          'Recipes',
          ['Generate button in a product', 'Image, then video', 'Two models compared', 'Gallery with history', 'A whole studio', 'Studio', 'Chat composer', 'Form in a dialog', 'Your own design', 'Low balance and top-up', 'Resuming after a reload'],
          'Every state',
          'Internals',
        ],
      },
    },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { container: Container, page: Page, codePanel: true, extractArgTypes: argTypesOf },
    // A violation fails the story.
    a11y: { test: 'error' },
  },
  loaders: [async ({ globals }) => ({ messages: await messagesIn(String(globals['locale'])) })],
  decorators: [
    (Story, { globals, parameters, loaded, viewMode, id }) => {
      const value = (name: string): string => String(globals[name]);
      const appearance = { theme: value('theme'), locale: value('locale'), direction: value('direction'), density: value('density'), motion: value('motion') };
      const flavour = value('flavour') === 'swr' ? 'swr' : 'react-query';
      const simulation = { flavour, scenario: value('network'), speed: Number(globals['speed']), ...parameters['simulation'] } as const;
      return (
        <Frame appearance={appearance} messages={loaded['messages']} inDocs={viewMode === 'docs'}>
          <Simulation key={`${id} ${JSON.stringify(simulation)}`} {...simulation} past={loaded['past']}>
            <Story />
          </Simulation>
        </Frame>
      );
    },
  ],
};

export default preview;
