import { type Asset, isSafeAssetUrl } from '../../../core/outcome/asset.js';
import { lifeLeft } from '../../../core/outcome/link-life.js';
import type { NotSaved } from '../../../react/words/gallery.js';
import { downloadAsset } from '../../asset-viewer/tools/download.js';
import type { Save, SaveItem, SaveProgress } from './save-items.js';

export { LostList } from './LostList.js';

/**
 * Saves one after the other: a browser asks once for all of them, and a slow line serves one well
 * rather than ten badly. What cannot be saved is remembered with its reason, and the others go on.
 */
export const saveAll: Save = async (items, { serverNow, signal, onProgress }) => {
  let progress: SaveProgress = { done: 0, total: items.length, lost: [] };
  for (const item of items) {
    if (signal.aborted) break;
    onProgress(progress);
    const reason = await saveOne(item, serverNow());
    const { done, total, lost } = progress;
    progress = { done: done + 1, total, lost: reason === undefined ? lost : [...lost, { ...item, reason }] };
  }
  return progress;
};

async function saveOne(item: SaveItem, now: number): Promise<NotSaved | undefined> {
  const { asset } = item;
  if (!isSafeAssetUrl(asset.url, globalThis.location?.href)) return 'unsafe';
  const result = await downloadAsset(asset, { ...item, source: asset.url });
  return result === 'saved' ? undefined : whyNot(asset, result, now);
}

/** A dead link often answers in a way that a page may not read, which looks like a server that forbids it. */
export function whyNot(asset: Asset, result: NotSaved, now: number): NotSaved {
  return lifeLeft(asset, now) > 0 ? result : 'gone';
}
