import { readPicture } from '../../core/base/picture.js';
import { fromBase64 } from '../base/base64.js';
import { invalid, Refusal } from '../base/refusal.js';
import type { Assets } from '../media/assets.js';
import { filmOf } from '../media/film.js';
import type { Bytes, Media } from '../media/media.js';
import type { SimulatedGatewayOptions } from './types.js';

/** @source ours: as much as our own proxy takes of one picture */
const MOST_BYTES = 20 * 1024 * 1024;
/** @source ours: whoever serves a picture has begun to by then */
const PATIENCE_MS = 10_000;

/** A clip that begins with the picture at an address; `undefined` where nobody here can say what is in it. */
export type FilmPicture = (address: string, size: { width: number; height: number }) => Promise<Bytes | undefined>;

/**
 * Pictures are fetched as a server would: without anything of the page's, once, and for so long. What
 * a page may not fetch says nothing of what a server may; there the clip is one that knows no picture.
 */
export function createFilmPicture(options: { media: Media; assets: Assets; closed: AbortController; fetchImage: SimulatedGatewayOptions['fetchImage'] }): FilmPicture {
  const { media, assets, closed } = options;

  async function fetched(address: string): Promise<Bytes | undefined> {
    const own = await assets.find(address);
    if (own !== undefined) return own;
    // In the machine's time, as the network is.
    const signal = AbortSignal.any([closed.signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const response = await (options.fetchImage ?? globalThis.fetch)(address, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (!response.ok) throw unread(`it answered ${response.status}.`);
      return await wholeOf(response);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (!media.isServer) return undefined;
      throw unread('nothing answered there in time.');
    }
  }

  return async (address, size) => {
    if (!(await media.canView())) return undefined;
    const bytes = address.startsWith('data:') ? embedded(address) : await fetched(address);
    if (bytes === undefined) return undefined;
    const film = readPicture(bytes) && (await filmOf(bytes, size, media).catch(() => undefined));
    if (film === undefined) throw unread('what is there is no whole PNG, JPEG or WebP picture.');
    return film;
  };
}

/** What a task then fails by. */
function unread(why: string): Refusal {
  return invalid('image_url', `image_url could not be read: ${why} Nothing was billed.`);
}

function embedded(address: string): Bytes {
  try {
    return fromBase64(address.slice(address.indexOf(',') + 1));
  } catch {
    throw unread('its data arrived damaged.');
  }
}

async function wholeOf({ body }: Response): Promise<Bytes> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      void reader?.cancel().catch(() => {});
      throw unread(`it has more than ${MOST_BYTES} bytes.`);
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
