import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { begunBy, exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = {
  title: 'Guides/Devtools',
  ...exampleStory('guides/devtools', { about: 'What the library does under the hood of a page: here the first answer is lost, and the clip is found again and billed once. For development; no byte of it is in a production bundle.' }),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const InAction: Story = begunBy('Film it');

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Film it' }));
  await waitFor(() => expect(canvas.getByText('$0.21 (billed: yes)')).toBeVisible());
  await expect(canvas.getByText(/answer lost 1×$/)).toBeVisible();
  await expect(canvas.getByText(/^Charges: 1,/)).toBeVisible();
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
