import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useImageEdit', ...exampleStory('hooks/image-edit') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Make a sample picture dusk');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Make a sample picture dusk' }));
  await waitFor(() => expect(canvas.getByText(/^status: "success"/m)).toBeVisible());
  await waitFor(() => expect(canvasElement.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;

const [inConversation, inConversationWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Model' }), 'GPT-4o Image');
  await userEvent.click(canvas.getByRole('button', { name: 'Make a sample picture dusk' }));
  await waitFor(() => expect(canvas.getByText(/^status: "success"[^]*"model": "gpt-4o-image"/m)).toBeVisible());
});

export const InConversation: Story = inConversation;
export const InConversationWithSwr: Story = inConversationWithSwr;
