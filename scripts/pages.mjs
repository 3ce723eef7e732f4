// What a browser loads for a page with one of our parts on it, beside the same page without: an app's production build,
// packed by gzip, over the wire into Chromium. `npm run size` prints it, and `npm run bench:cold` how long that takes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ensureChromium } from './chromium.mjs';
import { root } from './install.mjs';

const around = {
  'react-query': `import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
const cache = new QueryClient();
const Around = ({ children }) => <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
const useData = () => useQuery({ queryKey: ['data'], queryFn: async () => 1 });`,
  swr: `import useSWR, { SWRConfig } from 'swr';
const Around = ({ children }) => <SWRConfig value={{}}>{children}</SWRConfig>;
const useData = () => useSWR('data', async () => 1);`,
};

const ours = (flavour, entry, name) => `import { createClient } from 'bytespike-react/client';
import { BytespikeProvider } from 'bytespike-react/provider';
import { ${name} } from 'bytespike-react/${flavour}/${entry}';
const client = createClient({ baseUrl: '/api/bytespike' });
const Within = ({ children }) => <BytespikeProvider client={client}>{children}</BytespikeProvider>;`;

/** The page of an app, which loads parts of its own later too. */
const page = (flavour, imports, part) => `${around[flavour]}
${imports}
const Page = () => {
  useData();
  return <main onCopy={() => import('./later.js')}>${part}</main>;
};
export default function Measured() {
  return <Around><Page /></Around>;
}`;

const PARTS = {
  useVideoTask: (flavour) =>
    page(
      flavour,
      `${ours(flavour, 'hooks', 'useVideoTask')}
const Video = () => {
  const video = useVideoTask({ persist: 'clip' });
  const make = () => video.generate({ model: 'veo-3.1-fast', prompt: 'a lighthouse', durationSeconds: 4 }).catch(() => {});
  return <><button onClick={make}>Make it</button><output>{video.status}</output></>;
};`,
      '<Within><Video /></Within>',
    ),
  GenerateButton: (flavour) =>
    page(
      flavour,
      `${ours(flavour, 'generate-button', 'GenerateButton')}
import 'bytespike-react/styles/generate-button.css';
const loadStyles = () => Promise.all([import('bytespike-react/styles/base.css'), import('bytespike-react/styles/generate-dialog.css')]);`,
      '<Within><GenerateButton loadStyles={loadStyles} /></Within>',
    ),
};

/** What is loaded later. */
export const LATER = 'export const later = 1;';

/** The module of a page with this part on it, or with none: its component is the default export. */
export const moduleOf = (flavour, name) => (name === undefined ? page(flavour, '', '<button>Make it</button>') : PARTS[name](flavour));

/** Until there is nothing more to wait for. */
const ENDS = {
  useVideoTask: (tab) => tab.getByText('completed').waitFor(),
  GenerateButton: (tab) => tab.getByRole('dialog').getByRole('textbox').first().waitFor(),
};

/**
 * `{ before, after }`: bytes over the page without it, before anybody does anything, and after a click, to its end.
 * `api` answers what it asks of a backend: a proxy that offers more than to pass on makes a page load more.
 */
export async function weighPages(flavour, names, api = passedOn) {
  const folder = pagesFolder();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  try {
    const bare = await loaded(browser, api, await buildPage(folder, flavour));
    const rows = {};
    for (const name of names) {
      const { before, after } = await loaded(browser, api, await buildPage(folder, flavour, name), name);
      rows[name] = { before: before - bare.before, after: after - bare.before };
    }
    return rows;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder for pages, where they find what the project has installed. */
export const pagesFolder = () => mkdtempSync(join(root, 'node_modules/.pages-'));

/** A production build of a page with this part on it, or with none; returns where it lies. */
export function buildPage(within, flavour, name) {
  return built(join(within, `${flavour} ${name ?? 'bare'}`), moduleOf(flavour, name));
}

async function built(folder, code) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/page.jsx"></script>');
  writeFileSync(join(folder, 'page.jsx'), "import { createRoot } from 'react-dom/client';\nimport Measured from './Measured.jsx';\ncreateRoot(document.getElementById('root')).render(<Measured />);");
  writeFileSync(join(folder, 'Measured.jsx'), code);
  writeFileSync(join(folder, 'later.js'), LATER);
  await build({ root: folder, configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic' } } });
  return join(folder, 'dist');
}

/** Gives out what was built, packed; what is asked of a backend `api` answers. `told` hears how long each file is. */
export function handlerOf(folder, told = (_bytes) => {}, api = passedOn) {
  const packed = new Map();
  return (request, response) => {
    const path = request.url.split('?')[0];
    if (path.startsWith('/api/')) return api(request, response);
    const bytes = packed.get(path) ?? gzipSync(readFileSync(join(folder, path === '/' ? 'index.html' : path)), { level: 9 });
    packed.set(path, bytes);
    told(bytes.length);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html', 'content-encoding': 'gzip' }).end(bytes);
  };
}

async function loaded(browser, api, folder, name) {
  let bytes = 0;
  const server = createServer(handlerOf(folder, (more) => (bytes += more), api));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const context = await browser.newContext();
  try {
    return await used(await context.newPage(), `http://127.0.0.1:${server.address().port}/`, () => bytes, name);
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Bytes that `heard` counted before anybody did anything, and after a click, to the end of what this part is for. */
export async function used(tab, url, heard, name) {
  await tab.goto(url, { waitUntil: 'networkidle' });
  await tab.getByRole('button').waitFor();
  const before = heard();
  await tab.getByRole('button').click();
  await ENDS[name]?.(tab);
  await quiet(heard);
  return { before, after: heard() };
}

const QUIET_MS = 1500;

/** Until nothing more has been asked for in a while: parts ask for others, and the page says of none that it is the last. */
async function quiet(asked) {
  for (let seen; seen !== asked(); ) {
    seen = asked();
    await new Promise((later) => setTimeout(later, QUIET_MS));
  }
}

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

/** A proxy that only passes on, and a gateway that is quick. */
function passedOn(request, response) {
  const path = request.url.split('?')[0];
  request.resume();
  if (path.includes('/stream/')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`data: ${JSON.stringify({ task_id: 'task_1', status: 'completed', credits_used: 0.4, result: { video_url: 'https://cdn.example/clip.mp4' } })}\n\n`);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(path.endsWith('/models') || path.endsWith('/pricing') ? '[]' : path.endsWith('/balance') ? '{"available_usd":5}' : '{"task_id":"task_1","status":"queued"}');
}
