import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';
import { withPast } from '../support/past.js';

const meta = {
  title: 'Recipes/A whole studio',
  ...exampleStory('recipes/whole-studio', { about: 'A product: what to make and what was made, pictures changed by talking, many at once, two compared, and what it all cost. Each room is a component and its hook.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = { ...withPast, ...begunBy('Generate · ') };

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  const go = (room: string) => userEvent.click(canvas.getByRole('button', { name: room }));
  await userEvent.click(await canvas.findByRole('button', { name: /^Generate · / }));
  await expect(await canvas.findByRole('gridcell', { name: /A red kettle/ })).toBeVisible();
  // What it cost is told once it is there.
  await waitFor(() => expect(canvasElement.querySelector('.bs-generation-stage .bs-figure[data-state="shown"]')).not.toBeNull());
  await go('Compare');
  await expect(canvas.getByText('Make two pictures, and they are compared here.')).toBeVisible();
  await go('Many at once');
  await userEvent.click(await canvas.findByRole('button', { name: /^Make 6 images · \$0\.096/ }));
  await waitFor(() => expect(canvas.getByRole('grid')).toBeVisible());
  await go('Change by talking');
  await expect(await canvas.findByRole('textbox')).toBeVisible();
  await go('Spending');
  await waitFor(() => expect(canvas.getAllByRole('row').length).toBeGreaterThan(1));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
