import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';
import { withPast } from '../support/past.js';

const meta = {
  title: 'Recipes/Gallery with history',
  ...exampleStory('recipes/gallery', { about: 'What was made on this device, and what is being made.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = withPast;

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Generate another' }));
  await waitFor(() => expect(canvas.getAllByText('Tide coming in over black rocks').length).toBeGreaterThan(0));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
