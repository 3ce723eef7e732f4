import type { GatewayClock } from '../base/clock.js';
import { digestOf } from '../base/digest.js';
import type { Drawing } from '../base/drawing.js';
import { hex } from '../base/random.js';
import { Refusal } from '../base/refusal.js';
import { type ClipName, clipBytes } from './clips.js';
import type { Bytes, ImageFormat, Media, Stencil } from './media.js';
import { madeOnce } from './made.js';
import { compose } from './picture.js';
import { createPageLinks } from './page-links.js';
import { serveBytes } from './serve.js';

const LIFE_MS = 24 * 60 * 60 * 1000;
/** Pictures are drawn when they are read; so many of the latest are kept. */
const KEPT = 16;

export interface Asset {
  readonly id: string;
  readonly kind: 'image' | 'video';
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  /** Where its link leads, in the absence of another: origin and base path. */
  readonly base: string;
  readonly expiresAt: number;
  /** What it was asked to show, of a picture. */
  readonly shows?: string;
  /** Of a picture that was drawn here, as what: another can be made of it. */
  readonly drawn?: Drawing;
  load(): Promise<Bytes>;
}

interface PictureOrder extends Drawing {
  format: ImageFormat;
  quality: number;
  /** What it is drawn over, and where. */
  masked?: Stencil | undefined;
}

export interface Assets {
  addPicture(order: PictureOrder, base: string): Asset;
  addClip(clip: { name: ClipName; width: number; height: number }, base: string): Asset;
  /** A clip that is made already. */
  addFilm(clip: { film: Bytes; width: number; height: number }, base: string): Asset;
  /** What is behind an address of ours, for as long as it lives; `undefined` for any other. */
  find(address: string): Promise<Bytes | undefined>;
  /** Which one of ours an address names, for as long as it lives. */
  named(address: string): Asset | undefined;
  /** What a file shows that is a picture of ours, byte by byte. */
  shownIn(file: Bytes): Drawing | undefined;
  bytes(asset: Asset): Promise<Bytes>;
  url(asset: Asset): Promise<string>;
  /** Answers `/assets/…`, which needs no key, as a pre-signed link. */
  serve(request: Request, path: string): Promise<Response>;
  dispose(): void;
}

interface AssetOptions {
  media: Media;
  clock: GatewayClock;
  seed: string;
  assetBaseUrl: string | undefined;
}

export function createAssets(options: AssetOptions): Assets {
  const { media, clock, seed } = options;
  const all = new Map<string, Asset>();
  const drawn = new Map<string, Promise<Bytes>>();
  const shown = new Map<string, Drawing>();
  const links = createPageLinks<Asset>(options.assetBaseUrl === undefined ? media.links : undefined);

  function add(facts: Omit<Asset, 'id' | 'expiresAt'>): Asset {
    const asset = { ...facts, id: hex(20, seed, 'asset', all.size), expiresAt: clock.now() + LIFE_MS };
    all.set(asset.id, asset);
    return asset;
  }

  function bytes(asset: Asset): Promise<Bytes> {
    const known = drawn.get(asset.id) ?? asset.load();
    // Taken out and put back, it is the latest.
    drawn.delete(asset.id);
    drawn.set(asset.id, known);
    known.catch(() => drawn.delete(asset.id));
    const [oldest] = drawn.keys();
    if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest);
    return known;
  }

  const query = (asset: Asset) =>
    `expires=${Math.floor(asset.expiresAt / 1000)}&signature=${hex(16, seed, 'signature', asset.id)}`;

  const isAlive = (asset: Asset, search: string) => clock.now() < asset.expiresAt && search === `?${query(asset)}`;

  const url = async (asset: Asset): Promise<string> => {
    const base = (options.assetBaseUrl ?? asset.base).replace(/\/$/, '');
    return (await links.of(asset, bytes)) ?? `${base}/assets/${asset.id}.${extension(asset.mime)}?${query(asset)}`;
  };

  const named = (address: string) => {
    const inPage = links.named(address);
    if (inPage !== undefined) return clock.now() < inPage.expiresAt ? inPage : undefined;
    const { pathname, search } = new URL(address);
    const asset = all.get(/\/assets\/([0-9a-f]+)\.\w+$/.exec(pathname)?.[1] ?? '');
    return asset && isAlive(asset, search) ? asset : undefined;
  };
  return {
    addPicture: (order, base) =>
      add({
        kind: 'image',
        mime: `image/${order.format}`,
        width: order.width,
        height: order.height,
        base,
        shows: order.prompt,
        drawn: order,
        load: () => draw(order, media, shown),
      }),
    addClip: ({ name, width, height }, base) =>
      add({ kind: 'video', mime: `video/${extension(name)}`, width, height, base, load: () => clipBytes(name) }),
    addFilm: ({ film, width, height }, base) => add({ kind: 'video', mime: 'video/webm', width, height, base, load: () => Promise.resolve(film) }),
    find: async (address) => orNothing(named(address), bytes),
    named,
    shownIn: (file) => shown.get(digestOf(file)),
    bytes,
    url,
    async serve(request, path) {
      const asset = all.get(/^\/assets\/([0-9a-f]+)\./.exec(path)?.[1] ?? '');
      if (asset === undefined) throw new Refusal({ status: 404, code: 'not_found', message: 'There is no such asset.' });
      if (!isAlive(asset, new URL(request.url).search)) {
        const message = 'This link has expired, or is not as it was signed. Links live for 24 hours: save what you keep.';
        throw new Refusal({ status: 403, code: 'permission_denied', message });
      }
      return serveBytes(request, await bytes(asset), asset.mime);
    },
    dispose() {
      links.dispose();
      drawn.clear();
      shown.clear();
    },
  };
}

/** Its bytes, and in `shown` what they show. */
async function draw(order: PictureOrder, media: Media, shown: Map<string, Drawing>): Promise<Bytes> {
  const encoded = () => media.encode(compose(order), order.format, order.quality, order.masked);
  // Of one that is drawn over another nobody can say in words what it shows.
  if (order.masked !== undefined) return encoded();
  const made = await madeOnce(media, order, encoded);
  shown.set(digestOf(made), order);
  return made;
}

function orNothing<Given, Made>(given: Given | undefined, make: (given: Given) => Made): Made | undefined {
  return given === undefined ? undefined : make(given);
}

function extension(name: string): string {
  const last = name.split(/[./]/).at(-1) ?? '';
  return last === 'jpeg' ? 'jpg' : last;
}
