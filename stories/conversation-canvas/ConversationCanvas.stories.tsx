import type { Meta, StoryObj } from '@storybook/react-vite';
import { type Asset, ConversationCanvas, type ConversationTurn, type ImageConversationResult } from 'bytespike-react';
import { expect, waitFor } from 'storybook/test';
import { broken, expired } from '../fixtures.js';
import { pictures } from '../generated.js';
import { narrow } from '../support/narrow.js';
import { conversationOf, drawnTurn, lastTurn, refusedTurn } from './turns.js';

const meta = {
  title: 'ConversationCanvas',
  component: ConversationCanvas,
  args: { conversation: conversationOf([]) },
} satisfies Meta<typeof ConversationCanvas>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;
type Made = (images: readonly Asset[]) => { turns: readonly ConversationTurn[]; more?: Partial<ImageConversationResult> };

/** A conversation in a state; its pictures are made before. */
function state(make: Made, play?: Play, args: Partial<Story['args']> = {}): Story {
  return {
    args,
    loaders: [async () => ({ images: await pictures('A kettle on the left and a mug on the right', 2) })],
    render: (given, { loaded }) => {
      const { turns, more } = make(loaded['images']);
      return <ConversationCanvas {...given} conversation={conversationOf(turns, more)} />;
    },
    play: async (context) => {
      await waitFor(() => expect(context.canvas.getByRole('textbox')).toBeVisible());
      await waitFor(() => expect(context.canvasElement.querySelector('.bs-figure[data-state="loading"]')).toBeNull());
      await play?.(context);
    },
  };
}

const first = (images: readonly Asset[]) => images.slice(0, 1);
const said = (text: string | RegExp): Play => async ({ canvas }) => {
  await expect(canvas.getByText(text)).toBeVisible();
};

export const Playground = state((images) => ({ turns: [drawnTurn(0, first(images)), drawnTurn(1, images.slice(1))] }), async ({ canvas }) => {
  await expect(canvas.getByRole('button', { name: /^Send · \$0\.08/ })).toBeVisible();
  await expect(canvas.getByText('Earlier turns that go along: 2 of 2. What they cost, nobody says before.')).toBeVisible();
});

export const Empty = state(() => ({ turns: [] }), said('Say what to draw'));

export const DrawingTheFirst = state(() => ({ turns: [lastTurn(0, 'pending')] }), async ({ canvas }) => {
  await expect(canvas.getByRole('button', { name: 'Stop waiting · may still be billed' })).toBeVisible();
  await expect(canvas.getByRole('button', { name: /^Send · / })).toHaveAttribute('aria-disabled', 'true');
});

export const Drawing = state((images) => ({ turns: [drawnTurn(0, first(images)), lastTurn(1, 'pending')] }));

/** As many as go along; what that costs nobody says before, so that it can be cut. */
export const ManyTurns = state(
  (images) => ({ turns: Array.from({ length: 10 }, (_, at) => drawnTurn(at, [images[at % 2]!])) }),
  async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Earlier turns' }), 'Last 3');
    await expect(canvas.getByText(/go along: 3 of 10\./)).toBeVisible();
  },
);

export const Versions = state((images) => ({ turns: [drawnTurn(0, first(images)), drawnTurn(1, images.slice(1), { forks: ['turn-a', 'turn-1', 'turn-b'] })] }), said('Version 2 of 3'));

export const WentBack = state((images) => ({ turns: [drawnTurn(0, first(images))], more: { ahead: ['turn-1'] } }), said('Later turns are kept. What you say now goes on from here.'));

export const SeveralPictures = state((images) => ({ turns: [drawnTurn(0, images, { chosen: 1 })] }), async ({ canvas }) => {
  await expect(canvas.getByRole('radio', { name: 'Picture 2' })).toBeChecked();
});

export const Blocked = state((images) => ({ turns: [drawnTurn(0, first(images)), lastTurn(1, 'error')] }));

export const OutcomeUnknown = state((images) => ({ turns: [drawnTurn(0, first(images)), lastTurn(1, 'unknown')] }), async ({ canvas }) => {
  await expect(canvas.getByText(/may have been billed/)).toBeVisible();
  await expect(canvas.getByRole('button', { name: 'Try again · may be billed again' })).toBeVisible();
});

export const Stopped = state((images) => ({ turns: [drawnTurn(0, first(images)), lastTurn(1, 'stopped')] }));

/** Nothing was sent. */
export const Offline = state((images) => ({ turns: [drawnTurn(0, first(images)), refusedTurn(1, { code: 'offline', message: 'There is no network.', retryable: true })] }), said('You are offline'));

/** It can be sent once more with its picture alone, which this page does not have. */
export const PictureGone = state((images) => ({ turns: [drawnTurn(0, first(images)), lastTurn(1, 'unknown', { withPicture: true })] }), said(/choose the picture once more/));

export const ContextExpired = state(
  (images) => ({ turns: [drawnTurn(0, first(images)), refusedTurn(1, { code: 'invalid_param', field: 'history', message: 'A picture of this conversation cannot be read any more.' })] }),
  said('An earlier picture has expired'),
);

/** Links die after a day; a conversation may be older. */
export const ExpiredPictures = state(() => ({ turns: [drawnTurn(0, [expired()]), drawnTurn(1, [broken])] }), said('This link has expired'));

export const LongWords = state((images) => ({
  turns: [
    drawnTurn(0, first(images), { prompt: `A kettle, ${'and beside it a mug that is a little smaller than the one before, '.repeat(12)}`, withPicture: true }),
    drawnTurn(1, images.slice(1), { prompt: `Donaudampfschifffahrts${'elektrizitätenhauptbetriebswerkbauunterbeamten'.repeat(4)}`, forks: ['turn-a', 'turn-1'] }),
  ],
}));

export const ShortOfMoney = state((images) => ({ turns: [drawnTurn(0, first(images))] }), async ({ canvas }) => {
  await expect(canvas.getByText('$0.03 short')).toBeVisible();
  await expect(canvas.getByRole('button', { name: /^Send · / })).toHaveAttribute('aria-disabled', 'true');
}, { balance: { shortfall: () => 0.03 }, onTopUp: () => {} });

/** A model that only the gateway knows: nothing is assumed of it. */
export const UnknownModel = state(() => ({ turns: [], more: { model: 'somebody-new-1' } }), said('No price known'));

/** A size that the card does not name. */
export const LargestSize = state(() => ({ turns: [] }), async ({ canvas, userEvent }) => {
  await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Size' }), '2048x2048');
  await expect(canvas.getByRole('button', { name: /^Send · up to \$/ })).toBeVisible();
});

export const NothingSaid = state(() => ({ turns: [] }), async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: /^Send · / }));
  await expect(canvas.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
});

/** In a sidebar. */
export const Narrow: Story = { ...Versions, ...narrow('.bs-conversation-canvas') };
