import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Upstream {
  url: string;
  requests: Recorded[];
  /** How it answers; set by each test. */
  answer: (res: ServerResponse, request: Recorded) => void;
  close(): Promise<void>;
}

/** A gateway that only writes down what arrives, and answers as it is told. */
export async function startUpstream(): Promise<Upstream> {
  const upstream: Omit<Upstream, 'url' | 'close'> = { requests: [], answer: (res) => sendJson(res, 200, { ok: true }) };
  const server = await listen(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = req;
    const request = { method, url, headers, body: Buffer.concat(chunks) };
    upstream.requests.push(request);
    upstream.answer(res, request);
  });
  return Object.assign(upstream, server);
}

export function sendJson(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  res.end(JSON.stringify(body));
}

type Listener = (req: IncomingMessage, res: ServerResponse) => unknown;

/** A real server on a free port of this machine. */
export async function listen(listener: Listener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((req, res) => void listener(req, res));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
