import { request as nodeRequest } from 'node:http';
import { connect } from 'node:net';
import { type NodeHandler, toNodeHandler } from 'bytespike-react/server';
import { afterEach } from 'vitest';
import type { Bench } from './fixture.js';
import { listen } from './upstream.js';

/** Where the proxy lies. */
export const PATH = '/api/bytespike';

/** How to start a real server with the handler behind `before`, which stands for the app's own middleware; each ends with its test. */
export function useNodeServer(bench: Bench) {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return async (handler = toNodeHandler(bench.proxy()), before?: (req: Parameters<NodeHandler>[0]) => unknown) => {
    const rejected: unknown[] = [];
    const server = await listen(async (req, res) => {
      await before?.(req);
      await handler(req, res).catch((error: unknown) => rejected.push(error));
    });
    closing.push(server.close);
    return { ...server, rejected, origin: server.url };
  };
}

export const post = (url: string, body: string | FormData, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { origin: new URL(url).origin, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}), ...headers },
  });

/** Bytes as they are, because no client would send some of these. */
export function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
}

/** Headers as they are, in chunks. */
export function send(url: string, call: { path: string; method?: string; headers: Record<string, string> | string[] }, chunks: string[] = []): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sending = nodeRequest({ hostname, port, agent: false, ...call }, (res) => {
      res.once('end', () => resolve(res.statusCode));
      res.resume();
    });
    sending.once('error', reject);
    for (const chunk of chunks) sending.write(chunk);
    sending.end();
  });
}
