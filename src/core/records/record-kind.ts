import type { TaskRecord } from './task-store.js';

/**
 * What a record is of: what it made, else what its model makes.
 *
 * @param ofModel what the catalog says of its model; `undefined` where it is not known there
 */
export function recordKind({ request, snapshot, via }: TaskRecord, ofModel: 'image' | 'video' | undefined): 'image' | 'video' {
  if (via === 'sync') return 'image';
  const known = snapshot?.assets[0]?.kind ?? ofModel;
  if (known !== undefined) return known;
  return 'durationSeconds' in request || 'resolution' in request ? 'video' : 'image';
}
