import { createStore } from '../core/base/observable.js';
import { counted, isStream } from './news.js';
import { type Asked, readAsked } from './asked.js';

/** One request of the client, and what became of it. */
export interface Exchange extends Asked {
  id: number;
  /** Milliseconds since the epoch, by this page. */
  at: number;
  /** `open`: no answer yet, or a stream that goes on. `lost`: there was none, or it broke. `aborted`: nobody waits for it any more. */
  state: 'open' | 'answered' | 'lost' | 'aborted';
  /** Of HTTP. */
  status?: number | undefined;
  /** Milliseconds until its head came, or until it failed. */
  ms?: number | undefined;
  /** Of a stream: how many events came so far. */
  news?: number | undefined;
  /** What the platform said of an answer that was lost. */
  error?: string | undefined;
}

/** What a client asked, oldest first; of very many the latest are kept. */
export interface Traffic {
  fetch(request: Request): Promise<Response>;
  get(): readonly Exchange[];
  subscribe(listener: () => void): () => void;
  clear(): void;
}

/** Lets requests through as they are, and writes down what becomes of them. */
export function createTraffic(send: (request: Request) => Promise<Response>, most: number): Traffic {
  const log = createStore<readonly Exchange[]>([]);
  let made = 0;

  function change(id: number, next: Partial<Exchange>): void {
    log.set(log.get().map((one) => (one.id === id ? { ...one, ...next } : one)));
  }

  async function fetch(request: Request): Promise<Response> {
    made += 1;
    const id = made;
    const at = Date.now();
    const since = performance.now();
    const took = () => Math.round(performance.now() - since);
    log.set([...log.get(), { ...readAsked(request, (asked) => change(id, asked)), id, at, state: 'open' } satisfies Exchange].slice(-most));
    try {
      const response = await send(request);
      change(id, { status: response.status, ms: took(), state: isStream(response) ? 'open' : 'answered' });
      if (!isStream(response)) return response;
      let news = 0;
      return counted(response, () => change(id, { news: (news += 1) }), (error) => change(id, endOf(request, error)));
    } catch (error) {
      change(id, { ms: took(), ...endOf(request, error ?? false) });
      throw error;
    }
  }

  return { fetch, get: log.get, subscribe: log.subscribe, clear: () => log.set([]) };
}

/** How a request ended whose answer did not come, or a stream; without an error it ended by itself. */
function endOf({ signal }: Request, error: unknown): Pick<Exchange, 'state' | 'error'> {
  if (signal.aborted) return { state: 'aborted' };
  return error === undefined ? { state: 'answered' } : { state: 'lost', error: error instanceof Error ? error.message : 'No reason was given.' };
}
