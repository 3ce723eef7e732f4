import { createSimulatedGateway, type Fault } from 'bytespike-react/testing';
import { vi } from 'vitest';
import { createRandom } from '../support/random.js';
import type { FaultOutcome } from '../support/fault-run.js';

export interface Wish {
  model: string;
  prompt: string;
}

/** One page, until it is left. */
export interface YardstickPage {
  baseUrl: string;
  apiKey: string;
  fetch: typeof fetch;
  /** Is there after a reload. */
  storage: Map<string, string>;
}

/** What a client has to be to be tried: a module that exports these. */
export interface YardstickClient {
  /** What it makes: an image in one call, or a clip as a task. */
  kind: 'image' | 'video';
  /** Whose versions say which client it is. */
  packages: readonly string[];
  open(page: YardstickPage): {
    /** Makes one thing, and gives what it came to; rejects where it says that nothing came of it. */
    make(wish: Wish): Promise<readonly unknown[]>;
    /** After a reload: the thing that was begun before it, where the client finds it. @default it finds none */
    restore?(): Promise<readonly unknown[]> | undefined;
    /** Whether a rejection says that it may have been billed all the same. @default never */
    isUnknown?(error: unknown): boolean;
  };
}

const WISHES: Record<YardstickClient['kind'], Wish> = {
  image: { model: 'seedream-v5lite', prompt: 'tide over black rocks' },
  video: { model: 'veo-3.1-fast', prompt: 'tide over black rocks' },
};

/** How many times faster than a real gateway: of what waits for nothing there is less to wait for. */
const SPEED = 4;
/** The person gives up after so long: four times as long as the slowest clip with a fault in its way. */
const PATIENCE_MS = 10 * 60_000;
const STEP_MS = 10_000;
/** Far longer than the slowest picture takes, in real time; and how often it is looked for. */
const DRAWN_MS = 3000;
const LOOK_MS = 5;

/**
 * One person, one wish, under faults: asks once, and perhaps reloads the page at some moment. Pages that are left
 * hear of nothing any more; what they sent is on its way. Time is the test's; a picture is drawn in real time.
 */
export async function runClientUnderFaults(client: YardstickClient, { seed, faults }: { seed: number; faults: readonly Fault[] }): Promise<FaultOutcome> {
  const random = createRandom(seed);
  const realLater = setTimeout;
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  const gateway = createSimulatedGateway({ seed, faults, speed: SPEED });
  const storage = new Map<string, string>();
  let visit = 0;
  let underWay = 0;
  let ends: ({ had: boolean } | { error: unknown })[] = [];
  let page: ReturnType<YardstickClient['open']>;

  function open(): void {
    const own = ++visit;
    const ask = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      if (own !== visit) return new Promise<never>(() => {});
      underWay++;
      const response = await gateway
        .fetch(new Request(url, init))
        // In the platform's words: some clients go by them.
        .catch((cause: unknown) => Promise.reject(cause instanceof TypeError ? new TypeError('fetch failed', { cause }) : cause))
        .finally(() => underWay--);
      return own === visit ? response : new Promise<never>(() => {});
    };
    page = client.open({ baseUrl: gateway.baseUrl, apiKey: gateway.apiKey, fetch: ask, storage });
  }

  function wait(made: Promise<readonly unknown[]> | undefined): void {
    const own = visit;
    made?.then(
      (assets) => own === visit && ends.push({ had: assets.length > 0 && assets.every((asset) => typeof asset === 'string' && asset !== '') }),
      (error: unknown) => own === visit && ends.push({ error }),
    );
  }

  let drawing = DRAWN_MS;
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms && ends.length === 0; passed += STEP_MS) {
      await vi.advanceTimersByTimeAsync(Math.min(STEP_MS, ms - passed));
      // What waits for no time is drawn beside this thread, or never comes.
      for (; underWay > 0 && vi.getTimerCount() === 0 && drawing > 0; drawing -= LOOK_MS) await new Promise((later) => realLater(later, LOOK_MS));
    }
  }

  open();
  wait(page!.make(WISHES[client.kind]));
  if (random() < 0.3) {
    await pass(Math.floor((random() * 40_000) / SPEED));
    if (ends.length === 0) {
      open();
      const found = page!.restore?.();
      if (found === undefined) ends.push({ had: false });
      else wait(found);
    }
  }
  await pass(PATIENCE_MS);
  const [end] = ends;
  // What is on its way ends, and is billed, also when nobody waits for it.
  ends = [];
  visit++;
  await pass(PATIENCE_MS);
  const billed = gateway.ledger.charges.length;
  const had = end !== undefined && 'had' in end && end.had;
  const isUnknown = end !== undefined && 'error' in end && page!.isUnknown?.(end.error) === true;
  gateway.dispose();
  vi.useRealTimers();
  return {
    doubleBilled: billed > 1,
    lost: billed > 0 && !had && !isUnknown,
    stuck: end === undefined,
    duplicateCompletion: false,
    status: had ? 'completed' : isUnknown ? 'unknown' : 'failed',
  };
}
