// A server that speaks HTTP/2 alone, and a `fetch` that does.
import { type ClientHttp2Stream, connect, createServer, type IncomingHttpHeaders, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { NodeHandler } from 'bytespike-react/server';

export async function listeningOnHttp2(handler: NodeHandler, fail: (error: unknown) => void): Promise<{ url: string; close: () => void }> {
  const server = createServer((req, res) => void handler(req, res).catch(fail));
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => sessions.add(session));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      for (const session of sessions) session.destroy();
    },
  };
}

/** All of it over one connection, as a browser has it. */
export function http2Fetch(origin: string): { fetch: (request: Request) => Promise<Response>; close: () => void } {
  const session = connect(origin);
  return { fetch: (request) => exchange(request, (headers) => session.request(headers, { endStream: false })), close: () => session.destroy() };
}

async function exchange(request: Request, open: (headers: Record<string, string>) => ClientHttp2Stream): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const stream = open({ ...Object.fromEntries(request.headers), ':method': request.method, ':path': pathname + search });
  const leave = () => stream.close();
  request.signal.addEventListener('abort', leave, { once: true });
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error), { once: true });
    stream.once('response', (head) => resolve(answered(head, stream)));
    stream.end(body);
  });
}

function answered(head: IncomingHttpHeaders, stream: ClientHttp2Stream): Response {
  const status = Number(head[':status']);
  const headers = new Headers(Object.entries(head).flatMap(([name, value]) => (name.startsWith(':') || value === undefined ? [] : [[name, String(value)] as [string, string]])));
  const bare = [204, 205, 304].includes(status);
  if (bare) stream.resume();
  return new Response(bare ? null : (Readable.toWeb(stream) as ReadableStream<Uint8Array>), { status, headers });
}
