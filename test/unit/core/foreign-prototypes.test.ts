// Pages on which an old library, or somebody by hand, has written into what all lists and objects have.
import { createClient, type TaskSnapshot } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../../src/core/base/json.js';
import { sniff } from '../../../src/core/base/file-type.js';
import { internals } from '../../../src/core/client/internals.js';
import { mergeSnapshots } from '../../../src/core/outcome/snapshot.js';
import { createTaskList } from '../../../src/core/places/history.js';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { hexHash } from '../../../src/core/uploads/send.js';
import { formatDate, formatNumber } from '../../../src/react/format.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const plain = JSON.stringify;

type Added = [owner: object, name: string, value: (this: never, ...given: never[]) => unknown];
/** The runner of the tests lives on the same page, and is not to find it so. */
const isOurs = () => new Error('where').stack?.split('\n').slice(2, 6).some((line) => line.includes('/src/')) === true;

/** A list of a thing with a length, and nothing else: no turning on the way, and of what is only gone through, nothing. */
const listOf = (from: ArrayLike<unknown>): unknown[] => {
  const list: unknown[] = [];
  for (let at = 0; at < (from.length || 0); at += 1) list.push(from[at]);
  return list;
};

const { from: trueFrom } = Array;
const { entries: trueEntries } = Array.prototype;
const from = (make: (item: ArrayLike<unknown>) => unknown[]) => (...given: [never]) => (isOurs() ? make(given[0]) : Reflect.apply(trueFrom, Array, given));

const PAGES: Record<string, Added[]> = {
  'Prototype.js 1.6': [
    [Array.prototype, 'toJSON', function toJSON(this: unknown[]) { return isOurs() ? `[${listOf(this).map((each) => plain(each)).join(', ')}]` : this; }],
    [Array.prototype, 'each', () => {}],
    [Array.prototype, 'entries', function entries(this: unknown[]) { return isOurs() ? listOf(this) : trueEntries.call(this); }],
    [Array, 'from', from(listOf)],
  ],
  MooTools: [[Array, 'from', from((item) => (typeof item !== 'string' && typeof item?.length === 'number' ? listOf(item) : [item]))]],
  'a toJSON of all objects, by hand': [
    [Object.prototype, 'toJSON', function toJSON(this: object) { return isOurs() ? '[object]' : this; }],
    [Object.prototype, 'extend', () => {}],
  ],
};

/** Runs it on such a page, which is as it was before anything is looked at. */
async function on<T>(page: string, run: () => T | Promise<T>): Promise<T> {
  const before = PAGES[page]!.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const);
  for (const [owner, name, value] of PAGES[page]!) Object.defineProperty(owner, name, { value, enumerable: owner !== Array, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    for (const [owner, name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, descriptor);
    }
  }
}

const value = { list: [{ a: [1, 'two', undefined, null] }], text: 'x', absent: undefined, none: null, number: 0.5 };
const PNG = Uint8Array.from('\x89PNG\r\n\x1a\n', (letter) => letter.charCodeAt(0));
const snapshot = (readAt: number): TaskSnapshot => ({ taskId: 't', status: 'completed', assets: [{ kind: 'video', url: 'https://cdn.example.com/a.mp4', readAt }], cost: { billed: 'yes', final: 1 } });

const IMAGE = '{"data":[{"url":"https://cdn.example.com/a.png"}]}';

/** Answers as a gateway writes them elsewhere; with an image to whatever is asked for. */
function visit(answers: Record<string, string> = {}) {
  const bodies: string[] = [];
  const fetch = async (request: Request) => {
    const { pathname } = new URL(request.url);
    bodies.push(await request.text());
    const answer = request.method === 'POST' ? IMAGE : answers[pathname];
    return new Response(answer ?? '{"error":{"code":"not_found","message":"There is none."}}', { status: answer === undefined ? 404 : 200, headers: { 'content-type': 'application/json' } });
  };
  const storage = createMemoryStorage();
  return { bodies, client: () => internals(createClient({ baseUrl: 'https://proxy.example.com', fetch, storage })) };
}

describe.each(Object.keys(PAGES))('on a page with %s', (page) => {
  it('a value is written as elsewhere', async () => {
    expect(await on(page, () => toJson(value))).toBe(plain(value));
  });

  it('a request with a list in it is sent as elsewhere', async () => {
    const { bodies, client } = visit();
    const request = { model: 'gpt-4o-image', prompt: 'A kite' } as const;
    const draw = () => client().images.generate(request);
    const elsewhere = await draw();
    const here = await on(page, draw);
    expect(bodies[0]).toContain('"messages":[{');
    expect(bodies[1]).toBe(bodies[0]);
    expect(here.map(({ url }) => url)).toEqual(elsewhere.map(({ url }) => url));
  });

  it('an image that was paid for is there after a reload, under a key of its own', async () => {
    const { client } = visit();
    const records = await on(page, async () => {
      const run = createImageRun(client(), { persist: 'cover' }, undefined);
      await run.generate({ model: 'gpt-4o-image', prompt: 'A kite' });
      const list = createTaskList(client(), undefined);
      list.subscribe(() => {})();
      return [...list.get()];
    });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ outTaskId: expect.stringMatching(/^bs_[0-9a-f]{32}$/), request: { prompt: 'A kite' }, snapshot: { status: 'completed', assets: [{ url: 'https://cdn.example.com/a.png' }] } });
  });

  it('a reading with a newer link takes the place of the older one', async () => {
    const [older, newer] = [snapshot(1), snapshot(2)];
    expect((await on(page, () => mergeSnapshots(older, newer))).assets).toEqual(newer.assets);
  });

  it('the balance is found in the second place that has it', async () => {
    const { client } = visit({ '/api/v1/me/account': '{"available_usd":12}' });
    expect(await on(page, () => client().balance())).toMatchObject({ available: 12 });
  });

  it('a picture is what its bytes are, and has the hash of them', async () => {
    expect(await on(page, () => sniff(PNG))).toBe('image/png');
    expect(await on(page, () => hexHash(PNG))).toBe('4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6');
  });

  it('a price is written as one, and a day as one', async () => {
    const said = () => [formatNumber(1234.5, 'en', { style: 'currency', currency: 'USD' }), formatNumber(1234.5, 'en'), formatDate(0, { locale: 'en', timeZone: 'UTC' })];
    expect(await on(page, said)).toEqual(['$1,234.50', '1,234.5', '1/1/1970']);
  });
});
