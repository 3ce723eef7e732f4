import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/usePrompts', ...exampleStory('hooks/prompts') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Save a prompt');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Save a prompt' }));
  const file = canvas.getByLabelText<HTMLInputElement>('Import');
  await userEvent.upload(file, new File(['{}'], 'prompts.json', { type: 'application/json' }));
  await waitFor(() => expect(canvas.getByText(/no saved prompts in it/)).toBeVisible());
  await userEvent.click(await canvas.findByRole('button', { name: 'Saved prompts' }));
  await userEvent.click(await canvas.findByRole('button', { name: /^Tide.*sea$/ }));
  await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('Tide coming in over black rocks'));
  await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
  await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('A lighthouse in fog');
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
