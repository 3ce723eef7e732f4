import type { Bytes } from '../media/media.js';
import { addNote, stepBack } from './distort.js';
import { decode, rechunk, reframe, retext } from './rewrite.js';

/** What a browser's `fetch` throws when a connection breaks. */
export function broken(): TypeError {
  return new TypeError('The connection was reset.');
}

export function repeatStale(response: Response): Response {
  return reframe(response, (data) => [data, stepBack(data)]);
}

export function duplicate(response: Response): Response {
  return reframe(response, (data) => [data, data]);
}

/** The first frame comes as it is; then every two change places, and a last one alone keeps its own. */
export function reorder(response: Response): Response {
  return rechunk(response, async function* (chunks) {
    let first = true;
    let held: Bytes | undefined;
    for await (const chunk of chunks) {
      if (first || !/^(?:data|event):/.test(decode(chunk))) yield chunk;
      else if (held === undefined) held = chunk;
      else {
        yield chunk;
        yield held;
        held = undefined;
      }
      first = false;
    }
    if (held !== undefined) yield held;
  });
}

export function cut(response: Response, bytes: number, clean: boolean): Response {
  return rechunk(response, async function* (chunks) {
    let left = bytes;
    for await (const chunk of chunks) {
      if (left > 0) yield chunk.slice(0, left);
      left -= chunk.length;
      if (left > 0) continue;
      if (clean) return;
      throw broken();
    }
  });
}

/** `forever` is how to wait for the reader to leave. */
export function silence(response: Response, frames: number, forever: () => Promise<never>): Response {
  return rechunk(response, async function* (chunks) {
    let left = frames;
    for await (const chunk of chunks) {
      if (left > 0) yield chunk;
      left -= 1;
    }
    await forever();
  });
}

export function withBom(response: Response): Response {
  let first = true;
  return retext(response, (frame) => {
    const bom = first ? '\uFEFF' : '';
    first = false;
    return bom + frame;
  });
}

export function withNewlines(response: Response, newline: '\r' | '\r\n'): Response {
  return retext(response, (frame) => frame.replaceAll('\n', newline));
}

export function split(response: Response, bytes: number, note: string): Response {
  return rechunk(reframe(response, (data) => [addNote(data, note)]), async function* (chunks) {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += bytes) yield chunk.slice(at, at + bytes);
    }
  });
}

/** Half of the body, or the first chunk of a stream, and then a broken connection. */
export async function breakWithin(response: Response, streamed: boolean): Promise<Response> {
  const whole = streamed ? undefined : new Uint8Array(await response.arrayBuffer());
  const rest = whole === undefined ? response : new Response(whole.slice(0, Math.ceil(whole.length / 2)), response);
  return rechunk(rest, async function* (chunks) {
    for await (const chunk of chunks) {
      yield chunk;
      throw broken();
    }
    throw broken();
  });
}
