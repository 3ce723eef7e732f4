import { type Access, asked, type Asking } from '../wire/access.js';
import { base64 } from '../base/base64.js';
import type { Environment } from '../base/environment.js';
import { BytespikeError, offlineError } from '../base/errors.js';
import { withTrueType } from '../base/file-type.js';
import { createPart } from '../base/part.js';
import { findModel } from '../catalog/catalog.js';
import type { ImageId, ImageRequestOf } from '../catalog/requests-of-model.js';
import type { ImageEditInput, ImageEditRequest, ImageRequest, PastTurn } from '../catalog/requests.js';
import { isConversational, validateEdit, validateHistory } from '../catalog/validate-edit.js';
import { validateRequest } from '../catalog/validate.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { chatImageBody, imageBody } from '../wire/bodies.js';
import { readImageCost, readImages } from '../wire/image-readings.js';
import type { RetryContext } from '../wire/retry.js';
import type { Answer, Transport } from '../wire/transport.js';
import { sendImageOnce } from './send-once.js';

interface ImageCallOptions {
  signal?: AbortSignal;
  /** Names what the person asked for; the same call under the same key is made once, where the proxy keeps answers. @default a new one */
  idempotencyKey?: string;
  /**
   * Asks for what a page that is gone may have sent under this key. Sent only once the proxy has just
   * said that it keeps answers, and only for what it knows under the key: one that was started anew
   * makes nothing. Else `outcome_unknown`. @default false
   */
  again?: boolean;
  /** What was said and drawn before, oldest first, for a model that draws in a conversation: it goes on from there. @default nothing */
  history?: readonly PastTurn[];
  /** Called before the images are there, with what their answer says that they cost; without amounts where it says nothing. */
  onCost?: (cost: GenerationCost) => void;
}

export interface Images {
  /**
   * Draws images and waits for them, 4–45 s. The gateway's call is not idempotent: once the request
   * may have arrived it is sent again only to a proxy that keeps answers under a key, as
   * `bytespike-react/server` does. Everywhere else a lost answer throws `outcome_unknown` with
   * `billed: 'unknown'`; it is `retryable` where the same key may still find the images. Refusals
   * that the gateway says it did not bill are retried.
   */
  generate<const Id extends ImageId>(request: ImageRequestOf<Id>, options?: ImageCallOptions): Promise<readonly Asset[]>;
  /**
   * The same promise over an image of the user's. A model that draws in a conversation gets it as a
   * turn of one, every other as a form.
   * @throws BytespikeError `invalid_param` before any request, for an image or a mask that the model does not take
   */
  edit<const Id extends ImageId>(request: ImageRequestOf<Id> & ImageEditInput, options?: ImageCallOptions): Promise<readonly Asset[]>;
}

interface ImagesOptions extends Omit<RetryContext, 'signal'> {
  transport: Transport;
  environment: Environment;
  usdPerCredit: number;
  baseUrl: () => string;
  createId(): string;
}

/** Above the slowest answer that the reference states, so that only a dead connection runs into it. */
const SLACK_SECONDS = 45;

export function createImages(given: Omit<ImagesOptions, keyof Access> & Asking): Images {
  const options: ImagesOptions = asked(given);
  const losses = new Map<string, BytespikeError>();
  // Few edits have one.
  const masks = createPart(options.environment, () => import('./check-mask.js'));

  async function run(request: ImageRequest, path: string, body: unknown, { signal, idempotencyKey, again, onCost }: ImageCallOptions) {
    // What may have been sent already is no call that was never made: it waits for the network.
    if (!again && !options.environment.isOnline()) throw offlineError();
    const model = findModel(request.model);
    const limit = model?.kind === 'image' ? model.syncLimitSeconds : 45;
    return sendImageOnce(
      { ...options, losses, signal },
      {
        path,
        body,
        key: idempotencyKey ?? options.createId(),
        again,
        timeoutMs: (limit + SLACK_SECONDS) * 1000,
        read: (answer) => {
          const images = imagesOf(answer, request);
          onCost?.(readImageCost(answer.body, options.usdPerCredit));
          return images;
        },
      },
    );
  }

  function imagesOf(answer: Answer, request: ImageRequest): readonly Asset[] {
    const { usdPerCredit } = options;
    const images = readImages(answer.body, request, {
      serverNow: answer.serverNow,
      usdPerCredit,
      baseUrl: options.baseUrl(),
    });
    if (images !== undefined && images.length > 0) return images;
    throw new BytespikeError({
      code: 'invalid_response',
      message: 'The gateway answered without an image in it.',
      billed: 'unknown',
      // By something on the way, maybe: a proxy that keeps answers gives it again for nothing.
      retryable: true,
    });
  }

  return {
    async generate(request, call = {}) {
      validateRequest(request);
      validateHistory(request, call.history);
      return isConversational(findModel(request.model))
        ? run(request, '/v1/chat/completions', chatImageBody(request, undefined, call.history), call)
        : run(request, '/v1/images/generations', imageBody(request), call);
    },
    async edit(given, call = {}) {
      const request = await withTrueTypes(given);
      validateEdit(request);
      validateHistory(request, call.history);
      const { image, mask } = request;
      if (mask !== undefined && typeof image === 'object') await (await masks.load()).checkMask(image, mask);
      return isConversational(findModel(request.model))
        ? run(request, '/v1/chat/completions', chatImageBody(request, await addressOf(request.image), call.history), call)
        : run(request, '/v1/images/edits', editForm(request), call);
    },
  };
}

/** What was handed over as a file is sent as what it is; what is no file at all is refused later. */
async function withTrueTypes<Request extends ImageEditRequest>(request: Request): Promise<Request> {
  const isFile = (given: unknown): given is Blob => typeof given === 'object' && given !== null;
  const { image, mask } = request;
  return { ...request, ...(isFile(image) && { image: await withTrueType(image) }), ...(isFile(mask) && { mask: await withTrueType(mask) }) };
}

function editForm({ image, mask, ...request }: ImageEditRequest): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(imageBody(request))) form.set(name, String(value));
  form.set('image', image);
  if (mask !== undefined) form.set('mask', mask);
  return form;
}

/** Of a file, one that holds its bytes. */
async function addressOf(image: Blob | string): Promise<string> {
  if (typeof image === 'string') return image;
  return `data:${image.type};base64,${base64(new Uint8Array(await image.arrayBuffer()))}`;
}
