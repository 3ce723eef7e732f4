import { downloadZip } from 'client-zip';
import { isSafeAssetUrl } from '../../../core/outcome/asset.js';
import type { NotSaved } from '../../../react/words/gallery.js';
import { LostList, whyNot } from '../../asset-gallery/saving/save-all.js';
import type { Save, SaveItem, SaveProgress } from '../../asset-gallery/saving/save-items.js';
import { LEFT, type Saver } from '../../asset-gallery/saving/use-saving.js';
import { readAsset, saveBytes } from '../../asset-viewer/tools/download.js';
import { fileName } from '../../asset-viewer/tools/file-name.js';

/**
 * All in one file. One is read after the other, and each goes on as it is: pictures and clips are packed already. What
 * cannot be read is remembered with its reason. Stopped, what was read by then is in it.
 */
const saveZip: Save = async (items, { serverNow, signal, onProgress }) => {
  let progress: SaveProgress = { done: 0, total: items.length, lost: [] };
  async function* files() {
    for (const item of items) {
      if (signal.aborted) return;
      onProgress(progress);
      const bytes = await read(item, serverNow());
      const { done, total, lost } = progress;
      const isLost = typeof bytes === 'string';
      progress = { done: done + 1, total, lost: isLost ? [...lost, { ...item, reason: bytes }] : lost };
      if (!isLost) yield { name: fileName(item.asset, { ...item, mime: bytes.type }), input: bytes };
    }
  }
  const zip = await downloadZip(files(), { buffersAreUTF8: true }).blob();
  const isEmpty = progress.done === progress.lost.length;
  // Whoever has left wants no file.
  if (!isEmpty && signal.reason !== LEFT && !saveBytes(zip, 'batch.zip')) throw new Error('Files can be given no address here.');
  return progress;
};

async function read(item: SaveItem, now: number): Promise<Blob | NotSaved> {
  const { asset } = item;
  if (!isSafeAssetUrl(asset.url, globalThis.location?.href)) return 'unsafe';
  const bytes = await readAsset(asset.url);
  return typeof bytes === 'string' ? whyNot(asset, bytes, now) : bytes;
}

/** All in one file. */
export const asZip: Saver = { save: saveZip, LostList };
