import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Recipes/Resuming after a reload',
  ...exampleStory('recipes/resuming', { about: 'The page is reloaded while a film is rendered: it is found again, and billed once.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Generate');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Generate' }));
  await waitFor(() => expect(canvas.getByText('Rendering', { selector: '.bs-headline' })).toBeVisible());
  await userEvent.click(canvas.getByRole('button', { name: 'Reload the page' }));
  await waitFor(() => expect(canvas.getByText('Ready', { selector: 'strong' })).toBeVisible());
  await expect(canvas.getByText('Billed so far: 1 times')).toBeVisible();
}, { speed: '20' });

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
