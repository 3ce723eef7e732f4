import { onTestFinished, vi } from 'vitest';
import type { Clock } from '../../src/core/base/clock.js';
import { type Environment, pageEnvironment } from '../../src/core/base/environment.js';

/** What is held and must be given back. `most` says that there was something to give back. */
export function createHeld() {
  const kinds = ['streams', 'timers', 'listeners', 'channels', 'objectUrls', 'intervals'] as const;
  type Kind = (typeof kinds)[number];
  const now = Object.fromEntries(kinds.map((kind) => [kind, new Set()])) as Record<Kind, Set<unknown>>;
  const most = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  return {
    most,
    take(kind: Kind, thing: unknown): void {
      now[kind].add(thing);
      most[kind] = Math.max(most[kind], now[kind].size);
    },
    give: (kind: Kind, thing: unknown) => now[kind].delete(thing),
    count: (kind: Kind) => now[kind].size,
    left: () => Object.fromEntries(kinds.map((kind) => [kind, now[kind].size])),
  };
}
export type Held = ReturnType<typeof createHeld>;

/** The page's own, with every listener and channel counted. */
export function countedEnvironment(held: Held): Environment {
  const page = pageEnvironment();
  const counted = (listen: Environment['onWake']): Environment['onWake'] => (listener) => {
    const stop = listen(listener);
    held.take('listeners', stop);
    return () => {
      held.give('listeners', stop);
      stop();
    };
  };
  function openChannel(name: string): BroadcastChannel {
    const channel = new BroadcastChannel(name);
    const close = channel.close.bind(channel);
    held.take('channels', channel);
    channel.close = () => {
      held.give('channels', channel);
      close();
    };
    return channel;
  }
  return { ...page, onWake: counted(page.onWake), onOffline: counted(page.onOffline), tabs: page.tabs && { ...page.tabs, openChannel } };
}

/** The system's, with every timer counted that has neither gone off nor been called off. */
export const countedClock = (held: Held): Clock => ({
  now: () => performance.now(),
  wallNow: () => Date.now(),
  setTimeout(run: () => void, ms: number) {
    const handle = setTimeout(() => {
      held.give('timers', handle);
      run();
    }, ms);
    held.take('timers', handle);
    return handle;
  },
  clearTimeout(handle: unknown) {
    held.give('timers', handle);
    clearTimeout(handle as ReturnType<typeof setTimeout>);
  },
});

/** A stream is open until it has ended, broken or been cancelled. */
export function countedStream(held: Held, response: Response): Response {
  const reader = response.body!.getReader();
  held.take('streams', reader);
  const over = () => held.give('streams', reader);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      over();
      controller.close();
    },
    cancel(reason) {
      over();
      return reader.cancel(reason);
    },
  });
  reader.closed.then(over, over);
  return new Response(body, response);
}

/** Counts what components take from the page itself, until the result is called, and, to the end of the test, what they give back of it: addresses a second later. */
export function countPage(held: Held): () => void {
  const { createObjectURL, revokeObjectURL } = URL;
  const { setInterval, clearInterval } = globalThis;
  const revoked = vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    held.give('objectUrls', url);
    revokeObjectURL.call(URL, url);
  });
  onTestFinished(() => revoked.mockRestore());
  const spies = [
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      const url = createObjectURL.call(URL, blob);
      held.take('objectUrls', url);
      return url;
    }),
    vi.spyOn(globalThis, 'setInterval').mockImplementation(((...args: Parameters<typeof setInterval>) => {
      const handle = setInterval(...args);
      held.take('intervals', handle);
      return handle;
    }) as typeof setInterval),
    vi.spyOn(globalThis, 'clearInterval').mockImplementation((handle) => {
      held.give('intervals', handle);
      clearInterval(handle);
    }),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
