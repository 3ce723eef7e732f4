import { isLoopback, parseUrl } from '../base/url.js';

/** One finished image or video. Plain data: it survives JSON and structured clone. */
export interface Asset {
  kind: 'image' | 'video';
  /** `https:`, `blob:`, the proxy's own origin, or `data:` for an image that came as base64. */
  url: string;
  mime?: string | undefined;
  /** Pixels. */
  width?: number | undefined;
  /** Pixels. */
  height?: number | undefined;
  durationSeconds?: number | undefined;
  /**
   * When the link dies, in milliseconds since the epoch by the server's clock: what the link itself
   * says. Absent where it says nothing, and then nothing is known; only loading it tells.
   */
  expiresAt?: number | undefined;
  /** When a link that does not say its end was read; milliseconds since the epoch, by the server's clock. */
  readAt?: number | undefined;
  /** The prompt as the model rewrote it. */
  revisedPrompt?: string | undefined;
  seed?: number | undefined;
}

const EMBEDDED = /^data:(image\/(png|jpeg|webp|gif|avif)|video\/(mp4|webm));base64,/;

/**
 * Whether an asset's address may be shown: `https:`, `blob:`, base64 of a raster image or a video,
 * or `http:` on the page's own origin (loopback names count as one, for development).
 * Everything else (`javascript:`, SVG data, a foreign `http:`) never reaches an element.
 */
export function isSafeAssetUrl(url: string, pageUrl?: string): boolean {
  if (EMBEDDED.test(url)) return true;
  const page = pageUrl === undefined ? undefined : parseUrl(pageUrl);
  const target = parseUrl(url, page?.href);
  if (target?.protocol !== 'http:') return target?.protocol === 'https:' || target?.protocol === 'blob:';
  return page !== undefined && (target.origin === page.origin || (isLoopback(target.hostname) && isLoopback(page.hostname)));
}
