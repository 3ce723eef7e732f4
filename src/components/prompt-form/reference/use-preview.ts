import { useMemo, useSyncExternalStore } from 'react';
import { isSafeAssetUrl } from '../../../core/outcome/asset.js';
import { decode } from '../../../core/uploads/decode.js';
import { type Addressed, type BytesAddress, PREPARING, shownBytes, unchanging } from '../../shown-bytes.js';

/** An address to show an image by, once it is made; one that is not safe to show has none. */
export function usePreview(image: Blob | string | undefined): BytesAddress {
  const source = useMemo(() => sourceOf(image), [image]);
  return useSyncExternalStore(source.subscribe, source.get, nothing);
}

const nothing = (): BytesAddress => PREPARING;

function sourceOf(image: Blob | string | undefined): Addressed {
  if (typeof image === 'object') return fileSource(image);
  if (image === undefined || !isSafeAssetUrl(image, globalThis.location?.href)) return unchanging(PREPARING);
  // A page's policy may not let it show `data:`.
  const file = image.startsWith('data:') ? decode(image) : undefined;
  return file === undefined ? unchanging({ state: 'ready', url: image }) : fileSource(file);
}

function fileSource(file: Blob): Addressed {
  return shownBytes(() => file);
}
