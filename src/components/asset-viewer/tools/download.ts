import type { Asset } from '../../../core/outcome/asset.js';
import { decode } from '../../../core/uploads/decode.js';
import { readBytes } from '../../../core/uploads/read-bytes.js';
import { addressOf } from '../../absent.js';
import { fileName, type FileSubject } from './file-name.js';

/** How a download went: saved, gone (the link is dead), forbidden to be read by this page, or bytes that arrived damaged. */
type DownloadResult = 'saved' | 'gone' | 'forbidden' | 'unreadable';

/** A blob's address is given up after this long: some browsers read it well after the click. */
const KEEP_MS = 60_000;

/**
 * Saves an asset under a proper name. Browsers ignore `download` on a link to another origin, so
 * the bytes are fetched and saved from here; the real type of the answer decides the extension.
 */
export async function downloadAsset(asset: Asset, about: FileSubject & { source: string }, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<DownloadResult> {
  const { source } = about;
  if (source.startsWith('blob:')) {
    save(source, fileName(asset, about));
    return 'saved';
  }
  const bytes = await readAsset(source, fetch);
  if (typeof bytes === 'string') return bytes;
  const isSaved = saveBytes(bytes, fileName(asset, { ...about, mime: bytes.type }), source.startsWith('data:') ? source : undefined);
  return isSaved ? 'saved' : 'forbidden';
}

/** The bytes of an asset, or why there are none. */
export async function readAsset(source: string, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<Blob | Exclude<DownloadResult, 'saved'>> {
  return source.startsWith('data:') ? (decode(source) ?? 'unreadable') : load(source, fetch);
}

/**
 * Hands bytes to the person as a file.
 *
 * @param otherwise an address of the same, for where bytes can be given none
 */
export function saveBytes(bytes: Blob, name: string, otherwise?: string): boolean {
  const url = addressOf(bytes) ?? otherwise;
  if (url === undefined) return false;
  save(url, name);
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
  return true;
}

async function load(source: string, fetch: typeof globalThis.fetch): Promise<Blob | 'gone' | 'forbidden'> {
  try {
    const response = await readBytes(source, fetch);
    return response.ok ? await response.blob() : 'gone';
  } catch {
    return 'forbidden';
  }
}

/** Opens the asset beside the page, where the person can save it. The page it opens learns nothing of this one. */
export function openInTab(url: string): void {
  press({ href: url, target: '_blank', rel: 'noopener noreferrer' });
}

function save(url: string, name: string): void {
  press({ href: url, download: name });
}

function press(link: Partial<HTMLAnchorElement>): void {
  Object.assign(document.createElement('a'), link).click();
}
