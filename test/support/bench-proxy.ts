import { type IncomingHttpHeaders, type IncomingMessage, request as forward, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { rolldown } from 'rolldown';
import { type BenchServer, type Protocol, serve } from './bench-server.js';

/** What was asked of the page's origin. A browser has six connections for it, and each carries one request at a time. */
export interface Traffic {
  /** Submits and reads and streams of tasks. */
  requests: number;
  /** Connections that followed tasks at one moment, at most. */
  following: number;
  /** Connections in use at one moment, at most, the submits and the unrelated included. */
  busy: number;
}

/** `pass-through` adds the key and does nothing else. */
export type BenchProxy = 'pass-through' | 'ours';

interface BenchedGateway {
  origin: string;
  apiKey: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const proxies: Record<BenchProxy, (gateway: BenchedGateway) => Handler> = { 'pass-through': passThrough, ours };
const FLOOR_FRAMES = 60;
const FLOOR_EVERY_MS = 50;

/** A page with this script in it, and a proxy behind `/api`. */
export async function servePage(script: string, gateway: BenchedGateway, proxy: BenchProxy, protocol: Protocol = 'HTTP/1.1'): Promise<BenchServer & { traffic: Traffic }> {
  const traffic: Traffic = { requests: 0, following: 0, busy: 0 };
  const open = { following: 0, busy: 0 };
  const handle = proxies[proxy](gateway);

  function enter(kind: keyof typeof open): () => void {
    open[kind]++;
    traffic[kind] = Math.max(traffic[kind], open[kind]);
    return () => open[kind]--;
  }

  const server = await serve((request, response) => {
    const path = request.url ?? '/';
    response.once('close', enter('busy'));
    if (path === '/') return send(response, 'text/html', '<!doctype html><script src="/page.js"></script>');
    if (path === '/page.js') return send(response, 'text/javascript', script);
    if (path === '/ping') return void response.end(JSON.stringify({ now: now() }));
    if (path === '/floor') return writeFloor(response);
    if (!path.startsWith('/api/')) return void response.writeHead(404).end();
    traffic.requests++;
    if (/\/(stream|query|events)/.test(path)) response.once('close', enter('following'));
    handle(request, response);
  }, protocol);
  return { ...server, traffic };
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type });
  response.end(body);
}

const now = () => performance.timeOrigin + performance.now();

/** What a timer and the loopback cost a frame of an event stream: each says when it was due, as the ends of tasks are. */
function writeFloor(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  let left = FLOOR_FRAMES;
  function plan(): void {
    const due = now() + FLOOR_EVERY_MS;
    setTimeout(() => {
      response.write(`data: ${JSON.stringify({ due, text: 'x'.repeat(300) })}\n\n`);
      if (--left > 0) plan();
      else response.end();
    }, FLOOR_EVERY_MS);
  }
  plan();
}

function passThrough({ origin, apiKey }: BenchedGateway): Handler {
  return (request, response) => {
    const headers = { ...endToEnd(request.headers), authorization: `Bearer ${apiKey}` };
    const upstream = forward(origin + (request.url ?? '').slice('/api'.length), { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      response.flushHeaders();
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    response.once('close', () => upstream.destroy());
    request.pipe(upstream);
  };
}

/** Those of the message, without those of the connection that it came by. */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':') && !['connection', 'keep-alive', 'transfer-encoding', 'host'].includes(name)));
}

function ours({ origin, apiKey }: BenchedGateway): Handler {
  const handler = toNodeHandler(createProxy({ apiKey, baseUrl: origin, basePath: '/api', authorize: () => ({ userId: 'ann' }) }));
  return (request, response) => void handler(request, response);
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A page's script with the library from its source, as an app's production build would have it. */
export async function bundlePage(page = 'bench-page'): Promise<string> {
  const build = await rolldown({
    input: `${root}test/support/${page}.ts`,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: `${root}tsconfig.json`,
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
}
