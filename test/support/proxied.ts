import { createProxy, type ProxyOptions } from 'bytespike-react/server';
import type { Fault, SimulatedGateway } from 'bytespike-react/testing';
import { isStream, rechunk } from '../../src/testing/faults/rewrite.js';
import type { ManualClock } from './manual-clock.js';
import { createWay } from './way.js';

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

export function createProxied(gateway: Pick<SimulatedGateway, 'apiKey' | 'baseUrl' | 'fetch'>, clock: ManualClock, { proxy = {}, faults = [] }: ProxiedOptions): ProxiedGateway {
  const requests: ProxiedGateway['requests'] = [];
  // Held for as long as they are open: of a request that is collected, the signal hears nothing any more.
  const open = new Set<Request>();
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
    return isStream(response) ? counted(response, request) : response;
  }

  /** One chunk for each line of a frame that has an id, so that faults find the data as the gateway's own streams have it. */
  function counted(response: Response, request: Request): Response {
    const { signal } = request;
    open.add(request);
    const over = () => void open.delete(request);
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

  const way = createWay({
    base: PATH,
    clock,
    faults,
    answer(request, path, arrives) {
      const record: ProxiedGateway['requests'][number] = { method: request.method, path, at: clock.trueNow(), headers: request.headers };
      if (arrives) requests.push(record);
      return () => answer(request, record);
    },
  });

  return {
    ...way,
    baseUrl: ORIGIN + PATH,
    requests,
    get open() {
      return open.size;
    },
    restart: () => (current = create()),
  };
}
