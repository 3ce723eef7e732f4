import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import type { CostEstimate } from '../catalog/cost.js';
import { estimatedBy, livePrice } from '../catalog/live-price.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import { createImageWaits } from '../images/locks.js';
import { noteBegun, noteFailed, noteMade } from '../images/notes.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { imageStore } from '../records/image-store.js';
import { taskStore } from '../records/task-store.js';
import { recordedImage } from './image-outcomes.js';
import { keepsNothing, sinceBefore } from './image-state.js';
import type { ImageTask } from './image-via-task.js';
import type { MadeImages, Wish } from './image-wish.js';
import type { ImageRunOptions } from './runs.js';
import type { ImageGenerationState } from './states.js';

/** A wish, and what the gateway said by the end that it costs. */
interface Told {
  key: string;
  told?: GenerationCost;
  before?: BytespikeError | undefined;
}

/** What an earlier page left in a slot. */
export interface LeftImage {
  key: string;
  request: ImageRequest;
  /** Milliseconds since the epoch, by this machine. */
  createdAt: number;
  became:
    | { kind: 'ended'; state: ImageGenerationState }
    /** It may still come. */
    | { kind: 'open'; submittedAt: number | undefined; find: (signal: AbortSignal) => Promise<MadeImages> }
    | { kind: 'task'; follow: () => ImageTask };
}

/** What is written down of the images of one place, and read by whoever opens it next. */
export interface ImageBook {
  /** Writes a wish down before it is sent, as of when it was asked for, and what became of it afterwards. */
  keep(wish: Told & Pick<Wish, 'at'>, request: ImageRequest, send: () => Promise<readonly Asset[]>): Promise<MadeImages>;
  /** What became of one that was written down. @param key @default the one that stands in the slot */
  left(key?: string): Promise<LeftImage | undefined>;
  /** Empties the slot. */
  clear(): void;
  /** Whether somebody else has put another wish into the slot since the last look, or emptied it. */
  hasTurned(): boolean;
  /** Calls back when a record or a slot has changed, here or in another tab. */
  subscribe(listener: () => void): () => void;
  /** Once it was made, wherever that was. */
  made(key: string): ImageGenerationState | undefined;
}

export function openImageBook(client: ClientInternals, { via, persist }: ImageRunOptions, locks?: LockManager): ImageBook {
  const { clock } = client;
  const records = imageStore(client);
  const store = taskStore(client);
  const slot = persist === undefined ? undefined : store.slot(persist);
  /** What this place last saw there, or put there. */
  let seen = slot?.get();
  const put = (key: string | undefined) => {
    seen = key;
    slot?.set(key);
  };
  const waits = createImageWaits(client, locks);
  const recorded = (key: string) => records.get(key) ?? store.get(key);

  async function noted(wish: Told, request: ImageRequest, answer: Promise<readonly Asset[]>): Promise<MadeImages> {
    const { key } = wish;
    const price = livePrice(request, client.live.get());
    try {
      const images = await answer;
      const cost = costOf(wish.told, price);
      noteMade(records, key, images, cost, clock.wallNow());
      return { images, cost, endedAt: records.get(key)?.snapshot.completedAt };
    } catch (failure) {
      const error = isBytespikeError(failure) ? sinceBefore(failure, wish.before) : failure;
      if (isBytespikeError(error)) noteFailed(records, key, error, clock.wallNow());
      // Refused for certain: there is nothing to come back to.
      if (recorded(key) === undefined && slot?.get() === key) put(undefined);
      throw error;
    }
  }

  return {
    keep(wish, request, send) {
      const { key } = wish;
      put(key);
      if (via === 'task') return waits.hold(key, noted(wish, request, send()));
      const earlier = records.get(key);
      noteBegun(records, key, request, clock.wallNow() - (clock.now() - wish.at));
      const made = noted(wish, request, send()).then((images) => {
        // Nothing keeps answers here: these were made besides those of the time before, which are a wish of their own.
        if (earlier?.snapshot.status === 'unknown' && keepsNothing(client.offers())) records.put({ ...earlier, outTaskId: client.createId() });
        return images;
      });
      return waits.hold(key, made);
    },
    async left(key = slot?.get()) {
      const record = key === undefined ? undefined : recorded(key);
      if (key === undefined || record === undefined) return undefined;
      const { request, createdAt } = record;
      if (record.via === undefined) {
        const { followImageTask } = await import('./image-via-task.js');
        return { key, request, createdAt, became: { kind: 'task', follow: () => followImageTask(client, key) } };
      }
      const { restoreImage } = await import('./image-restore.js');
      const became = restoreImage(client, waits, record);
      if (became.kind === 'ended') return { key, request, createdAt, became };
      const find = (signal: AbortSignal) => {
        const wish: Told = { key };
        return noted(wish, request, became.find(signal, (cost) => (wish.told = cost)));
      };
      return { key, request, createdAt, became: { ...became, find } };
    },
    clear: () => put(undefined),
    hasTurned() {
      if (slot === undefined) return false;
      const key = slot.get();
      // What is not written down yet is seen with its record.
      if (key === seen || (key !== undefined && recorded(key) === undefined)) return false;
      seen = key;
      return true;
    },
    subscribe: store.subscribe,
    made(key) {
      const record = records.get(key);
      return record?.snapshot.status === 'completed' ? recordedImage(record) : undefined;
    },
  };
}

/** The gateway's word where there is one. What it does not say is estimated, and says by whom. */
function costOf(told: Partial<GenerationCost> = {}, price: CostEstimate | undefined): GenerationCost {
  // As storage will have it: what is not said is not named.
  const said: Partial<GenerationCost> = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return { billed: 'yes', ...(said.estimated === undefined && estimatedBy(price)), ...said };
}
