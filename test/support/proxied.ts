import { createProxy, type ProxyOptions } from 'bytespike-react/server';
import type { Fault, SimulatedGateway } from 'bytespike-react/testing';
import { refusalResponse } from '../../src/testing/base/refusal.js';
import { orAborted } from '../../src/testing/base/abort.js';
import { withFaults } from '../../src/testing/faults/effects.js';
import { createFaultQueue } from '../../src/testing/faults/queue.js';
import { isStream, rechunk } from '../../src/testing/faults/rewrite.js';
import type { ManualClock } from './manual-clock.js';

const ORIGIN = 'https://app.test';
const PATH = '/api/bytespike';

/** Our proxy before the simulated gateway, and the way to it with faults of its own. */
export interface ProxiedGateway {
  baseUrl: string;
  fetch(request: Request): Promise<Response>;
  inject(fault: Fault | readonly Fault[]): () => void;
  /** What arrived at the proxy, oldest first, and how it was answered. */
  requests: { method: string; path: string; at: number; headers: Headers; status?: number }[];
  /** Streams of the proxy that are open. */
  readonly open: number;
  /** Another process in its place: what it had in memory is gone. */
  restart(): void;
}

export interface ProxiedOptions {
  proxy?: Partial<ProxyOptions> | undefined;
  /** On the way between the page and the proxy. */
  faults?: readonly Fault[] | undefined;
}

export function createProxied(gateway: SimulatedGateway, clock: ManualClock, { proxy = {}, faults = [] }: ProxiedOptions): ProxiedGateway {
  const queue = createFaultQueue();
  queue.add(faults);
  const requests: ProxiedGateway['requests'] = [];
  let open = 0;
  const create = () =>
    createProxy({
      apiKey: gateway.apiKey,
      authorize: () => ({ userId: 'ann' }),
      baseUrl: gateway.baseUrl,
      fetch: gateway.fetch,
      clock,
      // Faults are what these tests are about.
      logger: { info() {}, warn() {}, error() {} },
      ...proxy,
    } as ProxyOptions);
  let current = create();

  async function answer(request: Request, record: ProxiedGateway['requests'][number]): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('sec-fetch-site', 'same-origin');
    const response = await current(new Request(request, { headers }));
    record.status = response.status;
    return isStream(response) ? counted(response, request.signal) : response;
  }

  /** One chunk for each line of a frame that has an id, so that faults find the data as the gateway's own streams have it. */
  function counted(response: Response, signal: AbortSignal): Response {
    open++;
    let isOpen = true;
    const over = () => {
      if (isOpen) open--;
      isOpen = false;
    };
    signal.addEventListener('abort', over);
    return rechunk(response, async function* (chunks) {
      try {
        for await (const chunk of chunks) {
          const text = new TextDecoder().decode(chunk);
          for (const part of text.split(/(?<=\n\n)|(?<=^id: .*\n)/m)) yield new TextEncoder().encode(part);
        }
        if (signal.aborted) throw signal.reason;
      } finally {
        over();
      }
    });
  }

  return {
    baseUrl: ORIGIN + PATH,
    requests,
    get open() {
      return open;
    },
    inject: (fault) => queue.add(Array.isArray(fault) ? fault : [fault]),
    restart: () => (current = create()),
    fetch(request) {
      const path = new URL(request.url).pathname.slice(PATH.length);
      return orAborted([request.signal], () => {
        const hits = queue.take(request, path);
        const record: ProxiedGateway['requests'][number] = { method: request.method, path, at: clock.trueNow(), headers: request.headers };
        if (!hits.some(({ kind }) => kind === 'refused')) requests.push(record);
        return withFaults(hits, {
          answer: () => answer(request, record),
          refuse: (refusal) => dated(refusalResponse(refusal), refusal.headers, clock),
          sleep: (ms) => new Promise((resolve) => clock.setTimeout(resolve, ms)),
          forever: () => orAborted([request.signal], () => new Promise<never>(() => {})),
          now: clock.trueNow,
        });
      });
    },
  };
}

/** As something before the proxy would answer: without what the proxy offers. */
function dated(response: Response, headers: Record<string, string> | undefined, clock: ManualClock): Response {
  const all = { date: new Date(clock.trueNow()).toUTCString(), ...headers };
  for (const [name, value] of Object.entries(all)) response.headers.set(name, value);
  return response;
}
