import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useVideoTask', ...exampleStory('hooks/video-task') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Generate');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Generate' }));
  await waitFor(() => expect(canvas.getByText('Ready', { selector: 'strong' })).toBeVisible());
  await expect(canvas.getByText(/^Billed \$0\.21/)).toBeVisible();
  await expect(canvas.getByText(/^status: "completed"/m)).toBeVisible();
  await waitFor(() => expect(canvasElement.querySelector('video')?.videoWidth).toBeGreaterThan(0));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
