// The page, its files and the proxy, on one port of plain node:http.
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { currentUser } from './src/session.ts';

const proxy = createProxy({
  apiKey: process.env.BYTESPIKE_API_KEY,
  baseUrl: process.env.GATEWAY_URL,
  secret: process.env.PROXY_SECRET,
  authorize: async (request) => {
    const user = await currentUser(request);
    return user ? { userId: user.id } : new Response(null, { status: 401 });
  },
  expose: { balance: true, models: true, pricing: true },
});
const handler = toNodeHandler(proxy);

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
const built = (path: string) => fileURLToPath(new URL(`dist/${path}`, import.meta.url));
const { render } = (await import(new URL('dist/server/rendered.js', import.meta.url).href)) as typeof import('./src/rendered.tsx');

const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/bytespike/')) return handler(request, response);
  return request.url === '/' ? page(request, response) : file(request, response);
});
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});

async function page({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const user = await currentUser({ headers: new Headers({ cookie: headers.cookie ?? '' }) });
  const sheet = existsSync(built('client/main.css')) ? '<link rel="stylesheet" href="/main.css">' : '';
  packed(response, 'text/html; charset=utf-8').end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Studio</title><link rel="icon" href="data:,">${sheet}<script defer src="/main.js"></script></head>` +
      `<body><div id="root" data-user="${user?.id ?? ''}">${render(user?.id)}</div></body></html>`,
  );
}

function file({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const name = basename(url);
  const path = built(`client/${name}`);
  if (!existsSync(path)) return void response.writeHead(404).end();
  createReadStream(path).pipe(packed(response, TYPES[extname(name)] ?? 'application/octet-stream'));
}

/** Where to write what goes out by gzip, as a server before an app would send it. */
function packed(response: ServerResponse, type: string) {
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
  const gzip = createGzip({ level: 9 });
  gzip.pipe(response);
  return gzip;
}
