import { request as forward } from 'node:http';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { type BenchServer, serve } from './bench-server.js';

/** What was asked of the page's origin. A browser has six connections for it, and each carries one request at a time. */
export interface Traffic {
  /** Submits and reads and streams of tasks. */
  requests: number;
  /** Connections that followed tasks at one moment, at most. */
  following: number;
  /** Connections in use at one moment, at most, the submits and the unrelated included. */
  busy: number;
}

/** A page with this script in it, and behind `/api` a proxy that adds the key and does nothing else. */
export async function servePage(
  script: string,
  gateway: { origin: string; apiKey: string },
): Promise<BenchServer & { traffic: Traffic }> {
  const traffic: Traffic = { requests: 0, following: 0, busy: 0 };
  const open = { following: 0, busy: 0 };

  function enter(kind: keyof typeof open): () => void {
    open[kind]++;
    traffic[kind] = Math.max(traffic[kind], open[kind]);
    return () => open[kind]--;
  }

  const server = await serve((request, response) => {
    const path = request.url ?? '/';
    response.once('close', enter('busy'));
    if (path === '/') return void response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/page.js"></script>');
    if (path === '/page.js') return void response.setHeader('content-type', 'text/javascript').end(script);
    if (path === '/ping') return void response.end(JSON.stringify({ now: performance.timeOrigin + performance.now() }));
    if (!path.startsWith('/api/')) return void response.writeHead(404).end();
    traffic.requests++;
    if (/\/(stream|query)/.test(path)) response.once('close', enter('following'));
    const headers = { ...request.headers, authorization: `Bearer ${gateway.apiKey}` };
    const upstream = forward(gateway.origin + path.slice('/api'.length), { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    response.once('close', () => upstream.destroy());
    request.pipe(upstream);
  });
  return { ...server, traffic };
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `bench-page.ts` with the library from its source, as an app's production build would have it. */
export async function bundlePage(): Promise<string> {
  const build = await rolldown({
    input: `${root}test/support/bench-page.ts`,
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
