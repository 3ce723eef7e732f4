import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useBatch', ...exampleStory('hooks/batch') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Make 6');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await waitFor(() => expect(canvas.getByRole('button', { name: 'Make 6 for $0.096' })).toBeEnabled());
  await userEvent.click(canvas.getByRole('button', { name: 'Make 6 for $0.096' }));
  await waitFor(() => expect(canvas.getByText('100 % done, $0.096 billed')).toBeVisible());
  await userEvent.click(canvas.getByRole('button', { name: 'Begin anew' }));
  await waitFor(() => expect(canvas.getByText('0 % done, $0.000 billed')).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
