import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useMessage', ...exampleStory('hooks/message') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Ask');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await expect(canvas.getByText('Pictures: up to $0.024')).toBeVisible();
  await userEvent.click(canvas.getByRole('button', { name: 'Ask' }));
  await waitFor(() => expect(canvasElement.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(2));
  await waitFor(() => expect(canvas.getByText('Pull it tight.')).toBeVisible());
  await waitFor(() => expect(canvas.getByRole('img', { name: /A bowline/ })).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
