import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useUsage', ...exampleStory('hooks/usage') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = begunBy('Spend on a picture');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Spend on a picture' }));
  await waitFor(() => expect(canvas.getByText(/^seedream-v5lite: \$0\.012 in 1/)).toBeVisible());
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
