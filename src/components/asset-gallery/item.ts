import type { Catalog } from '../../core/catalog/model.js';
import { recordKind } from '../../core/records/record-kind.js';
import type { TaskRecord } from '../../core/records/task-store.js';
import { taskError } from '../../core/outcome/failure.js';
import { formatMoney } from '../../react/format.js';
import { wordsOfError } from '../../react/words/errors.js';
import type { GalleryItemStatus, GalleryStatusGroup } from '../../react/words/gallery.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { GalleryWords } from './words.js';

/** What the gallery needs to know of models, by id. */
export type ModelNames = ReadonlyMap<string, { name: string; kind: GenerationKind }>;

export function modelNames({ models, open = [] }: Catalog): ModelNames {
  return new Map([
    ...open.map(({ id, kind }) => [id, { name: id, kind }] as const),
    ...models.map(({ id, name, kind }) => [id, { name, kind }] as const),
  ]);
}

/** A submit without an answer that is older than this when the gallery opens has lost it. */
const ANSWER_MS = 30_000;

/**
 * A record says nothing of a submit whose answer was lost: what was there long before us, and has no answer, is such. That of an image does.
 *
 * @param opened when the gallery was opened; milliseconds since the epoch, by this machine
 */
export function statusOf({ snapshot, createdAt }: TaskRecord, opened: number): GalleryItemStatus {
  if (snapshot !== undefined) return snapshot.status;
  return createdAt < opened - ANSWER_MS ? 'unknown' : 'submitting';
}

export function groupOf(status: GalleryItemStatus): GalleryStatusGroup {
  return status === 'submitting' || status === 'queued' || status === 'running' ? 'active' : status;
}

export const kindOf = (record: TaskRecord, models: ModelNames): GenerationKind => recordKind(record, models.get(record.request.model)?.kind);

/** What was billed, about what it costs, that nothing was, or that nobody said; `undefined` while it is made and nobody has. */
export function priceOf({ snapshot }: TaskRecord, { locale, messages }: GalleryWords): string | undefined {
  if (snapshot === undefined) return undefined;
  const { final, estimated, billed } = snapshot.cost;
  const { figures, gallery } = messages;
  if (final !== undefined) return final === 0 ? gallery.notBilled : formatMoney(final, locale);
  const isWithout = snapshot.status === 'failed' || snapshot.status === 'cancelled' || snapshot.status === 'unknown';
  if (isWithout && billed !== 'yes') return billed === 'no' ? gallery.notBilled : gallery.mayBeBilled;
  if (estimated === undefined) return snapshot.status === 'completed' ? gallery.amountNotTold : undefined;
  return figures.price({ amount: formatMoney(estimated, locale), precision: 'about' });
}

/** Why there is no result, in a few words; `undefined` where there is one, or will be. */
export function absenceOf(record: TaskRecord, status: GalleryItemStatus, { messages }: GalleryWords): string | undefined {
  const { errors, gallery } = messages;
  if (record.via === 'sync') {
    const { assets, error, notKept } = record.snapshot;
    if (error !== undefined) return wordsOfError(errors, error.code, status === 'unknown' ? 'outcome_unknown' : undefined)(error).title;
    return notKept !== undefined && assets.length === 0 ? gallery.notKept : undefined;
  }
  if (status === 'unknown') return errors.outcome_unknown({ message: '' }).title;
  const { snapshot } = record;
  if (snapshot === undefined || snapshot.assets.length > 0) return undefined;
  if (status === 'cancelled') return gallery.noResult;
  if (status === 'completed') return gallery.resultToCome;
  const error = taskError(snapshot);
  return error && wordsOfError(errors, error.code)({ message: error.message }).title;
}
