import type { BytespikeError, BytespikeErrorCode } from '../base/errors.js';
import type { ImageEditInput, ImageRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import type { ImageRecord, TurnNote } from '../records/image-store.js';
import type { Records } from '../records/records.js';

// What is written down of a synchronous image, and when.

const UNDER_WAY = { status: 'running', assets: [], cost: { billed: 'no' } } as const;

/** The model had it, and made nothing of it: an end, as a failed task is one. All other refusals leave nothing behind. */
const FAILED = new Set<BytespikeErrorCode>(['safety_blocked', 'internal_error', 'api_error', 'timeout']);

/** Before its request leaves. Asking for the same once more is the same record, submitted anew. */
export function noteBegun(records: Records<ImageRecord>, key: string, request: ImageRequest, now: number): void {
  const known = records.get(key);
  records.put({ version: 1, outTaskId: key, via: 'sync', turn: known?.turn, ...remembered(request), createdAt: known?.createdAt ?? now, snapshot: { ...UNDER_WAY, submittedAt: now } });
}

/** Before a later page asks for it, under its key: it was submitted when a person asked. `submittedAt`: unknown where that is too long ago for what lies between to be how long it took. */
export function noteSought(records: Records<ImageRecord>, record: ImageRecord, submittedAt: number | undefined, now: number): void {
  records.put({ ...record, snapshot: { ...UNDER_WAY, submittedAt, soughtAt: now } });
}

export function noteMade(records: Records<ImageRecord>, key: string, assets: readonly Asset[], cost: GenerationCost, now: number): void {
  const record = records.get(key);
  // One that was removed is not brought back, and one that is whole needs nothing.
  if (record === undefined || isWhole(record)) return;
  const { status, submittedAt, completedAt } = record.snapshot;
  // One that is fetched once more was made before.
  records.put({ ...record, snapshot: { status: 'completed', assets, cost, submittedAt, completedAt: status === 'completed' ? completedAt : now } });
}

/** An image that was refused and cost nothing is forgotten, as a submit is. */
export function noteFailed(records: Records<ImageRecord>, key: string, error: BytespikeError, now: number): void {
  const record = records.get(key);
  // One that is complete was made and billed, whatever came of asking for it once more.
  if (record === undefined || record.snapshot.status === 'completed') return;
  const { code, message, billed, retryable, status } = error;
  const isEnd = billed !== 'no' || (FAILED.has(code) && status !== undefined);
  if (!isEnd) return records.remove(key);
  const { submittedAt } = record.snapshot;
  const outcome = billed === 'unknown' ? 'unknown' : 'failed';
  records.put({ ...record, snapshot: { status: outcome, assets: [], cost: { billed }, error: { code, message, retryable }, submittedAt, completedAt: now } });
}

/** Whether all that was made can be shown from it. */
export function isWhole({ snapshot: { status, notKept } }: ImageRecord): boolean {
  return status === 'completed' && notKept === undefined;
}

/** Files cannot be remembered, and an address may hold one. */
function remembered({ image: _, mask: __, turn, ...request }: ImageRequest & Partial<ImageEditInput> & { turn?: TurnNote }): Pick<ImageRecord, 'request' | 'turn'> {
  return { request, ...(turn && { turn }) };
}
