import type { Meta, StoryObj } from '@storybook/react-vite';
import { CostPreview, type CostPreviewProps } from 'bytespike-react';
import { expect, fn, userEvent } from 'storybook/test';
import { narrow } from '../support/narrow.js';
import { clip, costOf, previews } from './previews.js';

const meta = {
  title: 'CostPreview',
  component: CostPreview,
  args: { cost: costOf(clip), onTopUp: fn() },
  render: (args) => <CostPreview balance={previews.ready().balance} {...args} />,
  decorators: [
    (Story) => (
      <div className="bs-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CostPreview>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A story for one state: what it must say, and the word that everything derives from. */
function state(name: keyof typeof previews, status: string, ...said: readonly (string | RegExp)[]): Story {
  return {
    render: (args) => <CostPreview onTopUp={args.onTopUp} {...(previews[name]() as CostPreviewProps)} />,
    play: async ({ canvas, canvasElement }) => {
      await expect(canvasElement.querySelector('.bs-cost-preview')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

export const Playground: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('$0.21')).toBeVisible();
    await userEvent.click(canvas.getByText('Where this price is from'));
    await expect(canvas.getByText('The published rate card of May 2026.')).toBeVisible();
  },
};

export const Ready = state('ready', 'ready', '4 s × $0.04 + $0.05 submit fee', 'exact', '20–40 s', '$31.19');
export const Images = state('images', 'ready', 'These 4 images', '4 × $0.08', '$0.32');
export const BalanceUnknown = state('balanceUnknown', 'ready', '$0.21');
export const UpTo = state('upTo', 'ready', /^up to \$/, 'at most');
export const Turn = state('turn', 'ready', /for this turn/);
export const Short = state('short', 'short', '$0.16 short', 'Top up');
export const Stale = state('stale', 'stale', 'Working out the price');
export const Unpriced = state('unpriced', 'unpriced', 'No price known');
export const Queued = state('queued', 'ready', 'Cancelling now', 'free', 'up to $0.21');
export const Running = state('running', 'ready', 'Cancelling now', 'up to $0.21');
export const Completed = state('completed', 'ready', 'Last time', 'Billed');
export const CancelledFree = state('cancelledFree', 'ready', 'Billed', 'nothing');
export const CancelledBilled = state('cancelledBilled', 'ready', 'Billed', '$0.07');
export const Unknown = state('unknown', 'ready', 'Billed', 'not known yet');

/** Every state on one sheet, to be looked at. */
export const EveryState: Story = {
  decorators: [],
  render: (args) => (
    <div className="sheet">
      {Object.entries(previews).map(([name, make]) => (
        <section key={name}>
          <h2>{name}</h2>
          <div className="bs-card">
            <CostPreview onTopUp={args.onTopUp} {...(make() as CostPreviewProps)} />
          </div>
        </section>
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('.bs-cost-preview')).toHaveLength(Object.keys(previews).length);
  },
};

/** The same sheet where a sidebar leaves it 320 pixels. */
export const Narrow: Story = { ...EveryState, ...narrow('.bs-cost-preview') };
