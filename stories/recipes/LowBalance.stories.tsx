import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Low balance and top-up',
  ...exampleStory('recipes/low-balance', { about: 'The price is more than what is left: nothing is sent until there is money for it.', simulation: { balance: 0.1 } }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  const generate = canvas.getByRole('button', { name: 'Generate' });
  await waitFor(() => expect(generate).toHaveAttribute('aria-disabled', 'true'));
  await userEvent.click(canvas.getAllByRole('button', { name: 'Top up' })[0]!);
  await waitFor(() => expect(generate).toHaveAttribute('aria-disabled', 'false'));
  await userEvent.click(generate);
  await waitFor(() => expect(canvas.getByText('Ready', { selector: 'strong' })).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
