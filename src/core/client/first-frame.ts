import { BytespikeError, isBytespikeError } from '../base/errors.js';
import type { GenerationParent } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import { lifeLeft } from '../outcome/link-life.js';
import { parentOf } from '../records/parent-of.js';
import { taskStore } from '../records/task-store.js';
import { frameOf } from '../uploads/frame-of.js';
import { isPublic } from '../uploads/is-public.js';
import { readImage } from '../uploads/read-image.js';
import { UPLOADS_OFFER } from '../wire/proxy-headers.js';
import type { ClientInternals } from './internals.js';

/** What a clip begins with: `{ ...firstFrame }` is a part of its request. */
export interface FirstFrame {
  /** Where the gateway can read it. */
  imageUrl: string;
  /** What result it is of, where that is in the history of this device. */
  parent?: GenerationParent | undefined;
}

export interface FirstFrameSettings {
  /** Of a clip, which frame: the last one, or that at so many seconds. @default 'last' */
  at?: number | 'last' | undefined;
  signal?: AbortSignal | undefined;
  /** Told how much has left, from 0 to 1. */
  onProgress?: ((part: number) => void) | undefined;
}

/** A picture or a frame that is not anywhere yet. */
interface Taken {
  picture: Blob;
  seconds?: number;
}

/**
 * The first frame of the next clip, of a result or of a file. It is put where the proxy offers a
 * place for it; where none is offered, a picture's own address will do, if it is a link that others
 * can read and that lives.
 *
 * @throws BytespikeError `invalid_config` where there is no place and no such address, and whatever reading or uploading fails by
 */
export async function firstFrameOf(client: ClientInternals, source: Asset | Blob, settings: FirstFrameSettings = {}): Promise<FirstFrame> {
  if (!('url' in source)) return { imageUrl: (await client.upload(source, settings)).url };
  const parent = parentOf(client, source);
  const named = (imageUrl: string, seconds?: number): FirstFrame => ({
    imageUrl,
    ...(parent && { parent: seconds === undefined ? parent : { ...parent, seconds } }),
  });
  const own = source.kind === 'image' && isPublic(source.url) && lifeLeft(source, client.serverNow()) > 0;
  if (own && client.offers()?.includes(UPLOADS_OFFER) === false) return named(source.url);
  let frame: Taken;
  try {
    frame = await taken(client, source, parent, settings);
  } catch (error) {
    if (settings.signal?.aborted) throw error;
    // What this page may not read, the gateway may.
    if (own) return named(source.url);
    throw lifeLeft(source, client.serverNow()) <= 0 ? expired(error) : isBytespikeError(error) ? error : unreadable(error);
  }
  try {
    return named((await client.upload(frame.picture, settings)).url, frame.seconds);
  } catch (error) {
    if (own && isBytespikeError(error) && error.code === 'invalid_config') return named(source.url);
    throw error;
  }
}

/** Read from where it is; where that fails, from where it is by now: behind the proxy, say, or under a link that lives. */
async function taken(client: ClientInternals, source: Asset, parent: GenerationParent | undefined, settings: FirstFrameSettings): Promise<Taken> {
  try {
    return await read(source, settings);
  } catch (error) {
    const taskId = parent && taskStore(client).get(parent.outTaskId)?.taskId;
    if (taskId === undefined || settings.signal?.aborted) throw error;
    const latest = await client.tasks.query({ taskId }).catch(() => undefined);
    const url = latest?.assets[parent?.index ?? 0]?.url ?? source.url;
    if (url === source.url) throw error;
    return read({ ...source, url }, settings);
  }
}

async function read({ kind, url }: Asset, { at = 'last', signal }: FirstFrameSettings): Promise<Taken> {
  return kind === 'video' ? frameOf(url, at, signal) : { picture: await readImage(url) };
}

function expired(cause: unknown): BytespikeError {
  return new BytespikeError({ code: 'not_found', message: 'The link of this result has expired, so no frame was taken. Generate it again, or begin with a copy of it.', cause });
}

function unreadable(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'network_error',
    field: 'forbidden',
    message: 'The picture cannot be read by this page, so nothing was sent. Lead results through the proxy (`assets` of createProxy), or let its server answer with Access-Control-Allow-Origin.',
    cause,
  });
}
