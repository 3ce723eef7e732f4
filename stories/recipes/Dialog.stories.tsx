import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Form in a dialog',
  ...exampleStory('recipes/dialog', { about: 'The whole form in the browser’s own dialog; the result on the page.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Add a picture', 'Generate');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Add a picture' }));
  const form = within(canvas.getByRole('dialog', { name: 'Add a picture' }));
  await userEvent.click(await form.findByRole('button', { name: /^Generate/ }));
  await waitFor(() => expect(canvasElement.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
