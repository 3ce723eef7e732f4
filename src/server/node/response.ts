import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import { knownText } from '../base/text-response.js';

/** Of either protocol. */
export type NodeResponse = ServerResponse | Http2ServerResponse;

/** What HTTP/2 forbids in an answer: there a connection is nobody's own. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'transfer-encoding', 'upgrade', 'http2-settings']);
const INTERNAL_ERROR = 2;

/** Writes a Web response, never faster than the client reads. A client that leaves ends the response's body. */
export async function writeResponse(response: Response, to: NodeResponse): Promise<void> {
  // That of HTTP/2 has the same methods, which its types say in another way.
  const res = to as ServerResponse;
  const text = knownText(response);
  const reader = text === undefined ? response.body?.getReader() : undefined;
  if (isGone(to)) return reader?.cancel().catch(() => {});
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie' || ('stream' in to && OF_THE_CONNECTION.has(name))) continue;
    res.setHeader(name, value);
  }
  // Cookies of the app's own refusal: the one header that must not be joined.
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);
  if (text !== undefined) res.setHeader('content-length', Buffer.byteLength(text));
  if (response.status === TOO_SLOW) giveUp(to);
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
  reader.closed.catch(() => cutOff(to));
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (!res.write(part.value)) await drained(to);
    }
    if (!isGone(to)) res.end();
  } catch {
    // Cut off and not ended, so that half an answer does not look whole.
    cutOff(to);
  } finally {
    res.off('close', left);
  }
}

/** Nobody is left to write for. The response of HTTP/2 does not know it itself. */
export function isGone(res: NodeResponse): boolean {
  return 'stream' in res ? res.stream.destroyed : res.destroyed;
}

/** Ended so that the client cannot take it for whole. */
export function cutOff(res: NodeResponse): void {
  if ('stream' in res) res.stream.close(INTERNAL_ERROR);
  else res.destroy();
}

const TOO_SLOW = 408;

/** What is left of the body is waited for no longer than the answer takes to go out. */
function giveUp(res: NodeResponse): void {
  if ('stream' in res) res.stream.once('finish', () => res.stream.close());
  else res.setHeader('connection', 'close');
}

/** Settles when there is room again, or nobody to write for. */
function drained(res: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done);
      res.off('close', done);
      resolve();
    };
    res.once('drain', done);
    res.once('close', done);
    if (isGone(res)) done();
  });
}
