import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Image, then video',
  ...exampleStory('recipes/image-then-video', { about: 'A picture first, and a film that starts from it.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('1. Draw the first frame', '2. Set it in motion');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: '1. Draw the first frame' }));
  await userEvent.click(await canvas.findByRole('button', { name: '2. Set it in motion' }));
  await waitFor(() => expect(canvasElement.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(2));
  await expect(canvasElement.querySelector('video')).not.toBeNull();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
