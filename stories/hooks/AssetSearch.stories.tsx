import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { exampleStory } from '../support/examples.js';
import { eachFlavour } from '../support/flavours.js';

const meta = { title: 'Hooks/useAssetSearch', ...exampleStory('hooks/asset-search') } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

const [driven, drivenWithSwr] = eachFlavour(async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Make four pictures' }));
  await waitFor(() => expect(canvas.getByRole('button', { name: 'Embed 4 prompts' })).toBeEnabled());
  await userEvent.type(canvas.getByRole('searchbox'), 'automobile');
  await waitFor(() => expect(canvas.getByText('By words')).toBeVisible());
  await expect(within(canvas.getByRole('list')).queryAllByRole('listitem')).toEqual([]);
  await userEvent.click(canvas.getByRole('button', { name: 'Embed 4 prompts' }));
  await waitFor(() => expect(canvas.getByText('By meaning, put into order')).toBeVisible());
  await expect(within(canvas.getByRole('list')).getAllByRole('listitem')[0]).toHaveTextContent('A car at dusk');
});

export const Driven: Story = driven;
export const DrivenWithSwr: Story = drivenWithSwr;
