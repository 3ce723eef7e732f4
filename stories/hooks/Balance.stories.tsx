import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useBalance', ...exampleStory('hooks/balance') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await waitFor(() => expect(canvas.getByText('$25.00 left.')).toBeVisible());
  await userEvent.click(canvas.getByRole('button', { name: 'Spend $0.21 on a clip' }));
  await waitFor(() => expect(canvas.getByText(/^\$24\.79 left, and that is low\./)).toBeVisible());
  await waitFor(() => expect(canvas.getByText('The clip: completed')).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
