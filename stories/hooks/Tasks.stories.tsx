import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useTasks', ...exampleStory('hooks/tasks') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Start a task');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Start a task' }));
  await waitFor(() => expect(canvas.getByText('Clip 1: completed')).toBeVisible());
  await userEvent.click(canvas.getByRole('button', { name: 'Forget Clip 1' }));
  await expect(canvas.queryByText(/^Clip 1/)).toBeNull();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
