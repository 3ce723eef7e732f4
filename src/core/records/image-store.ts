import type { BytespikeErrorCode } from '../base/errors.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { createRecords, type Records } from './records.js';
import { entriesOf, type TaskStoreOptions } from './storage.js';

/** Where an image stands in a conversation: its turn after that of its request's `parent`. */
export interface TurnNote {
  /** Names the conversation. */
  id: string;
  /** How many turns before it were sent along. */
  sent: number;
  /** Whether a picture of the person's own went along, which is not remembered. */
  withPicture?: boolean | undefined;
}

/** What is remembered of one synchronous image, from before the request leaves until it is removed. */
export interface ImageRecord {
  version: 1;
  /** The idempotency key: made once for each time the user asks. */
  outTaskId: string;
  /** It is no task. */
  taskId?: undefined;
  via: 'sync';
  /** Without the files that an edit is made from. */
  request: ImageRequest;
  /** Milliseconds since the epoch, by this machine. */
  createdAt: number;
  /** Of one that was drawn in a conversation. */
  turn?: TurnNote | undefined;
  snapshot: ImageSnapshot;
}

/** What became of a synchronous image. Plain data, in the shape of a task's reading. */
export interface ImageSnapshot {
  taskId?: undefined;
  /** `unknown`: its answer was lost, and may have been billed. */
  status: 'running' | 'completed' | 'failed' | 'unknown';
  assets: readonly Asset[];
  /** How many images came within the answer itself, too large to be remembered: only the page that got them has them. */
  notKept?: number | undefined;
  cost: GenerationCost;
  /** Why there is none, when it has `failed` or is `unknown`. */
  error?: { code: BytespikeErrorCode; message: string; /** Whether the same key may still find it. */ retryable: boolean } | undefined;
  /** When a person asked for it, in milliseconds since the epoch, by this machine; unknown where it was found so much later that this would not say how long it took. */
  submittedAt?: number | undefined;
  /** When a later page last asked for it, of one that is `running`; in the same milliseconds. */
  soughtAt?: number | undefined;
  /** Milliseconds since the epoch, by this machine. */
  completedAt?: number | undefined;
}

/** Images of megabytes that this page keeps at hand for its own history. */
const MOST_AT_HAND = 12;

const stores = new WeakMap<TaskStoreOptions, Records<ImageRecord>>();

/** The synchronous images of this user that are remembered on this device, beside the tasks. */
export function imageStore({ memory }: { memory: TaskStoreOptions }): Records<ImageRecord> {
  const store = stores.get(memory) ?? createImageStore(memory);
  stores.set(memory, store);
  return store;
}

function createImageStore(options: TaskStoreOptions): Records<ImageRecord> {
  // Whatever its record says: nobody waits any more for an image that so many newer ones have overtaken.
  const records = createRecords<ImageRecord>(entriesOf(options), 'image', () => true);
  // Storage holds 5 MB, and one image as base64 can be more: what is no link stays with this page.
  const atHand = new Map<string, { assets: readonly Asset[]; shown?: { of: ImageRecord; as: ImageRecord } }>();

  function whole(record: ImageRecord): ImageRecord {
    const mine = atHand.get(record.outTaskId);
    if (mine === undefined || record.snapshot.notKept === undefined) return record;
    if (mine.shown?.of !== record) {
      mine.shown = { of: record, as: { ...record, snapshot: { ...record.snapshot, assets: mine.assets, notKept: undefined } } };
    }
    return mine.shown.as;
  }

  return {
    get(outTaskId) {
      const record = records.get(outTaskId);
      return record && whole(record);
    },
    put(record) {
      const { assets } = record.snapshot;
      const links = assets.filter(({ url }) => !url.startsWith('data:'));
      if (links.length === assets.length) return records.put(record);
      atHand.delete(record.outTaskId);
      atHand.set(record.outTaskId, { assets });
      for (const key of [...atHand.keys()].slice(0, -MOST_AT_HAND)) atHand.delete(key);
      records.put({ ...record, snapshot: { ...record.snapshot, assets: links, notKept: assets.length - links.length } });
    },
    remove(outTaskId) {
      atHand.delete(outTaskId);
      records.remove(outTaskId);
    },
    list: () => records.list().map(whole),
  };
}
