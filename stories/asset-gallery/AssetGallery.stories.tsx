import type { Meta, StoryObj } from '@storybook/react-vite';
import { AssetGallery, type AssetGalleryProps, type AssetSearchResult, BytespikeError, type TaskRecord } from 'bytespike-react';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { embedded, expired, unsafe } from '../fixtures.js';
import { changed, everyImage, everyState, family, finished, history, results } from './history.js';

/** An app that forgets what it is asked to forget. */
function Kept({ tasks: given, ...props }: Omit<AssetGalleryProps, 'tasks'> & { tasks: readonly TaskRecord[] }) {
  const [tasks, setTasks] = useState(given);
  return <AssetGallery {...props} tasks={tasks} onRemove={(ids) => setTasks(tasks.filter(({ outTaskId }) => !ids.includes(outTaskId)))} />;
}

const meta = {
  title: 'AssetGallery',
  component: AssetGallery,
  args: { tasks: [], onOpen: fn() },
  loaders: [async () => ({ assets: await results() })],
} satisfies Meta<typeof AssetGallery>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A story of tasks that are made of real pictures. */
const of = (make: (assets: Parameters<typeof history>[1]) => readonly TaskRecord[], more: Story = {}): Story => ({
  render: (args, { loaded }) => <Kept {...args} tasks={make(loaded['assets'])} />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('gridcell').length).toBeGreaterThan(0));
  },
  ...more,
});

export const Playground = of((assets) => [changed(finished(1, assets), 14, { status: 'running' }), ...history(40, assets)]);

export const EveryState = of(everyState);

/** Images that came in one answer, which are no tasks. */
export const Images = of(everyImage);

/** What was made of what: each leads to the other. */
export const Family = of(family, {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'From: Steam rises, slowly (4 s)' }));
    await waitFor(() => expect(canvas.getByRole('grid')).toHaveAttribute('aria-activedescendant', expect.stringMatching(/-a$/)));
  },
});

export const TenThousand = of((assets) => history(10_000, assets), {
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByText('10,000 items')).toBeVisible());
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(2000);
  },
});

export const Selecting = of((assets) => history(14, assets), {
  args: { defaultSelection: ['key-0', 'key-2', 'key-3'] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Download' })).toBeVisible();
  },
});

export const AskingToRemove = of((assets) => history(8, assets), {
  play: async ({ canvas }) => {
    (await canvas.findByRole('grid')).focus();
    await userEvent.keyboard(' {ArrowRight} {Delete}');
    await expect(await canvas.findByRole('dialog', { name: 'Remove 2 from the history?' })).toBeVisible();
  },
});

/** Each that could not be saved says why. */
export const NotSaved = of(beyondSaving, {
  play: async ({ canvas }) => {
    (await canvas.findByRole('grid')).focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.click(canvas.getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(2));
  },
});

export const Filtered = of((assets) => history(40, assets), {
  args: { defaultFilter: { kind: 'image', search: 'kettle' } },
  play: async ({ canvas }) => {
    const tiles = await canvas.findAllByRole('gridcell');
    await expect(tiles).toHaveLength(7);
    for (const tile of tiles) await expect(tile).toHaveAccessibleName(/kettle/i);
  },
});

/** What `useAssetSearch()` gives, held in one state. */
const searching = (state: Partial<AssetSearchResult>): AssetSearchResult => ({ query: '', status: 'idle', results: [], basis: 'text', reranked: false, byMeaning: false, indexing: false, indexed: 0, total: 12, error: undefined, ask: fn(), index: fn(), stop: fn(), ...state });

const searched = (state: (tasks: readonly TaskRecord[]) => Partial<AssetSearchResult>, said: RegExp, more: Story = {}): Story =>
  of((assets) => history(14, assets), {
    render: (args, { loaded }) => {
      const tasks = history(14, loaded['assets']);
      return <Kept {...args} tasks={tasks} search={searching(state(tasks))} />;
    },
    play: async ({ canvas }) => {
      await waitFor(() => expect(canvas.getAllByText(said)[0]).toBeVisible());
    },
    ...more,
  });

/** By one more prop: what it would read, and that nobody says for how much. */
export const SearchOffered = searched(() => ({}), /^Reads 12 prompts first/);

export const SearchReading = searched(() => ({ byMeaning: true, indexing: true, indexed: 5 }), /^5 of 12 prompts read/);

export const FoundByMeaning = searched(
  (tasks) => ({ query: 'teapot', status: 'done', basis: 'meaning', reranked: true, byMeaning: true, indexed: 12, results: [tasks[6]!, tasks[0]!, tasks[3]!] }),
  /^Found by meaning/,
  { args: { defaultFilter: { search: 'teapot' } } },
);

/** Where the gateway does not have it, by the words. */
export const NotByMeaning = searched(
  () => ({ query: 'kettle', status: 'done', byMeaning: true, error: new BytespikeError({ code: 'not_found', message: 'There is no POST /v1/embeddings.', status: 404 }) }),
  /^Found by words · Search by meaning is not available here/,
  { args: { defaultFilter: { search: 'kettle' } } },
);

export const NothingFound = of((assets) => history(3, assets), {
  args: { defaultFilter: { search: 'submarine' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Clear filters' })).toBeVisible();
  },
});

function beyondSaving(assets: Parameters<typeof history>[1]): readonly TaskRecord[] {
  const unreadable = { ...embedded, url: 'data:image/png;base64,@@@' };
  return [assets[0]!, expired(), unsafe, unreadable].map((asset, index) => finished(index, [asset]));
}

function words(args: NonNullable<Story['args']>, said: string): Story {
  return {
    args,
    play: async ({ canvas }) => {
      await waitFor(() => expect(canvas.getByText(said)).toBeInTheDocument());
    },
  };
}

export const Empty = words({}, 'Nothing here yet');
export const Loading = words({ status: 'pending' }, 'Loading your history');
export const Failed = words({ status: 'error', onRetry: fn() }, 'Your history could not be loaded');

/** A strip without controls, as below a form. */
export const Recent = of((assets) => history(5, assets), { args: { filters: false, selectable: false, tileSize: 148 } });

export const RightToLeft = of(everyState, {
  render: (args, { loaded }) => (
    <div dir="rtl">
      <Kept {...args} tasks={everyState(loaded['assets'])} defaultSelection={['key-0']} />
    </div>
  ),
});

export const Narrow = of(everyState, {
  render: (args, { loaded }) => (
    <div style={{ inlineSize: 320 }}>
      <Kept {...args} tasks={everyState(loaded['assets'])} defaultSelection={['key-0']} />
    </div>
  ),
});
