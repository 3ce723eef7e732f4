import type { Meta, StoryObj } from '@storybook/react-vite';
import { BalanceMeter } from 'bytespike-react';
import { expect, fn } from 'storybook/test';
import { narrow } from '../support/narrow.js';
import { balances } from './balances.js';

const meta = {
  title: 'BalanceMeter',
  component: BalanceMeter,
  args: { balance: balances.unknown(), onTopUp: fn() },
} satisfies Meta<typeof BalanceMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A story for one state: what it must say, and the word that everything derives from. */
function state(name: keyof typeof balances, status: string, ...said: readonly (string | RegExp)[]): Story {
  return {
    render: (args) => <BalanceMeter {...args} balance={balances[name]()} />,
    play: async ({ canvas, canvasElement }) => {
      await expect(canvasElement.querySelector('.bs-balance-meter')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

export const Playground: Story = {
  render: (args) => <BalanceMeter {...args} balance={balances.threshold()} />,
  play: async ({ canvas }) => {
    const meter = canvas.getByRole('meter', { name: 'Balance' });
    await expect(meter).toHaveAttribute('aria-valuenow', '31.4');
    await expect(meter).toHaveAttribute('aria-valuemax', '50');
  },
};

export const Compact: Story = { ...state('threshold', 'ok', '$31.40'), args: { compact: true } };
export const Plenty = state('plenty', 'ok', '$31.40');
export const Held = state('held', 'ok', '$30.53', '$0.87 held for what is under way');
export const KeyAndOrganisation = state('keyAndOrganisation', 'ok', '$480.25', 'Left on this key');
export const Low = state('low', 'low', '$3.27', 'Low', 'Top up');
export const Empty = state('empty', 'empty', '$0.00', 'Used up');
export const Stale = state('stale', 'ok', /^as of 5 min/, 'Read again');
export const StaleAndFailed = state('staleAndFailed', 'ok', /^as of 2 hr/, 'The balance could not be read.');
export const Unknown = state('unknown', 'unknown', 'not known yet');
export const Failed = state('error', 'error', 'The balance could not be read.', 'Read again');
export const Closed = state('closed', 'closed', 'This app does not show a balance.');

/** Every state on one sheet, in both forms, to be looked at. */
export const EveryState: Story = {
  render: (args) => (
    <div className="sheet">
      {Object.entries(balances).map(([name, make]) => (
        <section key={name}>
          <h2>{name}</h2>
          <BalanceMeter {...args} compact balance={make()} style={{ marginBlockEnd: 12 }} />
          <BalanceMeter {...args} balance={make()} />
        </section>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    const told = Object.values(balances).filter((make) => make().available !== undefined);
    await expect(canvas.getAllByRole('meter')).toHaveLength(2 * told.length);
  },
};

/** The same sheet where a sidebar leaves it 320 pixels. */
export const Narrow: Story = { ...EveryState, ...narrow('.bs-balance-meter') };
