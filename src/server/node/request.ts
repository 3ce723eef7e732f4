import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import { isHost } from '../base/host.js';

/** Of either protocol. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;

/** What came over the wire cannot be made into a `Request`; answered with 400. */
export class NotARequest extends Error {
  override readonly name = 'NotARequest';
}

/** The body is gone, by the server's own doing; answered with 500. */
export class BodyTaken extends Error {
  override readonly name = 'BodyTaken';
}

/** @throws NotARequest, BodyTaken */
export function toRequest(req: NodeRequest, signal: AbortSignal): Request {
  const url = urlOf(req);
  try {
    const { method = 'GET' } = req;
    const headers = headersOf(req);
    if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
    // A stream as body needs `duplex`, which the DOM's types do not know.
    const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body: bodyOf(req), duplex: 'half' };
    return new Request(url, init);
  } catch (cause) {
    if (cause instanceof BodyTaken) throw cause;
    throw new NotARequest('The request is malformed.', { cause });
  }
}

/**
 * Joined as text: resolved against a base, `//other.example/` would change the host. An absolute
 * address in the request line is refused, since this is no forward proxy.
 */
function urlOf(req: NodeRequest): string {
  const path = pathOf(req);
  const host = hostOf(req);
  const scheme = 'encrypted' in req.socket && req.socket.encrypted === true ? 'https' : 'http';
  if (host === undefined || !path.startsWith('/') || !isHost(host)) {
    throw new NotARequest('The address is malformed.');
  }
  return `${scheme}://${host}${path}`;
}

/** As it was sent. Express takes the mount off `url` and keeps the whole in `originalUrl`. */
export function pathOf(req: NodeRequest): string {
  return 'originalUrl' in req && typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '');
}

/** HTTP/2 has a field of its own for it. Who sends both has to mean the same. */
function hostOf({ headers }: NodeRequest): string | undefined {
  const { host, ':authority': authority = host } = headers;
  return typeof authority === 'string' && (host === undefined || host === authority) ? authority : undefined;
}

function headersOf(req: NodeRequest): Headers {
  const headers = new Headers();
  // Under HTTP/2 Node has joined them already.
  const fields = 'headersDistinct' in req ? req.headersDistinct : req.headers;
  for (const [name, values = []] of Object.entries(fields)) {
    if (name.startsWith(':')) continue;
    for (const value of typeof values === 'string' ? [values] : values) headers.append(name, value);
  }
  return headers;
}

function bodyOf(req: NodeRequest): ReadableStream<Uint8Array> | string | Uint8Array<ArrayBuffer> | null {
  const parsed: unknown = 'body' in req ? req.body : undefined;
  // Some parsers leave an empty object for a body that they did not read.
  if (!req.readableDidRead) return streamOf(req);
  // What was sent, as Firebase and others leave it beside what they made of it.
  const raw: unknown = 'rawBody' in req ? req.rawBody : undefined;
  const found = isBytes(raw) ? raw : parsed;
  if (typeof found === 'string') return found;
  if (isBytes(found)) return new Uint8Array(found);
  // The fields of a form are in there, and its files are not.
  if (found === undefined || isForm(req)) return leftNothing(req);
  return JSON.stringify(found);
}

/** Those of another realm too, as tests have them. */
function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}

function isForm({ headers }: NodeRequest): boolean {
  return /^\s*multipart\//i.test(headers['content-type'] ?? '');
}

function leftNothing(req: NodeRequest): null {
  const { headers } = req;
  const hadBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0 || ('stream' in req && !req.stream.endAfterHeaders);
  if (!hadBody) return null;
  throw new BodyTaken(
    'A parser before the proxy read the body and left nothing in `req.body` that can be sent. Mount the proxy before it, or hand over what came in `req.rawBody`.',
  );
}

/** Reads nothing until it is asked to: a request that is refused by its head is never taken in. */
function streamOf(req: NodeRequest): ReadableStream<Uint8Array> {
  const listeners: [name: string, listener: (chunk: Uint8Array) => void][] = [];
  let begun = false;

  function leave(): void {
    for (const [name, listener] of listeners.splice(0)) req.off(name, listener);
  }

  function begin(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const on = (name: string, listener: (chunk: Uint8Array) => void) => {
      req.on(name, listener);
      listeners.push([name, listener]);
    };
    const over = (end: () => void) => () => {
      leave();
      end();
    };
    const broken = over(() => controller.error(new Error('The body broke off.')));
    if (req.destroyed) return broken();
    on('data', (chunk) => {
      req.pause();
      controller.enqueue(new Uint8Array(chunk));
    });
    on('end', over(() => controller.close()));
    on('error', broken);
    // HTTP/2 closes without an error, before it ends what was broken off as if it were whole.
    on('close', broken);
  }

  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (!begun) begin(controller);
        begun = true;
        req.resume();
      },
      cancel() {
        // The rest is thrown away as it comes: closing here would cut off the answer that says why.
        leave();
        req.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
