// Conversations as the hook returns them. Moments are relative to now, so that a story's clock runs.
import { type Asset, BytespikeError, type ConversationTurn, type ImageConversationResult } from 'bytespike-react';
import { fn } from 'storybook/test';
import { expected, imageStates } from '../fixtures.js';

const SAID = ['A kettle on a table, morning light', 'Make it red', 'At dusk', 'Seen from above', 'In fog', 'With two cups', 'On a wooden tray', 'As a linocut', 'In blue and white', 'On a train'];

/** Actions that do nothing. */
const actions = {
  send: fn(async () => []),
  retry: fn(async () => []),
  choose: fn(),
  rewind: fn(),
  show: fn(),
  cancel: fn(async () => {}),
  reset: fn(),
};

/** A turn that drew. */
export function drawnTurn(at: number, images: readonly Asset[], more: Partial<ConversationTurn> = {}): ConversationTurn {
  const key = `turn-${at}`;
  const prompt = more.prompt ?? SAID[at % SAID.length]!;
  const begun = Date.now() - (12 - at) * 60_000;
  return {
    key,
    prompt,
    request: { model: 'gpt-4o-image', prompt, size: '1024x1024', quality: 'medium', n: 1 },
    status: 'success',
    images,
    error: undefined,
    cost: { billed: 'yes', estimated: 0.08, estimatedBy: 'catalog' },
    progress: { submittedAt: begun, startedAt: begun, endedAt: begun + 12_000 },
    chosen: 0,
    withPicture: false,
    forks: [key],
    ...more,
  };
}

/** The last turn, in a state that images reach. */
export function lastTurn(at: number, state: 'pending' | 'unknown' | 'stopped' | 'error', more: Partial<ConversationTurn> = {}): ConversationTurn {
  const { status, error, cost, progress } = imageStates[state]();
  const expectedSeconds = state === 'pending' ? { ...expected, min: 10, max: 16 } : undefined;
  if (status === 'idle') throw new Error('A turn was said.');
  return drawnTurn(at, [], { status, error, cost, progress: { ...progress, expectedSeconds }, forks: [], ...more });
}

/** One that was refused before it cost anything. */
export function refusedTurn(at: number, init: ConstructorParameters<typeof BytespikeError>[0]): ConversationTurn {
  return drawnTurn(at, [], { status: 'error', key: undefined, forks: [], error: new BytespikeError(init), cost: { billed: 'no' }, progress: {} });
}

export function conversationOf(turns: readonly ConversationTurn[], more: Partial<ImageConversationResult> = {}): ImageConversationResult {
  const { status = 'idle', error } = turns.at(-1) ?? {};
  const of = turns.filter((turn) => turn.status === 'success').length;
  return { ...actions, status, turns, error, context: { sent: of, of }, ahead: [], model: 'gpt-4o-image', ...more };
}
