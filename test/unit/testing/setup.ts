import { createSimulatedGateway, type GatewayClock, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { onTestFinished } from 'vitest';

const START = Date.UTC(2026, 10, 2, 12);

/** A clock that stands still until it is told to move. */
export interface StillClock extends GatewayClock {
  /** Runs everything due within `ms`, each at its own time, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  readonly waiting: number;
}

export function stillClock(): StillClock {
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = START;
  let ids = 0;
  return {
    now: () => now,
    setTimeout(run, ms) {
      ids += 1;
      timers.set(ids, { at: now + ms, run });
      return ids;
    },
    clearTimeout: (handle) => void timers.delete(handle as number),
    get waiting() {
      return timers.size;
    },
    async advance(ms) {
      const target = now + ms;
      await settled();
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= target).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next[0]);
        now = next[1].at;
        next[1].run();
        await settled();
      }
      now = target;
    },
  };
}

/** Until every promise that could settle has. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface Rig {
  gateway: SimulatedGateway;
  clock: StillClock;
  request(path: string, init?: RequestInit): Request;
  get(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, init?: RequestInit): Promise<Response>;
}

/** A gateway on a still clock, and short ways to talk to it. */
export function rig(options: SimulatedGatewayOptions = {}): Rig {
  const clock = stillClock();
  const gateway = createSimulatedGateway({ clock, ...options });
  onTestFinished(() => gateway.dispose());
  const request = (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${gateway.apiKey}`, ...(init.headers as Record<string, string> | undefined) };
    return new Request(path.startsWith('http') ? path : `${gateway.baseUrl}${path}`, { ...init, headers });
  };
  const get = (path: string, init?: RequestInit) => gateway.fetch(request(path, init));
  const post = (path: string, body: unknown, init: RequestInit = {}) =>
    gateway.fetch(request(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init }));
  return { gateway, clock, request, get, post };
}

export const VIDEO = { model: 'veo-3.1-fast', prompt: 'Tide coming in', duration_seconds: 4, resolution: '720p', aspect_ratio: '16:9' };
/** 4 s at $0.04 and the fee of $0.05. */
export const VIDEO_PRICE = 0.21;
/** Longer than any task of `VIDEO` takes. */
export const VIDEO_MS = 40_000;

// oxlint-disable-next-line typescript/no-explicit-any -- what a test reads of an answer, it asserts on
export type Answer = any;
export const json = (response: Response): Promise<Answer> => response.json();

export async function submit(rig: Rig, fields: object = {}): Promise<Answer> {
  return json(await rig.post('/v1/tasks/submit', { ...VIDEO, ...fields }));
}
