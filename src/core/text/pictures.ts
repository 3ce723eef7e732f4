import { findModel } from '../catalog/catalog.js';
import { estimatedBy, livePrice } from '../catalog/live-price.js';
import type { LiveCatalog } from '../catalog/overlay.js';
import type { MessagePictures } from '../catalog/requests.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { asImage } from '../wire/image-readings.js';
import type { PictureHistory } from './listening.js';
import type { PictureFacts } from './parts.js';

export interface PictureContext {
  transport: { serverNow(): number };
  baseUrl: () => string;
  usdPerCredit: number;
  /** What the gateway told of its rates. */
  live?: (() => LiveCatalog) | undefined;
  /** Where the pictures of a call are written down. @default nowhere */
  history?: ((pictures: MessagePictures | undefined) => PictureHistory | undefined) | undefined;
}

/** What a picture that comes is made of, by what was asked for. Of one that nobody asked for no price is known. */
export function factsOf({ transport, baseUrl, usdPerCredit, live }: PictureContext, pictures: MessagePictures | undefined): PictureFacts {
  return {
    assetOf: (found, { size = pictures?.size }) => asImage(found, { size }, { serverNow: transport.serverNow(), usdPerCredit, baseUrl: baseUrl() }),
    costOf({ size = pictures?.size, quality = pictures?.quality }): GenerationCost {
      if (pictures === undefined) return { billed: 'unknown' };
      return { billed: 'yes', ...estimatedBy(livePrice({ model: pictures.model, prompt: '', size, quality }, live?.() ?? {})) };
    },
  };
}

/** Pings come more often than this, and the first word sooner; what is quiet for longer is dead. @source ours */
const SILENCE_MS = 60_000;

/** How long it may be quiet. While a picture is drawn there may be no word from anybody. */
export function patienceFor(pictures: MessagePictures | undefined): number {
  const model = pictures && findModel(pictures.model);
  return SILENCE_MS + (model?.kind === 'image' ? model.syncLimitSeconds : 0) * 1000;
}
