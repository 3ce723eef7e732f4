import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/A prompt made better',
  ...exampleStory('recipes/assist', { about: 'A text model suggests a richer prompt. The person takes it, keeps theirs, or takes it back.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Improve');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Improve' }));
  await userEvent.click(await canvas.findByRole('button', { name: 'Use this' }));
  await expect(canvas.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' }).value).toMatch(/^A kettle on a blue table, .+/);
  await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
  await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('A kettle on a blue table');
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
