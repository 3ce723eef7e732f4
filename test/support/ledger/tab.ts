import { createClient } from 'bytespike-react';
import { type ClientInternals, internals } from '../../../src/core/client/internals.js';
import type { Generation } from '../../../src/components/generation.js';
import type { Clock } from '../../../src/core/base/clock.js';
import { createImageEditRun, createImageRun } from '../../../src/core/places/image-run.js';
import { createTaskList } from '../../../src/core/places/history.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { denials } from '../denied.js';
import { createScreen, type Read } from './screen.js';
import type { World } from './world.js';

/** A page of the app: three slots, one for edits, and the history. */
export interface Tab {
  client: ClientInternals;
  cover: ReturnType<typeof createImageRun>;
  poster: ReturnType<typeof createImageRun>;
  retouch: ReturnType<typeof createImageEditRun>;
  clip: ReturnType<typeof createVideoRun>;
  list: ReturnType<typeof createTaskList>;
  /** The key that was made while it was asked for; empty where none was. */
  keyOf(ask: () => void): string;
  /** What it shows by now. */
  read(): Read;
  slots(): ReadonlyMap<string, Generation>;
  /** Whether it has said that it cannot remember. */
  readonly isForgetful: boolean;
  /** Nothing of it goes on; what is on its way to it never comes. `cuts`: whether its connections break. */
  close(cuts: boolean): void;
}

const never = () => new Promise<Response>(() => {});

export function openTab({ facts, clock, page, browser, storage, server, random, gateway }: World): Tab {
  let isOpen = true;
  let isForgetful = facts.storage === 'none';
  const gone = new AbortController();
  const own = browser.page();
  const tabs = facts.denied === undefined ? own.tabs : denials[facts.denied]!.tabs;
  const mortal: Clock = {
    now: clock.now,
    wallNow: clock.wallNow,
    setTimeout: (run, ms) => clock.setTimeout(() => isOpen && run(), ms),
    clearTimeout: clock.clearTimeout,
  };
  let made = '';
  const connected = internals(createClient({
    baseUrl: server.baseUrl,
    async fetch(request) {
      if (!isOpen) return never();
      const answer = await server.fetch(new Request(request, { signal: AbortSignal.any([request.signal, gone.signal]) })).catch((error: unknown) => (isOpen ? Promise.reject(error) : never()));
      return isOpen ? answer : never();
    },
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    clock: mortal,
    random,
    environment: { ...page, isOnline: page.isOnline, isHidden: page.isHidden, tabs },
    storage: facts.storage === 'none' ? null : storage.of(() => isOpen),
    scope: 'ann',
    usdPerCredit: facts.usdPerCredit,
    onStorageError: () => (isForgetful = true),
  }));
  const client: ClientInternals = { ...connected, createId: () => (made = connected.createId()) };
  const { locks } = tabs;
  const cover = createImageRun(client, { persist: 'cover' }, locks);
  const poster = createImageRun(client, { persist: 'poster', via: 'task' }, locks);
  const retouch = createImageEditRun(client, {}, locks);
  const clip = createVideoRun(client, { persist: 'clip' });
  const list = createTaskList(client, locks);
  const leaves = [cover, poster, retouch, clip, list].map((run) => run.subscribe(() => {}));
  for (const run of [cover, poster, retouch, clip]) run.start();
  // As `useModels` reads it; what fails says nothing.
  if (facts.rates !== 1) client.pricing().catch(() => {});
  const screen = createScreen();
  const slots = (): ReadonlyMap<string, Generation> =>
    new Map<string, Generation>([
      ['cover', { ...cover.get(), cancel: cover.cancel }],
      ['poster', { ...poster.get(), cancel: poster.cancel }],
      ['retouch', { ...retouch.get(), cancel: retouch.cancel }],
      ['clip', { ...clip.get(), check: clip.check, cancel: clip.cancel }],
    ]);
  return {
    client,
    cover,
    poster,
    retouch,
    clip,
    list,
    slots,
    keyOf(ask) {
      made = '';
      ask();
      return made;
    },
    read: () => screen.show({ slots: slots(), records: list.get() }),
    get isForgetful() {
      return isForgetful;
    },
    close(cuts) {
      isOpen = false;
      if (cuts) gone.abort(new DOMException('The page is gone.', 'AbortError'));
      own.close();
      // Its listeners would be heard by nobody.
      for (const leave of leaves) leave();
      screen.close();
    },
  };
}
