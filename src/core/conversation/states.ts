import type { BytespikeError } from '../base/errors.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { ImageGenerationState, ImageGenerationStatus } from '../places/states.js';

/** One turn: what was said, and what was drawn. */
export interface ConversationTurn extends Pick<ImageGenerationState, 'images' | 'error' | 'cost' | 'progress'> {
  /** Its idempotency key, which names its record in the history; absent of one that was refused, and until it is written down. */
  key: string | undefined;
  prompt: string;
  request: ImageRequest;
  status: Exclude<ImageGenerationStatus, 'idle'>;
  /** Which of its images the next turn goes on from. */
  chosen: number;
  /** Whether a picture of the person's own went with it, which is not remembered. */
  withPicture: boolean;
  /** Keys of all turns that go on from where this one does, itself included, oldest first. */
  forks: readonly string[];
}

/** What one place of an interface shows of a conversation: one line of it, from the first turn to the last. */
export interface ConversationState {
  /** Of the last turn. `unknown`: its answer was lost, and may be billed; it is not sent again by itself. */
  status: ImageGenerationStatus;
  /** Oldest first. */
  turns: readonly ConversationTurn[];
  /** What goes along with the next turn: so many turns, of so many that there are. What they cost nobody says before; the gateway bills by the turn that drew. */
  context: { sent: number; of: number };
  /** Keys of the turns that go on from the last one that drew and are not in the line, oldest first: what was said after the turn that somebody went back to. `show` shows one. */
  ahead: readonly string[];
  error: BytespikeError | undefined;
}

/** What is said next. */
export interface TurnInput extends Pick<ImageRequest, 'prompt' | 'size' | 'quality' | 'n'> {
  /** A picture of the person's own, or a result: PNG, JPEG or WebP, or its address. @default none */
  image?: Blob | string | undefined;
  /** What result that picture is. It is written down on this device, and not sent. */
  parent?: ImageRequest['parent'];
  /** How many turns before it go along with this one, at most; the last one always does, and no more than the conversation lets. @default as many as the conversation lets */
  contextTurns?: number | undefined;
}

export interface ConversationOptions {
  /** Names the place; its conversation is there again after a reload. */
  persist: string;
  /** A model that draws in a conversation. @default 'gpt-4o-image', the one of the catalog that does */
  model?: ImageRequest['model'] | undefined;
  /** How many turns before it go along with a turn, at most; the last one always does. @default all */
  contextTurns?: number | undefined;
}

export interface ConversationRun {
  get(): ConversationState;
  /** What is known before the browser is looked at: nothing. */
  initial(): ConversationState;
  subscribe(listener: () => void): () => void;
  start(): (() => void) | undefined;
  /**
   * Says what comes next: the last picture is changed, or a first one drawn. The same again while it is
   * under way is one wish.
   * @throws BytespikeError `invalid_param` before any request, for a turn that cannot be sent; `outcome_unknown` when the answer was lost and may be billed
   */
  send(turn: TurnInput): Promise<readonly Asset[]>;
  /**
   * The last turn once more, after it failed or became unknown. Where the proxy may have kept the answer it is asked
   * for under its key, and nothing is made twice; anywhere else it may be billed once more.
   */
  retry(): Promise<readonly Asset[]>;
  /** Which image of the last turn the next one goes on from, from 0. */
  choose(index: number): void;
  /** Goes back to a turn, or before the first one: what is said next goes on from there, as a fork. Nothing is forgotten. */
  rewind(key: string | undefined): void;
  /** Shows the fork that begins with this turn, to its newest end. */
  show(key: string): void;
  /** Stops waiting for the last turn, which may be billed all the same. */
  cancel(): Promise<void>;
  /** Begins another conversation here. The pictures of this one stay in the history. */
  reset(): void;
}

/** @source ByteSpike reference, image models, as of 2026-05: the one that draws in a conversation */
export const CONVERSATION_MODEL = 'gpt-4o-image';

export const noConversation: ConversationState = { status: 'idle', turns: [], context: { sent: 0, of: 0 }, ahead: [], error: undefined };
