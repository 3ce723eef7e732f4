// Serves the page, the proxy it talks to and, without a key, a simulated gateway: all on one port.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Authorize, createProxy, memoryUploads, type ProxyOptions, toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway, type GatewayClock, type SimulatedGateway } from 'bytespike-react/testing';

const API = '/api/bytespike';
const SIMULATED = '/simulated';

const { BYTESPIKE_API_KEY: realKey, SIMULATED_API_KEY: simulatedKey = 'sk-simulated' } = process.env;
const speed = Number(process.env.SPEED ?? 4);
const wantedPort = Number(process.env.PORT ?? 4173);
const held = process.env.CLOCK === 'held' ? holdTime() : undefined;

const gateway = realKey
  ? undefined
  : createSimulatedGateway({
      apiKey: simulatedKey,
      speed,
      drawClips: true,
      clock: held?.clock,
      // A path alone: links to pictures then lead to whichever name of this machine the visitor typed.
      assetBaseUrl: SIMULATED,
    });

const options: ProxyOptions = gateway
  ? // The real gateway reaches no localhost: there a first frame is given by its address.
    { apiKey: simulatedKey, authorize: 'public', baseUrl: gateway.baseUrl, fetch: gateway.fetch, uploads: { store: memoryUploads() } }
  : { apiKey: realKey ?? '', authorize: thisMachineOnly() };
const proxy = createProxy({ ...options, basePath: API, expose: { balance: true, models: true, pricing: true } });

/**
 * Nobody signs in here: whoever sits at this machine is the user. A product looks up its session
 * instead, and answers 401 to a request that has none. The name is checked because a foreign page
 * can point a name of its own at this address.
 */
function thisMachineOnly(): Authorize {
  return (request) =>
    /^(localhost|127\.0\.0\.1)$/.test(new URL(request.url).hostname)
      ? { userId: 'local' }
      : new Response('Open this page as localhost.', { status: 403 });
}

/** Time of the simulated gateway that passes only when it is told to: what a test waits for cannot be over before it looks. */
function holdTime() {
  let now = Date.now();
  const timers = new Set<{ at: number; run: () => void }>();
  const clock: GatewayClock = {
    now: () => now,
    setTimeout(run, ms) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer) => void timers.delete(timer as { at: number; run: () => void }),
  };
  const pass = async (ms: number) => {
    const end = now + ms;
    const due = () => [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    for (let timer = due(); timer !== undefined; timer = due()) {
      now = Math.max(now, timer.at);
      timers.delete(timer);
      timer.run();
      // What follows from it has its turn before the next.
      await new Promise(setImmediate);
    }
    now = end;
  };
  return { clock, pass };
}

/** What only the simulation has: its pictures and clips, and for tests what it billed and how its time passes. */
async function simulated(request: Request, { fetch, baseUrl, ledger, requests }: SimulatedGateway): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  if (pathname === `${SIMULATED}/clock` && request.method === 'POST' && held) {
    await held.pass(Number(searchParams.get('seconds')) * 1000);
    return new Response(null, { status: 204 });
  }
  if (pathname === `${SIMULATED}/ledger`) {
    return Response.json({ charges: ledger.charges, balance: ledger.balance, held: ledger.held, requests });
  }
  return fetch(new Request(baseUrl + pathname.slice(SIMULATED.length) + search, request));
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Page {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** Every file of the built page, by path. Held in memory: a path that is not in here leads nowhere. */
function readPages(folder: string): Map<string, Page> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const body = new Uint8Array(readFileSync(file));
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      const headers = {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
        // `data:` is how the gateway sends a picture as base64.
        'content-security-policy': "default-src 'self'; img-src 'self' blob: data: https:; media-src 'self' blob: https:",
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      };
      return [path, { body, headers }];
    }),
  );
}

const pages = readPages(fileURLToPath(new URL('dist', import.meta.url)));

function page(request: Request): Response {
  const { pathname } = new URL(request.url);
  const found = pages.get(pathname === '/' ? '/index.html' : pathname);
  if (found === undefined) return new Response('Not found.', { status: 404 });
  const known = request.headers.get('if-none-match') === found.headers.etag;
  return new Response(known ? null : found.body, { status: known ? 304 : 200, headers: found.headers });
}

const handle = toNodeHandler(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(`${API}/`)) return proxy(request);
  if (gateway && pathname.startsWith(`${SIMULATED}/`)) return simulated(request, gateway);
  return page(request);
});

// This machine only: what is generated here costs its owner money.
const server = createServer(handle);
let port = wantedPort;
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE' || port >= wantedPort + 20) throw error;
  console.log(`Port ${port} is busy, trying ${port + 1}.`);
  server.listen(++port, '127.0.0.1');
});
server.on('listening', () => {
  const address = server.address();
  const mode = gateway
    ? `Simulated gateway, ${speed} times as fast as the real one: no key needed, nothing is billed. Set BYTESPIKE_API_KEY to use the real one.`
    : 'Real gateway: what is generated here is billed to the key in BYTESPIKE_API_KEY.';
  console.log(`${mode}\n\nStudio: http://localhost:${typeof address === 'object' ? address?.port : port}\n`);
});
server.listen(port, '127.0.0.1');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    gateway?.dispose();
    server.close();
    // Streams would otherwise hold it open.
    server.closeAllConnections();
  });
}
