import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Studio',
  ...exampleStory('recipes/studio', { about: 'A whole page: the panel, what was made before below it, and the balance in a bar of the page’s own.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Generate');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: /^Generate · / }));
  await expect(await canvas.findByRole('gridcell', { name: /Tide over black rocks/ })).toBeVisible();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
