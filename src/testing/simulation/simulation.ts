import { createTimers, type GatewayClock, systemClock, type Timers } from '../base/clock.js';
import { hex } from '../base/random.js';
import { type Asset, type Assets, createAssets } from '../media/assets.js';
import { clipOf } from '../media/clips.js';
import type { Bytes, Media } from '../media/media.js';
import { steer } from '../orders/steer.js';
import type { Order } from '../orders/validate.js';
import { type Billing, createBilling } from './billing.js';
import { drawFilm, type FilmOrder } from './drawn-film.js';
import { createFilmPicture, type FilmPicture } from './picture-film.js';
import type { Dialect, SimulatedGatewayOptions } from './types.js';

/** What every endpoint works on: the options, settled, and the state they share. */
export interface Simulation {
  readonly seed: string;
  readonly speed: number;
  readonly apiKey: string;
  readonly idempotency: boolean;
  readonly dialect: Dialect;
  /** Whether `/v1/embeddings` and `/v1/rerank` are there. */
  readonly exposesEmbeddings: boolean;
  readonly baseUrl: string;
  readonly clock: GatewayClock;
  readonly timers: Timers;
  readonly billing: Billing;
  readonly assets: Assets;
  readonly filmPicture: FilmPicture;
  /** Absent where clips are not drawn. */
  readonly drawClip: ((order: FilmOrder) => Promise<Bytes | undefined>) | undefined;
  /** Aborted by `dispose`. */
  readonly closed: AbortController;
  /** A new id; the nth of its kind is the same for the same seed. */
  newId(prefix: string): string;
}

export function createSimulation(options: SimulatedGatewayOptions, media: Media): Simulation {
  const seed = String(options.seed ?? 1);
  const clock = options.clock ?? systemClock;
  const counts = new Map<string, number>();
  const { speed = 1 } = options;
  const speedNow = () => positive(typeof speed === 'function' ? speed() : speed);
  speedNow();
  const assets = createAssets({ media, clock, seed, assetBaseUrl: options.assetBaseUrl });
  const closed = new AbortController();
  return {
    seed,
    get speed() {
      return speedNow();
    },
    clock,
    apiKey: options.apiKey ?? 'sk-simulated',
    idempotency: options.idempotency ?? true,
    dialect: options.dialect ?? 'b',
    exposesEmbeddings: options.embeddings ?? true,
    baseUrl: (options.baseUrl ?? 'https://gateway.test').replace(/\/$/, ''),
    timers: createTimers(clock),
    billing: createBilling({ balance: options.balance ?? 25, spendLimit: options.spendLimit ?? 100, clock }),
    assets,
    filmPicture: createFilmPicture({ media, assets, closed, fetchImage: options.fetchImage }),
    drawClip: options.drawClips ? (order) => drawFilm(media, order) : undefined,
    closed,
    newId(prefix) {
      const count = counts.get(prefix) ?? 0;
      counts.set(prefix, count + 1);
      return `${prefix}_${hex(20, seed, prefix, count)}`;
    },
  };
}

function positive(speed: number): number {
  if (!(speed > 0)) throw new RangeError(`speed is ${speed}, and must be above 0. Use 1 for the real pace, 20 for a quick test.`);
  return speed;
}

/** The clip of an order that has one of its own, from the moment that it is asked for. `id` as in `makeAssets`. */
export function filmFor(simulation: Simulation, order: Order, id: string): Promise<Bytes | undefined> | undefined {
  if (order.kind === 'image') return undefined;
  const { model, prompt, imageUrl, aspectRatio } = order.request;
  const size = clipOf(aspectRatio, 'mp4');
  if (imageUrl !== undefined) return simulation.filmPicture(imageUrl, size);
  const { clip, fail, hold } = steer(prompt);
  // Of what never completes nobody sees a clip.
  if (simulation.drawClip === undefined || clip !== undefined || fail !== undefined || hold !== undefined) return undefined;
  // What cannot be drawn is one of the clips that are there.
  return simulation.drawClip({ ...size, model, prompt, key: ownOf(simulation, order, id) }).catch(() => undefined);
}

/** What keeps its result apart from that of the same words. */
function ownOf({ seed }: Simulation, { request }: Order, id: string): string {
  return request.seed === undefined ? `${seed}/${id}` : `seed ${request.seed}`;
}

/** What an order ends in. `id` keeps apart two orders of the same prompt, unless the order has a seed of its own. `film` is a clip that is made already. */
export function makeAssets(simulation: Simulation, order: Order, id: string, base: string, film?: Bytes): readonly Asset[] {
  if (order.kind === 'video') {
    const { aspectRatio, prompt } = order.request;
    if (film !== undefined) return [simulation.assets.addFilm({ ...clipOf(aspectRatio, 'mp4'), film }, base)];
    return [simulation.assets.addClip(clipOf(aspectRatio, steer(prompt).clip ?? 'mp4'), base)];
  }
  const { request, width, height, masked } = order;
  const own = ownOf(simulation, order, id);
  return Array.from({ length: request.n }, (_, index) =>
    simulation.assets.addPicture(
      {
        prompt: request.prompt,
        key: `${own}/${order.startsFrom ?? ''}/${index}`,
        model: request.model,
        before: order.before,
        width,
        height,
        format: request.outputFormat,
        quality: request.outputCompression ?? 90,
        masked,
      },
      base,
    ),
  );
}

/** Where links of this request lead, in the absence of another address: its origin, and our base path. */
export function linkBase(simulation: Simulation, request: Request): string {
  return new URL(request.url).origin + basePath(simulation.baseUrl);
}

/** The path of an address, without a slash at its end. */
export function basePath(url: string): string {
  return new URL(url, 'https://gateway.test').pathname.replace(/\/$/, '');
}
