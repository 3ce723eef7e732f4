import type { ServerResponse } from 'node:http';
import { knownText } from './known-body.js';

/** Writes a Web response, never faster than the client reads. A client that leaves ends the response's body. */
export async function writeResponse(response: Response, res: ServerResponse): Promise<void> {
  const text = knownText(response);
  const reader = text === undefined ? response.body?.getReader() : undefined;
  if (res.destroyed) return reader?.cancel().catch(() => {});
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value);
  }
  // Cookies of the app's own refusal: the one header that must not be joined.
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);
  if (text !== undefined) res.setHeader('content-length', Buffer.byteLength(text));
  res.writeHead(response.status);
  if (reader === undefined) {
    res.end(text);
    return;
  }
  // The head goes out now: the first event of a stream may be long in coming.
  res.flushHeaders();
  const left = () => void reader.cancel().catch(() => {});
  res.once('close', left);
  // A stream that gives a client up does so while nobody reads it.
  reader.closed.catch(() => res.destroy());
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (!res.write(part.value)) await drained(res);
    }
    if (!res.destroyed) res.end();
  } catch {
    // Cut off and not ended, so that half an answer does not look whole.
    res.destroy();
  } finally {
    res.off('close', left);
  }
}

/** Settles when there is room again, or nobody to write for. */
function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done);
      res.off('close', done);
      resolve();
    };
    res.once('drain', done);
    res.once('close', done);
    if (res.destroyed) done();
  });
}
