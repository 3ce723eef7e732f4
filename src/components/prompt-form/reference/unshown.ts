import { decode } from '../../../core/uploads/decode.js';
import type { BytesAddress } from '../../shown-bytes.js';

/**
 * Whether what did not load by this address is a picture all the same: the page's policy may refuse
 * addresses of files, and is not asked about drawing them. While there is another address to try,
 * that takes its place. What lies elsewhere may not be read, and is not called one.
 */
export async function isPicture(image: Blob | string | undefined, shown: BytesAddress): Promise<boolean> {
  const bytes = typeof image === 'string' ? decode(image) : image;
  if (bytes === undefined) return false;
  const instead = shown.state === 'ready' ? shown.instead : undefined;
  const other = instead && (await writtenOut(bytes));
  if (instead !== undefined && other !== undefined) {
    instead(other);
    return true;
  }
  try {
    (await createImageBitmap(bytes)).close();
    return true;
  } catch {
    return false;
  }
}

/** Whether this page does not hold its bytes. Where it does not load here, the gateway may be let in all the same. */
export function isElsewhere(image: Blob | string | undefined): boolean {
  return typeof image === 'string' && !image.startsWith('data:');
}

function writtenOut(bytes: Blob): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onloadend = () => resolve(typeof reader.result === 'string' ? reader.result : undefined);
    reader.readAsDataURL(bytes);
  });
}
