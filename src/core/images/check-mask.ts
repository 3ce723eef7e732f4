import { maskTrouble } from '../base/mask-fits.js';
import { refuse } from '../catalog/validate.js';

/**
 * Refuses a mask that the gateway would refuse, or that would cover something else than was meant.
 * @throws BytespikeError `invalid_param`
 */
export async function checkMask(image: Blob, mask: Blob): Promise<void> {
  const [whole, cover] = await Promise.all([bytesOf('image', image), bytesOf('mask', mask)]);
  const trouble = maskTrouble(whole, cover);
  if (trouble !== undefined) refuse('mask', trouble);
}

async function bytesOf(field: 'image' | 'mask', file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse(field, `The file of the ${field} cannot be read any more. Choose it again.`);
  }
}
