// Every state of every component, taken from the stories, for tests that hold all of them to one thing.
import { render } from '@testing-library/react';
import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import { BytespikeProvider, type BytespikeProviderProps } from 'bytespike-react';
import type { ComponentType } from 'react';
import { userEvent, within } from 'storybook/test';
import { Simulation } from '../../stories/support/Simulation.js';

type StoryFile = Parameters<typeof composeStories>[0];

/** A story as a component. The files of a glob tell no types of what they export. */
type Composed = ComponentType & { load(): Promise<void>; play?(context: object): Promise<void> };

export interface State {
  /** `task-progress/TaskProgress · Running`. */
  name: string;
  /** Makes what its story shows: pictures, clips. `show` does so too; made once, they are kept. */
  load(): Promise<void>;
  /** Renders it into the page, and waits until it stands. */
  show(): Promise<void>;
  /** Does what its story does then, as a person would who reads English from left to right: a popup is open after it. */
  play(): Promise<void>;
}

const files = import.meta.glob<StoryFile>(
  ['../../stories/*/*.stories.tsx', '!../../stories/{hooks,recipes,internals,start,guides,support,every-state}/**'],
  { eager: true },
);

/** Sheets show the states of the other stories once more, under captions in English; what the other flavour drives looks the same. */
const SEEN_ELSEWHERE = ['EveryState', 'Narrow', 'DrivenWithSwr'];

/** Every state, below a provider with these props. */
export const everyState = (provider: Omit<BytespikeProviderProps, 'children'>): readonly State[] =>
  everyStory(provider).filter(({ name }) => !SEEN_ELSEWHERE.some((elsewhere) => name.endsWith(` ${elsewhere}`)));

/** Those as well that show states of others once more. */
export function everyStory(provider: Omit<BytespikeProviderProps, 'children'>): readonly State[] {
  setProjectAnnotations([
    {
      decorators: [
        (Story, { parameters }) => (
          <BytespikeProvider {...provider}>
            <Simulation flavour="react-query" scenario="fast" speed={50} {...parameters['simulation']}>
              <main>
                <Story />
              </main>
            </Simulation>
          </BytespikeProvider>
        ),
      ],
    },
  ]);
  return Object.entries(files).flatMap(([path, file]) => {
    return Object.entries(composeStories(file) as Record<string, Composed>).map(([name, Story]) => ({
      name: `${path.replace('../../stories/', '').replace('.stories.tsx', '')} · ${name}`,
      load: () => Story.load(),
      async show() {
        await Story.load();
        render(<Story />);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      },
      play: async () => {
        const canvasElement = document.querySelector('main')!;
        await Story.play?.({ canvasElement, canvas: within(canvasElement), userEvent });
      },
    }));
  });
}
