import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useCostEstimate', ...exampleStory('hooks/cost-estimate') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await expect(await canvas.findByText(/^\$0\.21/)).toBeVisible();
  await userEvent.selectOptions(canvas.getByLabelText('Seconds'), '8');
  await waitFor(() => expect(canvas.getByText(/^\$0\.37/)).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
