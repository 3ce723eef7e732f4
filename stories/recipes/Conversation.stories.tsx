import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/A picture, turn after turn',
  ...exampleStory('recipes/conversation', { about: 'A picture is said, and then what is to change of it; priced at today’s rates, and held back where the balance does not cover it.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  const say = async (words: string) => {
    await userEvent.type(await canvas.findByRole('textbox'), words);
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }));
  };
  const stands = (count: number) => waitFor(() => expect(canvas.getByText(new RegExp(`go along: ${count} of ${count}\\.`))).toBeVisible());
  await say('A kettle on a table');
  await stands(1);
  await say('Make it red');
  await stands(2);
  await userEvent.click(canvas.getByRole('button', { name: 'Go on from here, 1 of 2' }));
  await stands(1);
  await userEvent.click(canvas.getByRole('button', { name: 'Back to the newest' }));
  await stands(2);
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
