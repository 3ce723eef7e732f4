import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useModels', ...exampleStory('hooks/models') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas }) => {
  await waitFor(() => expect(canvas.getByText(/^source: "live"/m)).toBeVisible());
  await expect(canvas.getByText(/^Veo 3.1 Fast/)).toBeVisible();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
