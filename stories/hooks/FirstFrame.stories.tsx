import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useFirstFrame', ...exampleStory('hooks/first-frame', { simulation: { uploads: true } }) } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Animate a sample picture');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Animate a sample picture' }));
  await waitFor(() => expect(canvasElement.querySelector('.bs-task-progress[data-status="completed"]')).not.toBeNull());
  await userEvent.click(canvas.getByRole('button', { name: 'Go on from its last frame' }));
  await waitFor(() => expect(canvas.getByText(/^status: "done"[^]*"imageUrl": "blob:[^"]+"[^]*"parent"[^]*"seconds"/m)).toBeVisible());
  await waitFor(() => expect(canvas.getByText('2 clips')).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
