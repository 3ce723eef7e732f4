import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { picture } from '../generated.js';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Generate button in a product',
  ...exampleStory('recipes/product', { about: 'A page of a shop, and the button that makes a better picture, or the first one.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** What a shop has so far: the thing, and nothing around it. */
const photo = { model: 'seedream-v4.5', prompt: 'A ramen bowl, plain', size: '1024x1024' } as const;

export const InAction: Story = {
  loaders: [async () => ({ props: { photo: (await picture(photo))[0]?.url } })],
};

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
