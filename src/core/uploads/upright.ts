import { orientationOf } from '../base/orientation.js';
import { readPicture } from '../base/picture.js';
import { makeReady } from './make-ready.js';

/** The same picture again is the same file: only then a lost answer can be asked for once more. */
const known = new WeakMap<Blob, Blob>();

/**
 * The picture as it is seen, for who does not go by how its camera was held. One that is upright stays as it is.
 * @throws BytespikeError `unsupported_image` where this browser cannot turn it
 */
export async function upright(file: Blob): Promise<Blob> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = readPicture(bytes);
  if (picture === undefined || orientationOf(bytes, picture.type) === 1) return file;
  // As large as it is: the mask is, too.
  const ready = await makeReady(file, { maxSide: Infinity, maxBytes: Infinity });
  const made = new Blob([ready.bytes], { type: ready.type });
  known.set(file, made);
  return made;
}
