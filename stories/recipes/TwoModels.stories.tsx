import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Two models compared',
  ...exampleStory('recipes/two-models', { about: 'One prompt, two models, side by side: each with its time and its price.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Draw it twice');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: /^Draw it twice/ }));
  const compared = within(await canvas.findByRole('group', { name: 'Comparison' }));
  await waitFor(() => expect(compared.getAllByRole('img')).toHaveLength(2));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
