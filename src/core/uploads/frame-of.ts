import { sleep, systemClock } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';

/** A frame of a clip, as a picture. */
interface TakenFrame {
  picture: Blob;
  /** Where in the clip it is. */
  seconds: number;
}

/** @source ours: a clip that shows nothing of itself by then is taken for one that does not come */
const PATIENCE_MS = 30_000;
/** So far before its end a clip still shows its last frame; at the end itself some browsers show none. */
const BEFORE_END_SECONDS = 0.01;
/** @source ours: longer than a busy browser takes to show what it has found; a page that nobody sees shows nothing new, and waits that long */
const SHOWN_MS = 500;
/** A frame that is so near is the one that was looked for: of two frames a second, and more. */
const NEAR_SECONDS = 0.5;
const LOOK_AGAIN_MS = 20;
/** Of a clip that will be packed anew. @source ours: no difference is seen, at a fifth of the bytes */
const QUALITY = 0.95;

/**
 * One frame of the clip behind an address, in the clip's own size. It is loaded a second time, since what was
 * loaded to be looked at may not be read.
 *
 * @param at seconds from its beginning
 * @throws BytespikeError `aborted`, `network_error`, with the field `forbidden` where its server lets no page read it, and `unplayable` where it does not load or play
 */
export async function frameOf(address: string, at: number | 'last', signal?: AbortSignal): Promise<TakenFrame> {
  const film = document.createElement('video');
  Object.assign(film, { muted: true, playsInline: true, preload: 'auto', crossOrigin: 'anonymous' });
  try {
    await turned(film, 'loadeddata', () => (film.src = address), signal);
    const length = await lengthOf(film, signal);
    const moment = at === 'last' ? length : Math.min(Math.max(0, at), length);
    const seconds = Math.max(0, Math.min(moment, length - BEFORE_END_SECONDS));
    if (seconds !== film.currentTime) await sought(film, seconds, signal);
    return { picture: await drawn(film, signal), seconds };
  } catch (error) {
    if (error instanceof BytespikeError) throw error;
    throw (await plays(address, signal)) ? forbidden(error) : unplayable(error);
  } finally {
    film.removeAttribute('src');
    film.load();
  }
}

/** After `act` the film tells that it has happened, that it cannot, or nothing. */
async function turned(film: HTMLVideoElement, event: string, act: () => void, signal: AbortSignal | undefined): Promise<void> {
  let over = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`Nothing came in ${PATIENCE_MS / 1000} s.`)), PATIENCE_MS);
      const done = () => resolve();
      const failed = () => reject(film.error ?? new Error('It does not load.'));
      const left = () => reject(stopped());
      over = () => {
        clearTimeout(patience);
        film.removeEventListener(event, done);
        film.removeEventListener('error', failed);
        signal?.removeEventListener('abort', left);
      };
      film.addEventListener(event, done);
      film.addEventListener('error', failed);
      signal?.addEventListener('abort', left);
      if (signal?.aborted) return left();
      act();
    });
  } finally {
    over();
  }
}

/** A busy browser tells that it has found a moment before it shows that one, and draws what it showed before. */
async function sought(film: HTMLVideoElement, seconds: number, signal: AbortSignal | undefined): Promise<void> {
  const shown = new Promise<void>((resolve) => {
    const look = () =>
      film.requestVideoFrameCallback?.((_, { mediaTime }) => {
        if (Math.abs(mediaTime - seconds) < NEAR_SECONDS) resolve();
        else look();
      });
    look();
    // A browser that refuses to tell of frames is given the time.
  }).catch(() => new Promise<void>(() => {}));
  await turned(film, 'seeked', () => (film.currentTime = seconds), signal);
  await Promise.race([shown, sleep(systemClock, SHOWN_MS, signal)]);
  if (signal?.aborted) throw stopped();
}

/** A clip that was written as it was made may not say how long it is before its end was looked for. */
async function lengthOf(film: HTMLVideoElement, signal: AbortSignal | undefined): Promise<number> {
  if (!Number.isFinite(film.duration)) await turned(film, 'durationchange', () => (film.currentTime = Number.MAX_SAFE_INTEGER), signal);
  return Number.isFinite(film.duration) ? film.duration : film.currentTime;
}

async function drawn(film: HTMLVideoElement, signal: AbortSignal | undefined): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const { videoWidth: width, videoHeight: height } = film;
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) throw noRoom();
  const draw = () => {
    context.drawImage(film, 0, 0);
    return context.getImageData(0, 0, width, height).data.some((value, index) => index % 4 === 3 && value > 0);
  };
  const until = performance.now() + PATIENCE_MS;
  // Nothing, which is black once it is packed, would be what a clip begins with that is paid for.
  while (!draw()) {
    if (signal?.aborted) throw stopped();
    if (performance.now() > until) throw unplayable(undefined);
    await sleep(systemClock, LOOK_AGAIN_MS, signal);
  }
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (picture === null) throw noRoom();
  return picture;
}

/** Whether it is there for who only looks. */
async function plays(address: string, signal: AbortSignal | undefined): Promise<boolean> {
  const film = document.createElement('video');
  Object.assign(film, { muted: true, preload: 'metadata' });
  try {
    await turned(film, 'loadedmetadata', () => (film.src = address), signal);
    return true;
  } catch (error) {
    if (error instanceof BytespikeError) throw error;
    return false;
  } finally {
    film.removeAttribute('src');
    film.load();
  }
}

const stopped = () => new BytespikeError({ code: 'aborted', message: 'Taking the frame was stopped by its own signal.' });

const noRoom = () => new BytespikeError({ code: 'unsupported_image', message: 'This browser has no room for the frame, so none was taken. Close other pages and try again.' });

function forbidden(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'network_error',
    field: 'forbidden',
    message: 'The server of the clip lets no page read it, so no frame was taken. Lead results through the proxy (`assets` of createProxy), or let its server answer with Access-Control-Allow-Origin.',
    cause,
  });
}

function unplayable(cause: unknown): BytespikeError {
  return new BytespikeError({ code: 'network_error', field: 'unplayable', message: 'The clip does not load or play here any more, so no frame was taken. Check the connection, or renew its link.', retryable: true, cause });
}
