import { isSafeAssetUrl } from '../../../core/outcome/asset.js';
import { lifeLeft } from '../../../core/outcome/link-life.js';
import type { NotSaved } from '../../../react/words/gallery.js';
import { downloadAsset } from '../../asset-viewer/tools/download.js';
import type { SaveItem, SaveProgress } from './save-items.js';

export { LostList } from './LostList.js';

/**
 * Saves one after the other: a browser asks once for all of them, and a slow line serves one well
 * rather than ten badly. What cannot be saved is remembered with its reason, and the others go on.
 */
export async function saveAll(
  items: readonly SaveItem[],
  { serverNow, signal, onProgress }: { serverNow: () => number; signal: AbortSignal; onProgress: (progress: SaveProgress) => void },
): Promise<SaveProgress> {
  let progress: SaveProgress = { done: 0, total: items.length, lost: [] };
  for (const item of items) {
    if (signal.aborted) break;
    onProgress(progress);
    const reason = await saveOne(item, serverNow());
    const { done, total, lost } = progress;
    progress = { done: done + 1, total, lost: reason === undefined ? lost : [...lost, { ...item, reason }] };
  }
  return progress;
}

async function saveOne({ asset, prompt, position }: SaveItem, now: number): Promise<NotSaved | undefined> {
  if (!isSafeAssetUrl(asset.url, globalThis.location?.href)) return 'unsafe';
  const result = await downloadAsset(asset, { source: asset.url, prompt, position });
  if (result === 'saved') return undefined;
  // A dead link often answers in a way that a page may not read, which looks like a server that forbids it.
  return lifeLeft(asset, now) > 0 ? result : 'gone';
}
