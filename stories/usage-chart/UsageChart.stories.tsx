import type { Meta, StoryObj } from '@storybook/react-vite';
import { UsageChart } from 'bytespike-react';
import { expect, waitFor } from 'storybook/test';
import { narrow } from '../support/narrow.js';
import { usages } from './usages.js';

const meta = {
  title: 'UsageChart',
  component: UsageChart,
  args: { usage: usages.loading() },
} satisfies Meta<typeof UsageChart>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** A story for one state, once the chart itself is there: what it must say, and the word that everything derives from. */
function state(name: keyof typeof usages, status: string, ...said: readonly (string | RegExp)[]): Story {
  return {
    render: (args) => <UsageChart {...args} usage={usages[name]()} />,
    play: async ({ canvas, canvasElement }) => {
      await waitFor(() => expect(canvasElement.querySelector('.bs-usage-head')).not.toBeNull());
      await expect(canvasElement.querySelector('.bs-usage-chart')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

/** By day, by model and by key, each by a hook of its own. */
const every: Story['render'] = (args) => <UsageChart {...args} usage={usages.days()} byModel={usages.models()} byKey={usages.keys()} />;
const there: Play = async ({ canvas }) => {
  await waitFor(() => expect(canvas.getByRole('slider')).toBeVisible());
};

export const Playground: Story = {
  render: every,
  play: async (context) => {
    await there(context);
    await expect(context.canvas.getByRole('slider', { name: 'Day' })).toHaveAttribute('aria-valuetext', expect.stringContaining('$1.40'));
  },
};

export const Read: Story = {
  render: every,
  play: async (context) => {
    await there(context);
    const { canvas, userEvent } = context;
    canvas.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await waitFor(() => expect(canvas.getByText(/: \$0\.05, calls: 1$/)).toBeVisible());
  },
};

export const AsATable: Story = {
  render: every,
  play: async (context) => {
    await there(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Table' }));
    await waitFor(() => expect(context.canvas.getByRole('table')).toBeVisible());
    context.canvas.getByRole<HTMLButtonElement>('button', { name: 'Table' }).blur();
  },
};

const choosing = (name: string): Play => async (context) => {
  await there(context);
  await context.userEvent.click(context.canvas.getByRole('radio', { name }));
  await waitFor(() => expect(context.canvas.getByRole('columnheader', { name })).toBeVisible());
};

export const ByModel: Story = { render: every, play: choosing('Model') };
export const ByKey: Story = { render: every, play: choosing('Key') };
export const ByHour = state('hours', 'ready', /: \$1\.20, calls: 5$/);
export const OneDay = state('oneDay', 'ready', '$0.012');
export const AtLeast = state('atLeast', 'ready', /At least/, 'Not known of: video, images');
export const Loading = state('loading', 'loading', 'Loading what was spent');
export const Empty = state('empty', 'empty', 'Nothing was spent in this time.');
export const Failed = state('error', 'error', 'What was spent could not be read.', 'Try again');
export const Closed = state('closed', 'closed', 'This app does not show it.');
export const Stale = state('stale', 'stale', 'It could not be read again. This is of before.');

const { decorators, play: fits } = narrow('.bs-usage-chart');

export const Narrow: Story = {
  render: every,
  decorators,
  play: async (context) => {
    await there(context);
    await fits(context);
  },
};
