import type { ClientOptions } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { createTaskList } from '../../../src/core/places/history.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate } from '../../support/simulation.js';

const MINUTE = 60_000;
const VIDEO = { model: 'veo-3.1-fast', prompt: 'a secret film', durationSeconds: 4 };
const IMAGE = { model: 'seedream-v5lite', prompt: 'a secret picture' } as const;

describe('on the device', () => {
  let storage: ReturnType<typeof createMemoryStorage>;
  let tab: ReturnType<typeof createMemoryStorage>;

  beforeEach(() => {
    storage = createMemoryStorage();
    vi.stubGlobal('localStorage', storage);
    openTab();
  });
  afterEach(() => vi.unstubAllGlobals());

  function openTab(): void {
    tab = createMemoryStorage();
    vi.stubGlobal('sessionStorage', tab);
  }

  /** A user who makes a clip and a picture, in places with slots. */
  async function use(options: Partial<ClientOptions>, ms = 5 * MINUTE) {
    // As a person's app has it: `simulate` keeps to memory unless it is told otherwise.
    const simulation = simulate({ client: { storage: undefined as never, ...options } });
    const { client, clock } = simulation;
    const [clip, image, list] = [createVideoRun(client, { persist: 'clip' }), createImageRun(client, { persist: 'cover' }), createTaskList(client)];
    for (const run of [clip, image, list]) onTestFinished(run.subscribe(() => {}));
    clip.submit(VIDEO).catch(() => {});
    image.generate(IMAGE).catch(() => {});
    await clock.advance(ms);
    return { ...simulation, clip, image, list };
  }

  const see = (options: Partial<ClientOptions>) => {
    const { client } = simulate({ client: { storage: undefined as never, ...options } });
    const list = createTaskList(client);
    onTestFinished(list.subscribe(() => {}));
    return list.get().map(({ request }) => request.prompt).sort();
  };

  it.each([undefined, ''])('what somebody made whom the scope %j does not name ends with the tab', async (scope) => {
    const { clip, image } = await use({ scope });
    expect([clip.get().status, image.get().status]).toEqual(['completed', 'success']);
    expect([...storage.entries]).toEqual([]);
    expect(see({ scope })).toEqual(['a secret film', 'a secret picture']);
    openTab();
    expect(see({ scope })).toEqual([]);
  });

  it('what a user made is theirs alone, and there again after a reload', async () => {
    await use({ scope: 'ann' });
    expect(see({ scope: 'ann' })).toEqual(['a secret film', 'a secret picture']);
    for (const scope of ['bob', 'an', 'ann:', undefined]) expect(see({ scope })).toEqual([]);
  });

  it('an app that names a storage gets it, with a scope or without', async () => {
    const own = createMemoryStorage();
    await use({ storage: own });
    expect(own.entries.size).toBeGreaterThan(0);
    expect([storage.entries.size, tab.entries.size]).toEqual([0, 0]);
  });

  it('a sign-out leaves nothing of the user, whenever it comes, and all of the others', async () => {
    await use({ scope: 'bob' });
    const others = [...storage.entries];
    for (const ms of [0, 10, 3000, 5 * MINUTE]) {
      const { client, clock, clip, image, list } = await use({ scope: 'ann' }, ms);
      await client.signOut();
      await clock.advance(10 * MINUTE);
      expect([...storage.entries]).toEqual(others);
      expect(list.get()).toEqual([]);
      expect([clip.get().status, image.get().status]).toEqual(['idle', 'idle']);
    }
  });

  it('a sign-out of who is not named leaves nothing to who comes next in the same tab', async () => {
    const { client, clock } = await use({});
    await client.signOut();
    await clock.advance(MINUTE);
    expect([...tab.entries]).toEqual([]);
    expect(see({})).toEqual([]);
  });
});
