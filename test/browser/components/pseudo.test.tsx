// Every state of every component in a language that nobody speaks: what is still plain English bypasses the messages.
import { cleanup, render } from '@testing-library/react';
import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import { BytespikeProvider, catalog } from 'bytespike-react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Simulation } from '../../../stories/support/Simulation.js';
import { plainWords, pseudo } from '../../support/pseudo.js';

type StoryFile = Parameters<typeof composeStories>[0];

const files = import.meta.glob<StoryFile>(
  ['../../../stories/*/*.stories.tsx', '!../../../stories/{hooks,recipes,internals,start,guides,support,every-state}/**'],
  { eager: true },
);

/** What is no word of ours: data, and what a person wrote. Longer ones first, since some are the beginning of others. */
const DATA = [
  ...catalog.models.flatMap(({ id, name, vendor }) => [name, id, vendor]),
  ...[
    'A hand-painted sign that says “Open late”',
    'A kettle on the left and a mug on the right',
    'A lighthouse in fog, seen from the water',
    'Make a cover',
    'No cover yet.',
    'Perfume bottle, crystal and brushed steel',
    'Second take',
    'Slow zoom into a bowl of ramen, steam rising, window light from the left',
    'Tide coming in over black rocks',
    'Tide over black rocks',
    'somebody-new-1',
  ],
  ...['PNG', 'JPEG', 'WebP', 'MP4', 'WebM', 'GIF', 'HD', 'https://'],
].sort((a, b) => b.length - a.length);

// Before any story is composed.
setProjectAnnotations([
  {
    decorators: [
      (Story) => (
        <BytespikeProvider locale="ja" messages={pseudo}>
          <Simulation flavour="react-query" scenario="fast" speed={20}>
            <Story />
          </Simulation>
        </BytespikeProvider>
      ),
    ],
  },
]);

afterEach(cleanup);

/** A story as a component. The files of a glob tell no types of what they export. */
type Composed = ComponentType & { load(): Promise<void> };

/** Sheets show the states of the other stories once more, under captions in English. */
const SHEETS = ['EveryState', 'Narrow'];

const statesOf = (file: StoryFile) => Object.entries(composeStories(file) as Record<string, Composed>).filter(([name]) => !SHEETS.includes(name));

describe.each(Object.entries(files))('%s', (_path, file) => {
  it.each(statesOf(file))('%s says nothing in plain English', async (_name, Story) => {
    await Story.load();
    render(<Story />);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(plainWords(document.body, DATA)).toEqual([]);
  });
});
