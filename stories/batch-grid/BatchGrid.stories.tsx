import type { Meta, StoryObj } from '@storybook/react-vite';
import { type Asset, BatchGrid, type BatchResult, BytespikeError } from 'bytespike-react';
import { expect, waitFor, within } from 'storybook/test';
import { broken, expired } from '../fixtures.js';
import { narrow } from '../support/narrow.js';
import { batchOf, made, noBatch, PROMPTS, shot, shots, waiting, ways } from './batches.js';

const meta = {
  title: 'BatchGrid',
  component: BatchGrid,
  args: { batch: noBatch() },
  parameters: { docs: { story: { height: '760px' } } },
} satisfies Meta<typeof BatchGrid>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** A batch in a state; its pictures are made before. */
function state(make: (assets: readonly Asset[]) => BatchResult, play?: Play, args: Partial<Story['args']> = {}): Story {
  return {
    args,
    loaders: [async () => ({ assets: await shots() })],
    render: (given, { loaded }) => <BatchGrid {...given} batch={make(loaded['assets'])} />,
    play: async (context) => {
      const { canvasElement } = context;
      await waitFor(() => expect(canvasElement.querySelector('.bs-batch-home')).not.toBeNull());
      await play?.(context);
    },
  };
}

/** All of it, but for what is said. */
const done = (assets: readonly Asset[]) => batchOf({ cell: (row, column) => made(shot(assets, row, column)) });

/** Half of it is there. */
const halfway = (assets: readonly Asset[]) =>
  batchOf({
    cell: (row, column) => {
      if (row === 0 || (row === 1 && column < 2)) return row === 0 && column === 2 ? ways.stopped() : made(shot(assets, row, column));
      if (row === 1) return ways.running();
      return row === 2 && column < 2 ? ways.queued() : waiting();
    },
  });

export const Playground = state(done, async ({ canvas }) => {
  await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '16 of 16 done');
  await expect(canvas.getAllByRole('gridcell')).toHaveLength(16);
}, { defaultPicked: ['cell-0-0', 'cell-1-2'] });

export const Empty = state(noBatch, async ({ canvas }) => {
  await expect(canvas.getByText('Nothing here yet')).toBeVisible();
});

/** Written down, and nothing sent so far: cancelling costs nothing. */
export const Begun = state(() => batchOf({ cell: waiting }), async ({ canvas }) => {
  await expect(canvas.getByRole('button', { name: 'Cancel the rest · free' })).toBeVisible();
});

export const UnderWay = state(halfway, async ({ canvas, canvasElement }) => {
  await expect(canvas.getByRole('button', { name: 'Cancel the rest · may bill up to $0.18' })).toBeVisible();
  await expect(canvasElement.querySelector('.bs-batch-count[data-group="failed"]')).toHaveTextContent(/Failed\s*1/);
});

export const Done = state(done);

/** Every way in which a cell may stand. */
export const EveryCell = state((assets) => {
  const each = [ways.submitting, ways.queued, ways.running, ways.cancelling, ways.blocked, ways.stopped, ways.billed, ways.cancelled, ways.unknown, waiting, () => made([shot(assets, 0, 0), shot(assets, 1, 1)]), () => made(expired()), () => made(broken), () => made([])];
  return batchOf({ cell: (row, column) => (each[row * 4 + column] ?? waiting)() });
}, async ({ canvas }) => {
  await expect(canvas.getAllByRole('button', { name: 'Try again' }).length).toBe(2);
});

/** With an answer lost and one without an amount: what is not known is said. */
export const NotSettled = state((assets) =>
  batchOf({ cell: (row, column) => (row === 0 && column === 1 ? ways.unknown() : row === 1 && column === 0 ? { ...made(shot(assets, 1, 0)), cost: { billed: 'yes', estimated: 0.08, estimatedBy: 'catalog' } } : made(shot(assets, row, column))) }),
);

/** A model that the card does not name. */
export const NoPrice = state(() => batchOf({ columns: [{ model: 'somebody-new-1' }], cell: waiting }), async ({ canvas }) => {
  await expect(canvas.getByText('What all of it may cost is not known')).toBeVisible();
});

export const Paused = state((assets) => ({ ...halfway(assets), status: 'paused' }), async ({ canvas }) => {
  await expect(canvas.getByRole('button', { name: 'Go on' })).toBeVisible();
});

export const ShortOfMoney = state(
  (assets) => ({ ...halfway(assets), status: 'paused', error: new BytespikeError({ code: 'insufficient_balance', message: 'The wallet is empty.' }) }),
  async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Top up' })).toBeVisible();
  },
  { onTopUp: () => {} },
);

export const RateLimited = state((assets) => ({ ...halfway(assets), waitingFor: { reason: 'rate-limit', until: new Date().setHours(14, 5, 0, 0) } }));

export const Offline = state((assets) => ({ ...halfway(assets), waitingFor: { reason: 'connection' } }));

/** A row for each model, a column for each prompt. */
export const PromptsAcross = state(done, undefined, { defaultAcross: 'prompt' });

/** A column for each quality: not every model was asked for each. */
export const SettingsAcross = state((assets) => batchOf({ rows: PROMPTS.slice(0, 1), cell: (row, column) => made(shot(assets, row, column)) }), async ({ canvas }) => {
  await expect(canvas.getByRole('radio', { name: 'Settings' })).toBeChecked();
}, { defaultAcross: 'params' });

/** Two that are marked can be compared, and all marked ones downloaded. */
export const Marked = state(done, async ({ canvas }) => {
  await expect(canvas.getByRole('button', { name: 'Compare both' })).toBeVisible();
  await expect(canvas.getByRole('button', { name: /^Download.2$/ })).toBeVisible();
}, { defaultPicked: ['cell-0-1', 'cell-2-3'] });

export const WithoutMarks = state(done, undefined, { marking: 'none' });

/** By the keyboard alone. */
export const WithKeyboard: Story = {
  ...state(done, async ({ canvas, canvasElement, userEvent }) => {
    canvasElement.querySelector<HTMLElement>('[role="gridcell"]')!.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await waitFor(() => expect(canvasElement.ownerDocument.activeElement).toHaveAttribute('data-key', 'cell-1-1'));
    await expect(canvas.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  }),
  tags: ['!autodocs'],
};

const opened = (key: string): Play => async ({ canvasElement, userEvent }) => {
  await userEvent.click(canvasElement.querySelector(`[data-key="${key}"]`)!);
  const dialog = await within(canvasElement.ownerDocument.body).findByRole('dialog', { name: /./ });
  await waitFor(() => expect(dialog).toBeVisible());
  await waitFor(() => expect(dialog.querySelector('.bs-figure[data-state="loading"]')).toBeNull());
};

/** A cell, large. */
export const Opened: Story = { ...state(done, opened('cell-0-1')), tags: ['!autodocs'] };

export const OpenedFailed: Story = { ...state(halfway, opened('cell-0-2')), tags: ['!autodocs'] };

export const OpenedUnknown: Story = {
  ...state((assets) => batchOf({ cell: (row, column) => (row === 0 && column === 0 ? ways.unknown() : made(shot(assets, row, column))) }), opened('cell-0-0')),
  tags: ['!autodocs'],
};

export const OpenedWaiting: Story = { ...state(halfway, opened('cell-3-3')), tags: ['!autodocs'] };

export const Compared: Story = {
  ...state(done, async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Compare both' }));
    const dialog = within(canvasElement.ownerDocument.body).getByRole('dialog', { name: 'Compare both' });
    await waitFor(() => expect(dialog.querySelectorAll('.bs-compare-side[data-state="shown"]')).toHaveLength(2));
  }, { defaultPicked: ['cell-0-1', 'cell-0-3'] }),
  tags: ['!autodocs'],
};

export const LongWords = state((assets) => {
  const rows = [`A kettle, ${'and beside it a mug that is a little smaller than the one before, '.repeat(8)}`, `Donaudampfschifffahrts${'elektrizitätenhauptbetriebswerkbauunterbeamten'.repeat(3)}`];
  return batchOf({ rows, columns: [{ model: `somebody-${'very-new-'.repeat(8)}1` }, { model: 'gpt-image-2', negativePrompt: 'Blurred' }], cell: (row, column) => (column === 0 ? waiting() : made(shot(assets, row, 1))) });
});

/** Only what is seen is in the page. */
export const Many = state((assets) => batchOf({ rows: Array.from({ length: 50 }, (_, at) => `A kettle on a table, number ${at + 1}`), cell: (row, column) => made(shot(assets, row % 4, column)) }), async ({ canvas, canvasElement }) => {
  await expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '51');
  await waitFor(() => expect(canvasElement.querySelector('[data-virtual]')).not.toBeNull());
  await expect(canvas.getAllByRole('gridcell').length).toBeLessThan(100);
});

/** In a sidebar. */
export const Narrow: Story = { ...state(halfway), ...narrow('.bs-batch-grid') };
