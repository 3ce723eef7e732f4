import type { GatewayClock } from '../base/clock.js';
import type { Fault } from '../faults/faults.js';

/**
 * Which shape a task is read in: `a` the tasks reference (`output[]`, `credits_used`), `b` the
 * models' pages (`result.video_url`, `credits`), `c` the shortest (`status`, `result_url`).
 * A submit is understood both flat and under `params`, whatever this says.
 */
export type Dialect = 'a' | 'b' | 'c';

export interface SimulatedGatewayOptions {
  /** Ids, waits and pictures follow from it: equal seeds and requests give equal answers. @default 1 */
  seed?: string | number | undefined;
  /** How many times faster than the real gateway; as a function it is asked anew for each generation. @default 1 */
  speed?: number | (() => number) | undefined;
  /** The one key that is let in, as `Authorization: Bearer` or `x-api-key`. @default 'sk-simulated' */
  apiKey?: string | undefined;
  /** USD in the wallet. @default 25 */
  balance?: number | undefined;
  /** USD that may be spent in five hours before 429 is answered. @default 100 */
  spendLimit?: number | undefined;
  /** Whether `out_task_id` is understood; without it, the field is ignored wholly. @default true */
  idempotency?: boolean | undefined;
  /** What shall go wrong, in this order: see `faultKinds`. */
  faults?: readonly Fault[] | undefined;
  /**
   * Whether `/v1/embeddings` and `/v1/rerank` are there. One edition of the reference has them, the other says that they
   * are not exposed: `false` answers 404.
   * @default true
   */
  embeddings?: boolean | undefined;
  /** @default 'b' */
  dialect?: Dialect | undefined;
  /** @default the system's */
  clock?: GatewayClock | undefined;
  /** Where it pretends to live; only its path matters. @default 'https://gateway.test' */
  baseUrl?: string | undefined;
  /**
   * Where links to images and videos point: an address, or a path alone. `/assets/…` is appended,
   * and must lead back to `fetch`, with or without this before it.
   * @default the origin of the request that created them; in a page, `blob:` links
   */
  assetBaseUrl?: string | undefined;
  /**
   * Whether a clip shows what its prompt says, as a WebM in which the camera moves; it takes what drawing some thirty
   * pictures takes, and in Node `sharp`. Otherwise, and where none can be drawn, it is one of four that are there.
   * @default false
   */
  drawClips?: boolean | undefined;
  /** Reads the pictures that clips begin with (`image_url`), where they are not its own. @default the platform's */
  fetchImage?: ((address: string, init: RequestInit) => Promise<Response>) | undefined;
}

/** One thing that was paid for. */
export interface Charge {
  id: string;
  model: string;
  /** USD, at most six decimals. */
  amount: number;
  outTaskId?: string;
  /** Milliseconds since the epoch, by the gateway's clock. */
  at: number;
}

export interface Ledger {
  /** Oldest first. Failed requests and tasks never appear. */
  readonly charges: readonly Charge[];
  /** USD in the wallet: what it started with less the charges. */
  readonly balance: number;
  /** USD set aside for tasks that have not ended. */
  readonly held: number;
}

/** One request that arrived, whatever became of it. */
export interface RequestRecord {
  method: string;
  /** Without the base path and the query. */
  path: string;
  /** Milliseconds since the epoch, by the gateway's clock. */
  at: number;
}

export interface SimulatedGateway {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Answers as the gateway would. Rejects as `fetch` does: on abort, and after `dispose`. */
  fetch(request: Request): Promise<Response>;
  readonly ledger: Ledger;
  /** Oldest first. */
  readonly requests: readonly RequestRecord[];
  /**
   * Adds faults behind those that are waiting. Returns how to take them back.
   * @throws TypeError for a kind that does not exist
   */
  inject(fault: Fault | readonly Fault[]): () => void;
  /** Ends every wait and stream, and, ten seconds later, the links it made in a page: what reads them then is not cut off. */
  dispose(): void;
}
