import { createServer, type RequestListener } from 'node:http';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.js';

/** A server on a free port of this machine. */
export interface BenchServer {
  /** Without a slash at its end. */
  origin: string;
  /** Ends every connection, open streams included. */
  close(): Promise<void>;
}

export type Protocol = 'HTTP/1.1' | 'HTTP/2';

export async function serve(listener: RequestListener, protocol: Protocol = 'HTTP/1.1'): Promise<BenchServer> {
  const server = protocol === 'HTTP/2' ? secure(listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `${protocol === 'HTTP/2' ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** With the stream limit of most servers. Node's own requests and answers are those of HTTP/1.1 in all that is used here. */
function secure(listener: RequestListener) {
  const server = createSecureServer({ ...selfSigned(), settings: { maxConcurrentStreams: 100 } }, listener as never);
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => sessions.add(session));
  return Object.assign(server, { closeAllConnections: () => sessions.forEach((session) => session.destroy()) });
}
