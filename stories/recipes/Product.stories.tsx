import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Generate button in a product',
  ...exampleStory('recipes/product', { about: 'A page of a shop, and the button that makes what it lacks.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Make a picture' }));
  const dialog = within(await screen.findByRole('dialog', {}));
  await userEvent.click(await dialog.findByRole('textbox', { name: 'Prompt' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.click(await dialog.findByRole('button', { name: 'Use this' }));
  await waitFor(() => expect(canvas.getByRole('img', { name: 'Ramen bowl No. 4' })).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
