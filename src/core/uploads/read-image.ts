import { decode } from './decode.js';
import { pngOf } from './png-of.js';
import { readBytes } from './read-bytes.js';

/**
 * The picture behind an address, as a file of its own type.
 * @throws Error when this page may not read it, or there is none
 */
export async function readImage(address: string, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<Blob> {
  if (address.startsWith('blob:')) return pngOf(address, fetch);
  if (address.startsWith('data:')) return decode(address) ?? unreadable('Its data is damaged.');
  const response = await readBytes(address, fetch);
  return response.ok ? response.blob() : unreadable(`It answered ${response.status}.`);
}

function unreadable(why: string): never {
  throw new Error(`The image cannot be read. ${why}`);
}
