// One server in the place of three: the Storybook's registry, shadcn's own, and npm's with what is not on npm yet.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { registryFiles } from '../../.storybook/registry/plugin.js';
import { listening } from '../support/journey.js';

export interface Registries {
  url: string;
  /** Paths that were asked for. */
  asked: readonly string[];
  close(): void;
}

/** What the client asks of shadcn's registry whatever it adds: the colours for classes that nothing of ours has. */
const COLOURS = { inlineColors: { light: {}, dark: {} }, cssVars: {}, inlineColorsTemplate: '', cssVarsTemplate: '' };

/** @param npm where all other packages are had: its address is passed on, not its answers */
export async function serveRegistries(tarball: string, npm: string): Promise<Registries> {
  const files = registryFiles();
  const library = readFileSync(tarball);
  const asked: string[] = [];
  const json = (response: ServerResponse, body: string) => void response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
  const { url, close } = await listening(({ url: path = '', headers }: IncomingMessage, response: ServerResponse) => {
    asked.push(path);
    const file = files.get(path.slice(1));
    if (file !== undefined) return json(response, file);
    if (path === '/shadcn/colors/neutral.json') return json(response, JSON.stringify(COLOURS));
    if (path === '/bytespike-react') return json(response, packument(library, `http://${headers.host}`));
    if (path === '/bytespike-react.tgz') return void response.writeHead(200).end(library);
    return void response.writeHead(302, { location: new URL(path, npm).href }).end();
  });
  return { url, asked, close };
}

/** What npm says of a package of one version. */
function packument(tarball: Buffer, origin: string): string {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const dist = { tarball: `${origin}/bytespike-react.tgz`, integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}` };
  return JSON.stringify({ name: manifest.name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: { ...manifest, dist } } });
}
