import { type Asset, type BytespikeError, createClient } from 'bytespike-react';
import { createBatch } from '../../src/core/batch/batch.js';
import type { BatchRun } from '../../src/core/batch/states.js';
import { asked } from '../../src/core/wire/access.js';
import { type ClientInternals, internals } from '../../src/core/client/internals.js';
import { createConversation } from '../../src/core/conversation/conversation.js';
import type { ConversationOptions, ConversationRun } from '../../src/core/conversation/states.js';
import { createImageRun } from '../../src/core/places/image-run.js';
import type { Clock } from '../../src/core/base/clock.js';
import { createTaskList, type TaskList } from '../../src/core/places/history.js';
import type { ImageRun, ImageRunOptions } from '../../src/core/places/runs.js';
import { taskStore } from '../../src/core/records/task-store.js';
import { createManualLocks } from './manual-locks.js';
import { createMemoryStorage } from './memory-storage.js';
import { simulate, type Simulation, type SimulationOptions } from './simulation.js';

/** A page of the app, with one slot for images and the history. */
export interface ImagePage {
  client: ClientInternals;
  /** Mounts the slot anew: what another component, or the same one later, shows. */
  mount(): ImageRun;
  run: ImageRun;
  /** Mounts a conversation. */
  talk(options?: Partial<ConversationOptions>): ConversationRun;
  /** Mounts a batch. */
  batch(persist?: string): Promise<BatchRun>;
  list: TaskList;
  /** Hears of what other pages have written: here storage tells nobody. */
  hear(): void;
  /** Nothing of it goes on, and what is on its way to it never comes. */
  close(): void;
}

export interface ImagePages extends Simulation {
  storage: ReturnType<typeof createMemoryStorage>;
  /** What was said in conversations, as it left a page. */
  bodies: unknown[];
  open(options?: { hasLocks?: boolean; slot?: ImageRunOptions }): ImagePage;
}

/** Pages of one browser before the simulated gateway, each with a life of its own. */
export function imagePages(options: SimulationOptions = {}): ImagePages {
  const simulation = simulate(options);
  const { clock, gateway, page: environment, proxied } = simulation;
  const server = options.proxied === undefined ? gateway : proxied;
  const storage = createMemoryStorage();
  const browser = createManualLocks();
  const bodies: unknown[] = [];

  function open({ hasLocks = true, slot = { persist: 'cover' } }: Parameters<ImagePages['open']>[0] = {}): ImagePage {
    let isOpen = true;
    const tab = browser.page();
    const mortal: Clock = {
      ...clock,
      now: clock.now,
      wallNow: clock.wallNow,
      setTimeout: (run, ms) => clock.setTimeout(() => isOpen && run(), ms),
      clearTimeout: clock.clearTimeout,
    };
    const client = internals(createClient({
      baseUrl: server.baseUrl,
      async fetch(request) {
        if (!isOpen) return new Promise<Response>(() => {});
        if (request.url.endsWith('/v1/chat/completions')) bodies.push(await request.clone().json());
        const answer = await server.fetch(request).catch((error: unknown) => (isOpen ? Promise.reject(error) : new Promise<Response>(() => {})));
        return isOpen ? answer : new Promise<Response>(() => {});
      },
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      clock: mortal,
      random: () => 0.5,
      environment,
      storage,
      ...options.client,
    }));
    const locks = hasLocks ? tab.locks : undefined;
    const mount = () => {
      const run = createImageRun(client, slot, locks);
      run.subscribe(() => {});
      run.start();
      return run;
    };
    return {
      client,
      mount,
      run: mount(),
      talk(options) {
        const run = createConversation(client, { persist: 'talk', ...options }, locks);
        run.subscribe(() => {});
        run.start();
        return run;
      },
      async batch(persist = 'shots') {
        const shared = await client.asking(async () => undefined, (_, given) => asked(given)).load();
        const run = createBatch(client, shared, persist, locks);
        run.subscribe(() => {});
        run.start();
        return run;
      },
      list: createTaskList(client, locks),
      hear: () => taskStore(client).remove('none'),
      close() {
        isOpen = false;
        tab.close();
      },
    };
  }

  return { ...simulation, storage, bodies, open };
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const IMAGE = { model: 'seedream-v5lite', prompt: 'tide' } as const;

/** Before a proxy that keeps answers. */
export const behindOurs = (): ImagePages => imagePages({ proxied: {} });
/** Before one that only passes on. */
export const passedOn = (): ImagePages => imagePages();

/** One wish to its end, whatever that is. */
export const ask = ({ run }: ImagePage, prompt: string = IMAGE.prompt): Promise<readonly Asset[] | BytespikeError> =>
  run.generate({ ...IMAGE, prompt }).catch((error: BytespikeError) => error);

/** What reached the gateway. */
export const sent = ({ gateway }: ImagePages) => gateway.requests.filter(({ path }) => path.startsWith('/v1/images'));

/** As it is written down: what is absent is not named. */
export const written = (images: unknown): unknown => JSON.parse(JSON.stringify(images));

/** Whether each image that was asked for was to be given only if it was kept. */
export const replays = ({ proxied }: ImagePages) => proxied.requests.filter(({ path }) => path.startsWith('/v1/images')).map(({ headers }) => headers.get('x-bytespike-replay'));

/** Asks, lets `ms` pass, and closes the page. */
export async function leftAfter(pages: ImagePages, ms: number, prompt?: string): Promise<void> {
  const page = pages.open();
  void ask(page, prompt);
  await pages.clock.advance(ms);
  page.close();
}
