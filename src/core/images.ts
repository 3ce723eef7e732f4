import { findModel } from './catalog.js';
import type { Asset } from './asset.js';
import type { Environment } from './environment.js';
import { BytespikeError } from './errors.js';
import type { ImageRequestOf } from './narrowed-requests.js';
import { offlineError } from './offline.js';
import type { ImageRequest } from './requests.js';
import { type RetryContext, withRetry } from './retry.js';
import type { Answer, Transport } from './transport.js';
import { validateRequest } from './validate.js';
import { readImages } from './wire.js';
import { chatImageBody, imageBody } from './wire-requests.js';

/** What is edited. */
export interface ImageEditInput {
  /** PNG, JPEG or WebP. */
  image: Blob;
  /** Where it is transparent, the image may change. */
  mask?: Blob | undefined;
}

/** An image to edit, with what the result should be. */
export interface ImageEditRequest extends ImageRequest, ImageEditInput {}

export interface Images {
  /**
   * Draws images and waits for them, 4–45 s. Not idempotent on the wire: once the request may have
   * arrived it is never sent again, and a lost answer throws `outcome_unknown` with
   * `billed: 'unknown'`. Refusals that the gateway says it did not bill are retried.
   */
  generate<const Id extends string>(request: ImageRequestOf<Id>, options?: { signal?: AbortSignal }): Promise<readonly Asset[]>;
  /** The same promise over an image of the user's. */
  edit<const Id extends string>(request: ImageRequestOf<Id> & ImageEditInput, options?: { signal?: AbortSignal }): Promise<readonly Asset[]>;
}

export interface ImagesOptions extends Omit<RetryContext, 'signal'> {
  transport: Transport;
  environment: Environment;
  usdPerCredit: number;
  baseUrl: () => string;
}

/** Above the slowest answer that the reference states, so that only a dead connection runs into it. */
const SLACK_SECONDS = 45;

export function createImages(options: ImagesOptions): Images {
  const { transport } = options;

  async function run(request: ImageRequest, path: string, body: unknown, signal?: AbortSignal) {
    if (!options.environment.isOnline()) throw offlineError();
    const model = findModel(request.model);
    const limit = model?.kind === 'image' ? model.syncLimitSeconds : 45;
    const timeoutMs = (limit + SLACK_SECONDS) * 1000;
    const { clock, random } = options;
    try {
      return await withRetry(
        { clock, random, signal },
        async () => imagesOf(await transport.send({ method: 'POST', path, body, billable: true, signal, timeoutMs }), request),
        (error) => error.billed === 'no',
      );
    } catch (error) {
      throw error instanceof BytespikeError && error.billed === 'unknown' ? outcomeUnknown(error) : error;
    }
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
    });
  }

  return {
    async generate(request, { signal } = {}) {
      validateRequest(request);
      const model = findModel(request.model);
      return model?.kind === 'image' && model.endpoint === 'chat'
        ? run(request, '/v1/chat/completions', chatImageBody(request), signal)
        : run(request, '/v1/images/generations', imageBody(request), signal);
    },
    async edit(request, { signal } = {}) {
      validateRequest(request);
      return run(request, '/v1/images/edits', editForm(request), signal);
    },
  };
}

function editForm({ image, mask, ...request }: ImageEditRequest): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(imageBody(request))) form.set(name, String(value));
  form.set('image', image);
  if (mask !== undefined) form.set('mask', mask);
  return form;
}

function outcomeUnknown(cause: BytespikeError): BytespikeError {
  // Stopping is the caller's own doing and keeps its code; the money is as unknown as in the other cases.
  if (cause.code === 'aborted') return cause;
  return new BytespikeError({
    code: 'outcome_unknown',
    message:
      'The answer with the images was lost, and may have been billed. It is not sent again by itself. Generate with via: "task" to be able to find such a result again.',
    billed: 'unknown',
    requestId: cause.requestId,
    cause,
  });
}
