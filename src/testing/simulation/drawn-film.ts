import { RATE, viewsOf } from '../media/camera.js';
import { madeOnce } from '../media/made.js';
import type { Bytes, Media } from '../media/media.js';
import { compose } from '../media/picture.js';
import { webmOf } from '../media/webm.js';

/** So good that what is encoded once more shows nothing of it. */
const QUALITY = 92;

export interface FilmOrder {
  prompt: string;
  /** Two clips with the same prompt and key are the same. */
  key: string;
  model: string;
  width: number;
  height: number;
}

/** A clip of what the prompt says, in which the camera moves as it says; `undefined` where this platform can draw none. */
export async function drawFilm(media: Media, order: FilmOrder): Promise<Bytes | undefined> {
  return (await media.canView()) ? madeOnce(media, { film: order }, () => filmed(media, order)) : undefined;
}

async function filmed(media: Media, { width, height, ...order }: FilmOrder): Promise<Bytes> {
  const size = { width, height };
  const picture = await media.encode(compose({ ...order, ...size }), 'jpeg', QUALITY);
  return webmOf(await media.views(picture, viewsOf(order.prompt), size), { ...size, rate: RATE });
}
