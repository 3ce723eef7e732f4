import { RATE, viewsOf } from '../media/camera.js';
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
export async function drawFilm(media: Media, { width, height, ...order }: FilmOrder): Promise<Bytes | undefined> {
  if (!(await media.canView())) return undefined;
  const size = { width, height };
  const picture = await media.encode(compose({ ...order, ...size }), 'jpeg', QUALITY);
  return webmOf(await media.views(picture, viewsOf(order.prompt), size), { ...size, rate: RATE });
}
