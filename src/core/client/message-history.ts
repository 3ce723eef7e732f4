import { BytespikeError } from '../base/errors.js';
import type { ImageRequest, MessagePictures } from '../catalog/requests.js';
import { createImageWaits } from '../images/locks.js';
import { noteBegun, noteFailed, noteMade } from '../images/notes.js';
import { imageStore } from '../records/image-store.js';
import type { PictureHistory } from '../text/listening.js';
import type { MessagePart } from '../text/parts.js';
import type { ClientInternals } from './internals.js';

type Picture = Extract<MessagePart, { type: 'picture' }>;

/**
 * The pictures of one answer among the images of the history, each from the moment that the model has
 * said what to draw: what is paid for is there after a reload, and of what the page was left during
 * it is said that nobody knows.
 */
export function messageHistory(client: ClientInternals, { model, size, quality }: MessagePictures): PictureHistory {
  const { clock, createId } = client;
  const records = imageStore(client);
  const waits = createImageWaits(client);
  /** By the name of its part: the key of its record, and how to say that nobody waits for it any more. */
  const begun = new Map<string, { key: string; over: () => void }>();
  const seen = new Map<string, Picture['status']>();

  function begin(part: Picture): { key: string; over: () => void } {
    const known = begun.get(part.id);
    if (known !== undefined) return known;
    const key = createId();
    const request: ImageRequest = { model, prompt: part.prompt ?? '', size: part.size ?? size, quality: part.quality ?? quality };
    noteBegun(records, key, request, clock.wallNow());
    let over = () => {};
    waits.hold(key, new Promise<void>((resolve) => (over = resolve))).catch(() => {});
    const entry = { key, over };
    begun.set(part.id, entry);
    return entry;
  }

  function note(part: Picture): void {
    // The model is about to say what is to be drawn.
    if (part.status === 'running' && part.prompt === undefined) return;
    const { key, over } = begin(part);
    const now = clock.wallNow();
    if (part.status === 'running') return;
    if (part.status === 'completed') noteMade(records, key, [part.image], part.cost, now);
    else noteFailed(records, key, part.status === 'failed' ? part.error : lost(), now);
    over();
  }

  return {
    see(parts) {
      for (const part of parts) {
        if (part.type !== 'picture' || (seen.get(part.id) === part.status && begun.has(part.id))) continue;
        seen.set(part.id, part.status);
        note(part);
      }
    },
  };
}

function lost(): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message: 'The answer broke off while the picture was being made, and it may have been billed. It is not asked for again by itself.',
    billed: 'unknown',
  });
}
