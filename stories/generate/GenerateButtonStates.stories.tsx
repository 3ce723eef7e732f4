import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { GenerateButton } from 'bytespike-react/react-query';
import { GenerateButton as OnSwr } from 'bytespike-react/swr';
import { expect, fn, screen, waitFor, within } from 'storybook/test';
import { createGenerateButton } from '../../src/components/generate/create-button.js';
import { statesOf } from '../support/states.js';

const meta = {
  title: 'GenerateButton/In every state',
  // Its dialog covers the window, and plays run on pages of their own only.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const clip = { kind: 'video', prompt: 'Tide coming in over black rocks', models: { video: 'veo-3.1-fast' }, durationSeconds: 4 } as const;
const props = { children: 'Make a cover', defaultDraft: clip, onAsset: fn() };

const state = statesOf({ 'react-query': GenerateButton, swr: OnSwr }, props);

/** Buttons whose dialog is long in coming: that of the others is there before anybody sees that it was not. */
const SlowButton = createGenerateButton(() => new Promise(() => {}));
const BrokenButton = createGenerateButton(() => Promise.reject(new Error('The network is gone.')));
const slow = statesOf({ 'react-query': SlowButton, swr: SlowButton }, props);
const broken = statesOf({ 'react-query': BrokenButton, swr: BrokenButton }, props);

/** Pixels of the window of a button alone. */
const CLOSED = 80;

const opener = ({ canvas }: StoryContext): HTMLElement => canvas.getByRole('button', { name: /^Make a cover/ });

/** Presses the button, and finds what opens. */
async function open(context: StoryContext) {
  await context.userEvent.click(opener(context));
  const dialog = await screen.findByRole('dialog', { name: 'Generate' });
  // It is there before it has faded in.
  await waitFor(() => expect(dialog).toBeVisible());
  return within(dialog);
}

async function generate(context: StoryContext): Promise<void> {
  const dialog = await open(context);
  await waitFor(() => expect(dialog.getByRole('group', { name: 'Balance' })).not.toHaveAttribute('aria-busy'));
  await context.userEvent.click(await dialog.findByRole('button', { name: /^Generate · / }));
  await dialog.findByRole('button', { name: 'Cancel · free' });
}

async function close({ userEvent }: StoryContext): Promise<void> {
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

async function stands(context: StoryContext, status: string, said: string): Promise<void> {
  await waitFor(() => expect(opener(context)).toHaveAttribute('data-status', status));
  await expect(within(opener(context)).getByText(said)).toBeVisible();
}

export const Closed: Story = state({
  height: CLOSED,
  play: async (context) => {
    await expect(opener(context)).toHaveAttribute('data-status', 'idle');
  },
});

export const Opening: Story = slow({
  height: CLOSED,
  play: async (context) => {
    await context.userEvent.click(opener(context));
    await stands(context, 'opening', 'Opening');
  },
});

export const NotOpened: Story = broken({
  height: CLOSED,
  play: async (context) => {
    await context.userEvent.click(opener(context));
    await stands(context, 'failed', 'Could not be opened. Press again.');
  },
});

/** In its dialog is the whole panel. */
export const Open: Story = state({
  play: async (context) => {
    const dialog = await open(context);
    await expect(await dialog.findByRole('button', { name: /^Generate · / })).toBeVisible();
  },
});

export const MakingWhileOpen: Story = state({
  seconds: 14,
  play: async (context, { wait }) => {
    await generate(context);
    await wait();
    const dialog = within(screen.getByRole('dialog'));
    await expect(await dialog.findByText('Cancel · may bill up to $0.21')).toBeVisible();
    await expect(dialog.getByText(/^You can close this/)).toBeVisible();
  },
});

export const MadeWhileOpen: Story = state({
  seconds: 60,
  play: async (context, { wait }) => {
    await generate(context);
    await wait();
    const dialog = within(screen.getByRole('dialog'));
    await expect(await dialog.findByRole('button', { name: 'Use this' })).toBeVisible();
    await waitFor(() => expect(document.querySelector('.bs-figure')).toHaveAttribute('data-state', 'shown'));
  },
});

export const MakingWhileClosed: Story = state({
  height: CLOSED,
  seconds: 14,
  play: async (context, { wait }) => {
    await generate(context);
    await close(context);
    await wait();
    await stands(context, 'making', 'Making your clip');
  },
});

export const MadeWhileClosed: Story = state({
  height: CLOSED,
  seconds: 60,
  play: async (context, { wait }) => {
    await generate(context);
    await close(context);
    await wait();
    await stands(context, 'made', 'Ready');
  },
});

export const EndedWhileClosed: Story = state({
  height: CLOSED,
  simulation: { word: '[fail]' },
  seconds: 60,
  play: async (context, { wait }) => {
    await generate(context);
    await close(context);
    await wait();
    await stands(context, 'ended', 'Not made');
  },
});
