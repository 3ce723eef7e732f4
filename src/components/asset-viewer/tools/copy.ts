import { granted } from '../../../core/base/granted.js';

/** How copying an image went, or whose refusal it was. */
type CopyResult = 'copied' | 'server' | 'browser';

/** Puts an image into the clipboard as PNG, the one format that every browser takes there. */
export async function copyImage(source: string): Promise<CopyResult> {
  // The first two are missing on pages that are not served securely, the third in browsers that are old.
  if (!granted(() => ClipboardItem && navigator.clipboard && OffscreenCanvas)) return 'browser';
  let isRead = true;
  const png = import('../../../core/uploads/png-of.js').then(({ pngOf }) => pngOf(source));
  png.catch(() => (isRead = false));
  try {
    // The promise and not its value: some browsers want the call within the press itself.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return 'copied';
  } catch {
    return isRead ? 'browser' : 'server';
  }
}

/** Whether the text is in the clipboard now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
