import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useModelRecommendation', ...exampleStory('hooks/model-recommendation') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await expect(await canvas.findByRole('heading', { name: 'nano-banana-v2' })).toBeVisible();
  await userEvent.clear(canvas.getByLabelText('At most, in US dollars'));
  await expect(await canvas.findByRole('heading', { name: 'Nothing fits' })).toBeVisible();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
