import type { BytespikeError } from '../base/errors.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { begunImage, idleImage } from './before/image-start.js';
import { statusOf } from './image-state.js';
import type { MadeImages, Wish } from './image-wish.js';
import type { ImageRunState } from './runs.js';
import type { GenerationProgress, ImageGenerationState } from './states.js';

// How an image of a place goes from one phase to the next. Pure.

export type ImagePhase =
  /** Nobody has looked into the slot yet. */
  | 'new'
  /** There is nothing to show. */
  | 'empty'
  /** Asked for, here or by an earlier page. */
  | 'asked'
  /** Its answer came, its refusal, or what an earlier page had of either. */
  | 'ended';

/** All that a place knows of the images that it shows. */
export interface PlacedImage {
  phase: ImagePhase;
  wish: Wish | undefined;
  shown: ImageRunState;
}

type Via = ImageGenerationState['via'];

/** What a journey begins with: whatever was there before is over. */
export type ImageBeginning =
  /** `keepRuns`: how many of those before are shown besides. `submittedAt`: milliseconds since the epoch, where it is known. */
  | { type: 'asked'; wish: Wish; via: Via; submittedAt: number | undefined; keepRuns: number }
  /** An end that was written down. */
  | { type: 'found'; wish: Wish; state: ImageGenerationState }
  | { type: 'emptied'; via: Via };

/** What a journey meets on its way. */
export type ImageNews =
  | { type: 'looked' }
  | { type: 'expected'; seconds: GenerationProgress['expectedSeconds'] }
  /** The run of the task that it is rendered as, or what was written down of it elsewhere. */
  | { type: 'seen'; state: Partial<ImageGenerationState> }
  | ({ type: 'made' } & MadeImages)
  | { type: 'failed'; error: BytespikeError };

export function newImage(via: Via): PlacedImage {
  return { phase: 'new', wish: undefined, shown: { ...idleImage(via), runs: [] } };
}

/** @param now milliseconds since the epoch */
export function advanceImage(image: PlacedImage, event: ImageBeginning | ImageNews, now: number): PlacedImage {
  switch (event.type) {
    case 'looked':
      return image.phase === 'new' ? { ...image, phase: 'empty' } : image;
    case 'asked': {
      const { wish, via, submittedAt, keepRuns } = event;
      const { runs, ...last } = image.shown;
      const kept = last.status === 'idle' ? runs : [last, ...runs].slice(0, keepRuns);
      return { phase: 'asked', wish, shown: { ...begunImage(via, wish.request, submittedAt), runs: kept } };
    }
    case 'found':
      return { phase: 'ended', wish: event.wish, shown: { ...event.state, runs: [] } };
    case 'emptied':
      return { ...newImage(event.via), phase: 'empty' };
    default:
      return image.wish === undefined ? image : hear(image, event, now);
  }
}

function hear(image: PlacedImage, event: Exclude<ImageNews, { type: 'looked' }>, now: number): PlacedImage {
  const { shown } = image;
  switch (event.type) {
    case 'expected':
      // Unless the gateway has said something better.
      if (shown.status !== 'pending' || shown.progress.expectedSeconds !== undefined) return image;
      return show(image, { progress: { ...shown.progress, expectedSeconds: event.seconds } });
    case 'seen':
      return show(image, { ...event.state, cost: costOf(shown, event.state) });
    case 'made':
      return show(image, { status: 'success', images: event.images, cost: event.cost, progress: { ...shown.progress, endedAt: event.endedAt ?? now } });
    case 'failed': {
      const { error } = event;
      return show(image, { status: statusOf(error), error, cost: { billed: error.billed }, progress: { ...shown.progress, endedAt: now } });
    }
  }
}

function show(image: PlacedImage, change: Partial<ImageGenerationState>): PlacedImage {
  const shown = { ...image.shown, ...change };
  return { ...image, phase: shown.status === 'pending' ? 'asked' : 'ended', shown };
}

/** Of what has ended, only the gateway's own word changes what is shown as its cost. */
function costOf({ status, cost }: ImageGenerationState, seen: Partial<ImageGenerationState>): GenerationCost {
  return seen.cost === undefined || (status === 'success' && seen.cost.final === undefined) ? cost : seen.cost;
}
