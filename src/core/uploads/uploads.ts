import { type Access, asked, type Asking } from '../wire/access.js';
import { sleep } from '../base/clock.js';
import { BytespikeError, isBytespikeError, offlineError } from '../base/errors.js';
import { fieldsOf } from '../base/fields.js';
import { linked } from '../base/signals.js';
import { fieldIn, textIn } from '../wire/fields.js';
import { DIRECT_UPLOADS_OFFER, OFFERS_ONLY, UPLOADS_OFFER } from '../wire/proxy-headers.js';
import { withRetry } from '../wire/retry.js';
import type { UploadsContext } from './context.js';
import { makeReady, type PictureLimits, type ReadyPicture } from './make-ready.js';
import { createSender, hexHash } from './send.js';
import { shareUpload, type SharedUpload } from './shared-upload.js';

/** A picture that the gateway can read, for a time. */
export interface UploadedPicture {
  /** What a video starts from: the `imageUrl` of a request. */
  url: string;
  /** Its type as it was sent, which may be another than the file's. */
  type: string;
  /** Bytes, as it was sent. */
  bytes: number;
  /** Until when it can be read; milliseconds since the epoch. */
  expiresAt: number;
}

export interface UploadSettings extends Partial<PictureLimits> {
  /** Stops it. What has left is forgotten by the server after a time. */
  signal?: AbortSignal | undefined;
  /** Told how much has left, from 0 to 1. */
  onProgress?: ((part: number) => void) | undefined;
}

interface Uploads {
  upload(file: Blob, settings?: UploadSettings): Promise<UploadedPicture>;
}

/** @source ours: the longest side of what models make, twice */
const LONGEST_SIDE = 4096;
/** @source ours: half of what our proxy takes */
const MOST_BYTES = 10 * 1024 * 1024;
/** One that dies so soon is not handed out again. */
const MARGIN_MS = 5 * 60_000;
/** A browser that believes to be offline can be wrong: after this long it is tried all the same. */
const OFFLINE_MS = 30_000;

/** Pictures on their way to where the gateway can read them. */
export function createUploads(given: Omit<UploadsContext, keyof Access> & Asking): Uploads {
  const context: UploadsContext = asked(given);
  const { transport, clock, environment } = context;
  /** The same file is sent once, as long as its address lives. */
  const known = new WeakMap<Blob, { uploaded: UploadedPicture; limits: string }>();
  const underWay = new WeakMap<Blob, { upload: SharedUpload<UploadedPicture>; limits: string }>();
  const send = createSender(context);

  async function offer(signal: AbortSignal | undefined): Promise<'direct' | 'proxied'> {
    if (transport.offers() === undefined) await look(signal);
    const words = (transport.offers() ?? '').split(/,\s*/);
    if (words.includes(DIRECT_UPLOADS_OFFER)) return 'direct';
    if (words.includes(UPLOADS_OFFER)) return 'proxied';
    throw new BytespikeError({
      code: 'invalid_config',
      message: 'The proxy has no place for pictures, so nothing was sent. Give `createProxy` of bytespike-react/server its option `uploads`, or put the picture somewhere yourself.',
    });
  }

  /** A free read, for the headers of its answer. */
  async function look(signal: AbortSignal | undefined): Promise<void> {
    await transport.send({ method: 'GET', path: `/v1/tasks/query?${OFFERS_ONLY}&out_task_id=${context.createId()}`, signal }).catch((error: unknown) => {
      if (!isBytespikeError(error) || error.retryable || error.code === 'aborted') throw error;
    });
  }

  async function keyOf(picture: ReadyPicture): Promise<string> {
    const hash = await hexHash(picture.bytes);
    // On a page that is not served securely there is no hash, and after a reload it is another upload.
    return hash === undefined ? context.createId() : `up_${hash}`;
  }

  async function sendNew(file: Blob, size: PictureLimits, { signal, onProgress }: { signal: AbortSignal; onProgress: (part: number) => void }): Promise<UploadedPicture> {
    const picture = await ready(file, size);
    // The key is the picture's: tried again, by this page or after a reload, it is the same upload.
    const key = await keyOf(picture);
    let tries = 0;
    const attempt = async () => {
      if (signal.aborted) throw stopped();
      if (!environment.isOnline()) {
        if (tries === 0) throw offlineError();
        await backOnline(context, signal);
      }
      tries++;
      const way = await offer(signal);
      return read(await send(way, picture, { key, signal, onProgress }), picture);
    };
    const uploaded = await withRetry({ ...context, signal }, attempt);
    onProgress(1);
    return uploaded;
  }

  return {
    async upload(file, { maxSide = LONGEST_SIDE, maxBytes = MOST_BYTES, ...asked } = {}) {
      const limits = `${maxSide} ${maxBytes}`;
      const before = known.get(file);
      if (before?.limits === limits && before.uploaded.expiresAt - MARGIN_MS > clock.wallNow()) return before.uploaded;
      const begun = underWay.get(file);
      if (begun?.limits === limits && begun.upload.isGoing()) return begun.upload.join(asked, stopped);
      const upload: SharedUpload<UploadedPicture> = shareUpload(async (settings) => {
        try {
          const uploaded = await sendNew(file, { maxSide, maxBytes }, settings);
          known.set(file, { uploaded, limits });
          return uploaded;
        } finally {
          if (underWay.get(file)?.upload === upload) underWay.delete(file);
        }
      });
      underWay.set(file, { upload, limits });
      return upload.join(asked, stopped);
    },
  };
}

async function ready(file: Blob, limits: PictureLimits): Promise<ReadyPicture> {
  try {
    return await makeReady(file, limits);
  } catch (cause) {
    if (isBytespikeError(cause)) throw cause;
    throw new BytespikeError({ code: 'unsupported_image', message: 'The picture could not be made ready, so nothing was sent. Choose another one.', cause });
  }
}

function read(body: unknown, { type, bytes }: ReadyPicture): UploadedPicture {
  const fields = fieldsOf(body);
  const url = textIn(fields, 'url');
  const expiresAt = Date.parse(textIn(fields, 'expires_at') ?? '');
  if (url === undefined) throw new BytespikeError({ code: 'invalid_response', message: 'The picture was taken, and its address is not in the answer. Check the proxy.' });
  const size = fieldIn(fields, 'bytes');
  return { url, type, bytes: typeof size === 'number' ? size : bytes.length, expiresAt: Number.isNaN(expiresAt) ? 0 : expiresAt };
}

async function backOnline({ environment, clock }: UploadsContext, signal: AbortSignal | undefined): Promise<void> {
  const over = linked(signal);
  const unwake = environment.onWake(() => environment.isOnline() && over.abort());
  await sleep(clock, OFFLINE_MS, over.signal);
  over.abort();
  unwake();
}

function stopped(): BytespikeError {
  return new BytespikeError({ code: 'aborted', message: 'The upload was stopped by its own signal.' });
}
