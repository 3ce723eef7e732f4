import type { Meta, StoryObj } from '@storybook/react-vite';
import { AssetViewer } from 'bytespike-react';
import { expect, screen, waitFor } from 'storybook/test';
import { broken, prompt } from '../fixtures.js';
import { clip, pictures } from '../generated.js';

/** What opens when a result is to be seen large. It is loaded when somebody reaches for it. */
const meta = {
  title: 'AssetViewer/Seen large',
  component: AssetViewer,
  // It takes the whole window: several on a page of docs would lie over each other.
  tags: ['!autodocs'],
  args: { assets: [], prompt, defaultExpanded: 1, backCloses: false },
  loaders: [async () => ({ assets: await pictures(prompt, 4) })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
} satisfies Meta<typeof AssetViewer>;

export default meta;
type Story = StoryObj<typeof meta>;

async function shown(): Promise<void> {
  // The first one has to load it.
  const dialog = await screen.findByRole('dialog', { name: /Generated/ });
  // It takes the focus a moment later; keys before that go elsewhere.
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  await waitFor(() => expect(document.querySelector('.bs-lightbox-stage')).toHaveAttribute('data-state', 'shown'));
}

export const OneOfSeveral: Story = {
  play: async ({ userEvent }) => {
    await shown();
    await expect(screen.getByText('2 of 4')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect(screen.getByText('3 of 4')).toBeVisible();
  },
};

export const Zoomed: Story = {
  play: async ({ userEvent }) => {
    await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await expect(screen.getByRole('button', { name: '150%, show all of it' })).toBeVisible();
  },
};

export const TheOnlyOne: Story = {
  loaders: [async () => ({ assets: await pictures(prompt, 1) })],
  play: async () => {
    await shown();
    await expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
  },
};

export const Clip: Story = {
  loaders: [async () => ({ assets: await clip(prompt, '16:9') })],
  play: async () => {
    await shown();
    await expect(screen.queryByRole('button', { name: 'Zoom in' })).toBeNull();
  },
};

export const Broken: Story = {
  loaders: [async () => ({ assets: [broken, ...(await pictures(prompt, 1))] })],
  args: { defaultExpanded: 0 },
  play: () => waitFor(() => expect(document.querySelector('.bs-lightbox .bs-headline')).toBeVisible()),
};
