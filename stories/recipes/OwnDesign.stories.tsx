import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Your own design',
  ...exampleStory('recipes/own-design', { about: 'The hooks alone: no component, no style sheet, words of your own.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Film it for $');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Film it for $0.21' }));
  await expect(await canvas.findByRole('button', { name: 'Stop it' })).toBeVisible();
  await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Cut! It cost $0.21.'));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
