import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Chat composer',
  ...exampleStory('recipes/chat', { about: 'A composer in which a message can be drawn instead of sent.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Draw it');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Draw it' }));
  await waitFor(() => expect(canvasElement.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
  await expect(canvas.getByText('A lighthouse in fog, linocut', { selector: '.message' })).toBeVisible();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
