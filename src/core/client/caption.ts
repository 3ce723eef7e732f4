import { base64 } from '../base/base64.js';
import { BytespikeError } from '../base/errors.js';
import type { Asset } from '../outcome/asset.js';
import { lifeLeft } from '../outcome/link-life.js';
import { captionIn, captionRequest } from '../text/caption.js';
import type { MessageOptions } from '../text/listening.js';
import { isPublic } from '../uploads/is-public.js';
import { makeReady, type PictureLimits } from '../uploads/make-ready.js';
import { readImage } from '../uploads/read-image.js';
import type { ClientInternals } from './internals.js';
import { message } from './message.js';

/** What is described, and by which text model. */
export interface CaptionWish {
  model: string;
  picture: Asset | Blob;
  /** As people name it: `'Japanese'`. @default the model's own choice, mostly English */
  language?: string | undefined;
  maxTokens?: number | undefined;
}

/** What models look at: a larger one is made smaller by them, and paid for. @source Anthropic reference, Vision, as of 2026-05 (1568 pixels of the longer side) */
const SEEN: PictureLimits = { maxSide: 1568, maxBytes: 1_500_000 };

/** @throws BytespikeError `invalid_param` for a clip, `network_error` for what this page may not read, and whatever `message` fails by */
export async function captionOf(client: ClientInternals, { picture, ...wish }: CaptionWish, { signal, onText }: MessageOptions): Promise<string> {
  return captionIn(await message(client, captionRequest(await addressOf(client, picture), wish), { signal, onText }));
}

/** A link that others can read is read by whoever describes it; all else goes along, small and without what a camera wrote beside it. */
async function addressOf(client: ClientInternals, picture: Asset | Blob): Promise<string> {
  if (!('url' in picture)) return inlined(picture);
  if (picture.kind === 'video') throw new BytespikeError({ code: 'invalid_param', field: 'picture', message: 'A clip is no picture. Nothing was sent. Take a frame of it first, and describe that.' });
  if (isPublic(picture.url) && lifeLeft(picture, client.serverNow()) > 0) return picture.url;
  const file = await readImage(picture.url).catch((cause: unknown) => {
    throw new BytespikeError({ code: 'network_error', message: 'The picture cannot be read from this page, so nothing was sent. Its link may have expired, or its server does not let other pages read it.', cause });
  });
  return inlined(file);
}

async function inlined(file: Blob): Promise<string> {
  const { bytes, type } = await makeReady(file, SEEN);
  return `data:${type};base64,${base64(bytes)}`;
}
