import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { GenerationPanel } from 'bytespike-react/react-query';
import { GenerationPanel as OnSwr } from 'bytespike-react/swr';
import { expect, fn, waitFor, within } from 'storybook/test';
import { delayed, unreachable } from '../support/faults.js';
import { statesOf } from '../support/states.js';

const meta = {
  title: 'GenerationPanel/In every state',
  // Plays run on pages of their own only: on a page of docs each would look like the first.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const clip = { kind: 'video', prompt: 'Tide coming in over black rocks', models: { video: 'veo-3.1-fast' }, durationSeconds: 4 } as const;
const image = { kind: 'image', prompt: 'A kettle on the left and a mug on the right', models: { image: 'gpt-image-2' } } as const;

/** A moment longer than images take here: drawing them takes none of the time that is told. */
const IMAGE_SECONDS = 13.4;

const state = statesOf({ 'react-query': GenerationPanel, swr: OnSwr }, { defaultDraft: clip, onAsset: fn(), onTopUp: fn() });

async function press({ canvas, userEvent }: StoryContext): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name: /^Generate · / }));
}

/** Presses the button of the form, once the balance is there. */
async function generate(context: StoryContext): Promise<void> {
  const balance = context.canvas.getByRole('group', { name: 'Balance' });
  await waitFor(() => expect(balance).not.toHaveAttribute('aria-busy'));
  await press(context);
}

/** Waits until the results show this status, and say this. */
async function stands({ canvas }: StoryContext, status: string, ...said: readonly (string | RegExp)[]): Promise<void> {
  const results = canvas.getByRole('region', { name: 'Results' });
  await waitFor(() => expect(results.querySelector(`.bs-task-progress[data-status="${status}"]`)).toBeVisible());
  for (const text of said) await waitFor(() => expect(within(results).getByText(text)).toBeVisible());
}

/** Waits for pictures and clips, which are drawn in this page. */
async function seen({ canvas }: StoryContext, count = 1): Promise<void> {
  const results = canvas.getByRole('region', { name: 'Results' });
  await waitFor(() => expect(results.querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(count));
}

export const Empty: Story = state({
  props: { defaultDraft: {} },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/\$25\.00/, undefined)).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('');
  },
});

/** Neither the balance nor the models have answered. */
export const Loading: Story = state({
  props: { defaultDraft: {} },
  simulation: { faults: () => [delayed('GET /*')] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('not known yet')).toBeVisible();
  },
});

export const OneKind: Story = state({
  props: { kinds: ['image'], defaultDraft: image },
  play: async ({ canvas }) => {
    // The balance is read last, and is a line of its own.
    await canvas.findByText('Balance after');
    await expect(canvas.queryByRole('radio', { name: 'Video' })).toBeNull();
  },
});

/** Nothing is asked for that cannot be paid. */
export const Shortfall: Story = state({
  simulation: { balance: 0.05 },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('button', { name: /^Generate · / })).toHaveAttribute('aria-disabled', 'true'));
  },
});

export const MakingAnImage: Story = state({
  props: { defaultDraft: image },
  seconds: 6,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'running');
    await wait();
    await stands(context, 'running', 'Stop waiting · may still be billed');
  },
});

export const SubmittingAClip: Story = state({
  simulation: { faults: () => [delayed('POST /v1/tasks/submit')] },
  play: async (context) => {
    await generate(context);
    await stands(context, 'submitting');
  },
});

export const QueuedClip: Story = state({
  play: async (context) => {
    await generate(context);
    await stands(context, 'queued', 'Cancel · free');
  },
});

export const RenderingAClip: Story = state({
  seconds: 14,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await stands(context, 'running', 'Cancel · may bill up to $0.21');
  },
});

/** The form is for the next one already. */
export const TurnedToTheOtherKind: Story = state({
  seconds: 14,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await context.userEvent.click(context.canvas.getByRole('radio', { name: 'Image' }));
    await stands(context, 'running');
  },
});

export const Reconnecting: Story = state({
  props: { defaultDraft: { ...clip, models: { video: 'sora-2-pro' } } },
  simulation: { faults: unreachable },
  seconds: 90,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await stands(context, 'running', 'Reconnecting');
  },
});

/** The page lost its network; the clip did not. */
export const Offline: Story = state({
  seconds: 14,
  play: async (context, { wait, loseNetwork }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await stands(context, 'running');
    loseNetwork();
    await stands(context, 'running', 'You are offline');
  },
});

export const Cancelling: Story = state({
  simulation: { faults: () => [{ kind: 'status', status: 503, on: 'POST /v1/tasks/cancel*', times: 'always' }] },
  seconds: 14,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await context.userEvent.click(await context.canvas.findByRole('button', { name: /^Cancel · may bill/ }));
    await stands(context, 'cancelling');
  },
});

export const CancelledFree: Story = state({
  play: async (context) => {
    await generate(context);
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Cancel · free' }));
    await stands(context, 'cancelled', 'Cancelled, nothing billed');
  },
});

export const CancelledWithABill: Story = state({
  seconds: 14,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await context.userEvent.click(await context.canvas.findByRole('button', { name: /^Cancel · may bill/ }));
    await stands(context, 'cancelled', /^Cancelled, \$0\.\d+ billed$/);
  },
});

export const MadeImage: Story = state({
  props: { defaultDraft: image },
  seconds: IMAGE_SECONDS,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'running');
    await wait();
    await stands(context, 'completed', /^Billed about \$/, 'Use this');
    await seen(context);
  },
});

export const MadeImages: Story = state({
  props: { defaultDraft: { ...image, n: 2 } },
  seconds: IMAGE_SECONDS,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'running');
    await wait();
    await stands(context, 'completed', /^Billed about \$/, 'Use 2 of 2');
    await seen(context, 2);
  },
});

export const MadeClip: Story = state({
  seconds: 60,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await stands(context, 'completed', /^Billed \$0\.21/, 'Use this');
    await seen(context);
  },
});

export const Failed: Story = state({
  simulation: { word: '[fail]' },
  seconds: 60,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'queued');
    await wait();
    await stands(context, 'failed', /^Nothing billed\./, 'Try again');
  },
});

export const Blocked: Story = state({
  simulation: { scenario: 'safety-block' },
  play: async (context) => {
    await generate(context);
    await stands(context, 'failed', 'Edit the prompt');
  },
});

/** The wallet was emptied elsewhere. */
export const RefusedForMoney: Story = state({
  simulation: { word: '[broke]' },
  play: async (context) => {
    await generate(context);
    await stands(context, 'failed', 'Not enough balance');
  },
});

export const RateLimited: Story = state({
  simulation: { scenario: 'rate-limited' },
  play: async (context) => {
    await generate(context);
    await stands(context, 'failed', /^Nothing billed\. Try again at /);
  },
});

export const NoNetwork: Story = state({
  simulation: { scenario: 'offline' },
  play: async (context) => {
    await press(context);
    await stands(context, 'failed', 'You are offline');
  },
});

/** The answer to the submit was lost, and the gateway cannot be asked for it. */
export const OutcomeUnknown: Story = state({
  simulation: { scenario: 'no-idempotency' },
  seconds: 10,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'submitting');
    await wait();
    await stands(context, 'unknown', 'Checking what happened', 'Check again');
  },
});

export const OutcomeOfAnImageUnknown: Story = state({
  props: { defaultDraft: image },
  simulation: { faults: () => [{ kind: 'reset-after-body', on: 'POST /v1/images/generations' }] },
  seconds: 60,
  play: async (context, { wait }) => {
    await generate(context);
    await stands(context, 'running');
    await wait();
    await stands(context, 'unknown', 'The answer was lost on the way');
  },
});
