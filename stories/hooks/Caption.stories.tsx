import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useCaption', ...exampleStory('hooks/caption') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Make a picture', 'Describe it');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Make a picture' }));
  await waitFor(() => expect(canvasElement.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
  await userEvent.click(canvas.getByRole('button', { name: 'Describe it' }));
  await waitFor(() => expect(canvas.getByRole('img', { name: /^A picture of \d+ × \d+ pixels/ })).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
