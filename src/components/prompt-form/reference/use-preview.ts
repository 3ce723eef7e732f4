import { useMemo, useSyncExternalStore } from 'react';
import { isSafeAssetUrl } from '../../../core/outcome/asset.js';
import { decode } from '../../../core/uploads/decode.js';
import { addressOf } from '../../absent.js';

/**
 * An address to show an image by. That of a file is made when it is first shown and given up when it
 * no longer is; one that is not safe to show is none.
 */
export function usePreview(image: Blob | string | undefined): string | undefined {
  const source = useMemo(() => sourceOf(image), [image]);
  return useSyncExternalStore(source.subscribe, source.get, nothing);
}

const nothing = (): undefined => undefined;

function sourceOf(image: Blob | string | undefined): PreviewSource {
  if (typeof image === 'object') return fileSource(image);
  if (image === undefined || !isSafeAssetUrl(image, globalThis.location?.href)) return constant(undefined);
  // A page's policy may not let it show `data:`.
  const file = image.startsWith('data:') ? decode(image) : undefined;
  return file === undefined ? constant(image) : fileSource(file);
}

interface PreviewSource {
  subscribe: (changed: () => void) => () => void;
  get: () => string | undefined;
}

function constant(url: string | undefined): PreviewSource {
  return { subscribe: () => () => {}, get: () => url };
}

function fileSource(file: Blob): PreviewSource {
  let url: string | undefined;
  return {
    get: () => url,
    subscribe(changed) {
      const made = addressOf(file);
      url = made;
      changed();
      return () => {
        url = undefined;
        if (made !== undefined) URL.revokeObjectURL(made);
      };
    },
  };
}
