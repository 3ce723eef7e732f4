// The page, its files and the proxy, on one port.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createProxy } from 'bytespike-react/server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
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

const built = new URL('dist/', import.meta.url);
const template = readFileSync(new URL('client/index.html', built), 'utf8');
const { render } = (await import(new URL('server/entry-server.js', built).href)) as typeof import('./src/entry-server.tsx');

const app = new Hono();
app.all('/api/bytespike/*', ({ req }) => proxy(req.raw));
// Small files too: a bundler makes many.
app.use(compress({ threshold: 0 }));
app.get('/', async ({ req, html }) => {
  const user = await currentUser(req.raw);
  return html(template.replace('%USER%', user?.id ?? '').replace('<!--page-->', () => render(user?.id)));
});
app.use(serveStatic({ root: 'dist/client' }));

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
