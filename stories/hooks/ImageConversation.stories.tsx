import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useImageConversation', ...exampleStory('hooks/image-conversation') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('A kettle on a table');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'A kettle on a table' }));
  await waitFor(() => expect(canvas.getByText('1 of 1 turns go along')).toBeVisible());
  await userEvent.click(canvas.getByRole('button', { name: 'Make it red' }));
  await waitFor(() => expect(canvas.getByText('2 of 2 turns go along')).toBeVisible());
  await userEvent.click(canvas.getByRole('button', { name: 'Go back' }));
  await waitFor(() => expect(canvas.getByText('1 of 1 turns go along')).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
