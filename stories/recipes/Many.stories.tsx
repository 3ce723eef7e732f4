import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Many at once',
  ...exampleStory('recipes/many', { about: 'Many prompts by many models: a form that takes them one a line, as a column of a table, or as a template and its values, and the contact sheet of what it began.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Make 6');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  const begin = await canvas.findByRole('button', { name: /^Make 6 images · \$0\.096/ });
  await userEvent.click(begin);
  await waitFor(() => expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '6 of 6 done'));
  await waitFor(() => expect(canvas.getByText('$0.096 billed')).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
