import { Refusal, type RefusalInit } from '../base/refusal.js';

interface Steering {
  /** What it does, for people. */
  readonly effect: string;
  readonly refuse?: RefusalInit;
  /** Fails after having started, half-way through the wait. */
  readonly fail?: { readonly code: string; readonly message: string };
  /** Never leaves this state. */
  readonly hold?: 'pending' | 'running';
  /** The wait is this many times as long. */
  readonly slowness?: number;
  readonly clip?: 'webm';
}

const BLOCKED = 'The prompt was blocked by the safety system of the model. Edit the prompt and try again.';

/**
 * Words in a prompt that steer what happens to it. Upper or lower case, anywhere in the prompt.
 *
 * | word | effect |
 * |---|---|
 * | `[fail]` | a task fails half-way (`upstream_error`), an image answers 500; not billed |
 * | `[block]` | 451 at once, for images and for submits |
 * | `[block-late]` | a task fails half-way with `content_policy_violation`, an image answers 451 after its wait |
 * | `[queue]` | a task stays `pending` until it is cancelled |
 * | `[stall]` | a task stays `running` until it is cancelled; an image is never answered |
 * | `[slow]` | waits four times as long |
 * | `[broke]` | 402 `insufficient_balance` |
 * | `[capped]` | 402 `quota_exceeded` |
 * | `[rate-limit]` | 429 `rate_limit_exceeded` with `Retry-After: 30` |
 * | `[busy]` | 429 `concurrency_limit` |
 * | `[forbidden]` | 403 `model_not_in_group` |
 * | `[down]` | 503 `api_error` |
 * | `[webm]` | the video is a WebM (VP9, 16:9) instead of an MP4 |
 */
export const steering = {
  '[fail]': {
    effect: 'A task fails half-way, an image answers 500. Nothing is billed.',
    fail: { code: 'upstream_error', message: 'The model stopped before it had finished. Nothing was billed; try again.' },
  },
  '[block]': { effect: 'Blocked by safety at once, with status 451.', refuse: { status: 451, message: BLOCKED } },
  '[block-late]': {
    effect: 'Accepted, then blocked by safety half-way. Nothing is billed.',
    fail: { code: 'content_policy_violation', message: BLOCKED },
  },
  '[queue]': { effect: 'A task stays queued until it is cancelled.', hold: 'pending' },
  '[stall]': { effect: 'A task stays running until it is cancelled; an image is never answered.', hold: 'running' },
  '[slow]': { effect: 'Waits four times as long.', slowness: 4 },
  '[broke]': {
    effect: 'Refused with 402: the wallet is empty.',
    refuse: { status: 402, code: 'insufficient_balance', message: 'The wallet is empty. Top up and try again.' },
  },
  '[capped]': {
    effect: 'Refused with 402: the cap of the key is reached.',
    refuse: { status: 402, code: 'quota_exceeded', message: 'The spending cap of this key is reached. Raise it and try again.' },
  },
  '[rate-limit]': {
    effect: 'Refused with 429: a spend bucket is empty for 30 s.',
    refuse: {
      status: 429,
      code: 'rate_limit_exceeded',
      message: 'The spend limit of this window is reached. Try again in 30 s.',
      headers: { 'retry-after': '30' },
    },
  },
  '[busy]': {
    effect: 'Refused with 429: too many requests in flight.',
    refuse: { status: 429, code: 'concurrency_limit', message: 'Too many requests are in flight on this account. Try again in a moment.' },
  },
  '[forbidden]': {
    effect: 'Refused with 403: the key belongs to another routing group.',
    refuse: { status: 403, code: 'model_not_in_group', message: 'The routing group of this key does not reach this model. Use a key of its group.' },
  },
  '[down]': {
    effect: 'Refused with 503: the gateway is down.',
    refuse: { status: 503, code: 'api_error', message: 'The model is not available right now. Try again in a moment.' },
  },
  '[webm]': { effect: 'The video is a WebM in 16:9.', clip: 'webm' },
} as const satisfies Record<string, Steering>;

export type SteeringWord = keyof typeof steering;

/** What the words in this prompt ask for, taken together. */
export function steer(prompt: string): Omit<Steering, 'effect'> {
  const lower = prompt.toLowerCase();
  const words = Object.entries<Steering>(steering).filter(([word]) => lower.includes(word));
  return Object.assign({}, ...words.map(([, { effect: _, ...steered }]) => steered));
}

/** @throws Refusal when the prompt asks to be refused */
export function refuseIfSteered(prompt: string): void {
  const { refuse } = steer(prompt);
  if (refuse !== undefined) throw new Refusal(refuse);
}
