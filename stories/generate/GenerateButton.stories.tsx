import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'GenerateButton', ...exampleStory('generate/button') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Make a cover' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Generate' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Prompt' }), 'Tide over black rocks');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.click(await dialog.findByRole('button', { name: 'Use this' }));
  await waitFor(() => expect(canvas.getByRole('img', { name: 'The cover' })).toBeVisible());
  await waitFor(() => expect(canvas.getByRole('button', { name: 'Make a cover' })).toHaveFocus());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
