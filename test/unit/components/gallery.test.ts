import type { TaskRecord } from 'bytespike-react';
import { catalog } from 'bytespike-react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { formatWhen } from '../../../src/components/asset-gallery/figures.js';
import { matching, modelsOf } from '../../../src/components/asset-gallery/filter.js';
import { absenceOf, kindOf, modelNames, priceOf, statusOf } from '../../../src/components/asset-gallery/item.js';
import { lengthOf } from '../../../src/core/outcome/length.js';
import { destination, type Position } from '../../../src/components/asset-gallery/navigation.js';
import { saveAll } from '../../../src/components/asset-gallery/saving/save-all.js';
import { itemsOf, type SaveProgress } from '../../../src/components/asset-gallery/saving/save-items.js';
import type { GalleryWords } from '../../../src/components/asset-gallery/words.js';
import { english } from '../../../src/react/words/english.js';

const words: GalleryWords = { locale: 'en', messages: english };
const models = modelNames(catalog);
const opened = 1_000_000;

type Submitted = Extract<TaskRecord, { via?: undefined }>;
type Drawn = Extract<TaskRecord, { via: 'sync' }>;

function drawn(snapshot: Partial<Drawn['snapshot']>): Drawn {
  return { version: 1, via: 'sync', outTaskId: 'drawn', request: { model: 'house-model', prompt: 'A kettle' }, createdAt: 0, snapshot: { status: 'running', assets: [], cost: { billed: 'no' }, ...snapshot } };
}

function record(key: string, given: Partial<Submitted['snapshot']> | undefined, request: Partial<Submitted['request']> = {}): Submitted {
  return {
    version: 1,
    outTaskId: key,
    request: { model: 'gpt-image-2', prompt: 'A kettle', ...request },
    createdAt: 990_000,
    ...(given && { snapshot: { taskId: key, status: 'completed', assets: [], cost: { billed: 'no' }, ...given } }),
  };
}

const HERE = { locale: 'en', timeZone: undefined };

describe('a key leads', () => {
  // 0 1 2 3 / 4 5 6 7 / 8 9
  const at: Position = { index: 5, count: 10, columns: 4, rows: 2, rightToLeft: false, far: false };
  test.each<[string, Partial<Position>, number | undefined]>([
    ['ArrowRight', {}, 6],
    ['ArrowRight', { index: 9 }, 9],
    ['ArrowRight', { rightToLeft: true }, 4],
    ['ArrowLeft', {}, 4],
    ['ArrowLeft', { index: 0 }, 0],
    ['ArrowLeft', { rightToLeft: true }, 6],
    ['ArrowUp', {}, 1],
    ['ArrowUp', { index: 1 }, 1],
    ['ArrowDown', {}, 9],
    ['ArrowDown', { index: 7 }, 9],
    ['ArrowDown', { index: 9 }, 9],
    ['Home', {}, 4],
    ['End', {}, 7],
    ['End', { index: 8 }, 9],
    ['Home', { far: true }, 0],
    ['End', { far: true }, 9],
    ['PageDown', { index: 1 }, 9],
    ['PageUp', { index: 9 }, 1],
    ['ArrowLeft', { far: true }, undefined],
    ['x', {}, undefined],
  ])('%s %o', (key, given, index) => {
    expect(destination(key, { ...at, ...given })).toBe(index);
  });
});

describe('the filter', () => {
  const film = record('film', { status: 'running' }, { model: 'veo-3.1', prompt: 'Écume on BLACK rocks' });
  const image = record('image', { assets: [{ kind: 'image', url: 'https://a/b.png' }] });
  const open = record('open', { status: 'failed' }, { model: 'house-model', prompt: 'ｋｅｔｔｌｅ' });
  const lost = record('lost', undefined);
  const all = [film, image, open, { ...lost, createdAt: 1 }];
  const keys = (filter: Parameters<typeof matching>[1]) => matching(all, filter, { models, opened }).map(({ outTaskId }) => outTaskId);

  test.each([
    [{}, ['film', 'image', 'open', 'lost']],
    [{ kind: 'video' as const }, ['film']],
    [{ kind: 'image' as const }, ['image', 'open', 'lost']],
    [{ status: 'active' as const }, ['film']],
    [{ status: 'failed' as const }, ['open']],
    [{ status: 'unknown' as const }, ['lost']],
    [{ model: 'house-model' }, ['open']],
    [{ search: 'rocks  ecume' }, ['film']],
    [{ search: 'kettle' }, ['image', 'open', 'lost']],
    [{ search: 'kettle', status: 'completed' as const }, ['image']],
    [{ search: ' ' }, ['film', 'image', 'open', 'lost']],
  ])('%o', (filter, found) => {
    expect(keys(filter)).toEqual(found);
  });

  test('gives the same list when it filters nothing', () => {
    expect(matching(all, { search: ' ' }, { models, opened })).toBe(all);
  });

  test('leaves what was found by meaning in its order, for the words that it was found for alone', () => {
    const results = [all[1]!, all[0]!];
    const found = (query: string, basis: 'meaning' | 'text') => matching(all, { search: 'nobody says this' }, { models, opened }, { query, basis, results });
    expect(found('nobody says this', 'meaning')).toBe(results);
    expect(found('nobody says that', 'meaning')).toEqual([]);
    expect(found('nobody says this', 'text')).toEqual([]);
  });

  test('offers the models there are, by name', () => {
    expect(modelsOf(all, models)).toEqual([
      { id: 'gpt-image-2', name: 'GPT-Image 2' },
      { id: 'house-model', name: 'house-model' },
      { id: 'veo-3.1', name: 'Veo 3.1' },
    ]);
  });
});

describe('what a tile says', () => {
  test.each<[string, Partial<Submitted['snapshot']>, string | undefined]>([
    ['billed', { cost: { billed: 'yes', final: 0.08 } }, '$0.08'],
    ['free in the end', { cost: { billed: 'no', final: 0 } }, 'Not billed'],
    ['estimated', { status: 'running', cost: { billed: 'no', estimated: 0.21 } }, '≈ $0.21'],
    ['estimated, and made', { cost: { billed: 'yes', estimated: 0.5, estimatedBy: 'live-rates' } }, '≈ $0.50'],
    ['made, and nobody said', { cost: { billed: 'yes' } }, 'Amount not told'],
    ['failed', { status: 'failed', cost: { billed: 'no', estimated: 0.21 } }, 'Not billed'],
    ['cancelled, not known', { status: 'cancelled', cost: { billed: 'unknown' } }, 'May be billed'],
    ['nobody said', { status: 'running', cost: { billed: 'no' } }, undefined],
  ])('price: %s', (_, given, price) => {
    expect(priceOf(record('a', given), words)).toBe(price);
  });

  test('why there is no result', () => {
    const why = (task: TaskRecord) => absenceOf(task, statusOf(task, opened), words);
    expect(why(record('a', { status: 'failed', error: { code: 'content_policy_violation', message: 'No.' } }))).toBe('Blocked by the safety filter');
    expect(why(record('a', { status: 'failed', error: { code: 'upstream_error', message: 'No.' } }))).toBe('It could not be rendered');
    expect(why(record('a', { status: 'cancelled' }))).toBe('No result');
    expect(why(record('a', { status: 'completed' }))).toBe('Its result is on its way');
    expect(why({ ...record('a', undefined), createdAt: 0 })).toBe('The answer was lost on the way');
    expect(why(record('a', undefined))).toBeUndefined();
    expect(why(record('a', { status: 'running' }))).toBeUndefined();
  });

  test('the same of an image that is no task', () => {
    const lost = drawn({ status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', message: 'Lost.', retryable: true } });
    const stopped = drawn({ status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'aborted', message: 'Stopped.', retryable: false } });
    const blocked = drawn({ status: 'failed', error: { code: 'safety_blocked', message: 'No.', retryable: false } });
    const inline = drawn({ status: 'completed', notKept: 1, cost: { billed: 'yes', final: 0.08 }, submittedAt: 1000, completedAt: 9000 });
    const says = (task: TaskRecord) => {
      const status = statusOf(task, opened);
      return [kindOf(task, models), status, absenceOf(task, status, words), priceOf(task, words)];
    };
    // However old it is: only its record says whether anybody waits for it.
    expect(says(drawn({}))).toEqual(['image', 'running', undefined, undefined]);
    expect(says(lost)).toEqual(['image', 'unknown', 'The answer was lost on the way', 'May be billed']);
    expect(says(stopped)).toEqual(['image', 'unknown', 'Stopped', 'May be billed']);
    expect(says(blocked)).toEqual(['image', 'failed', 'Blocked by the safety filter', 'Not billed']);
    expect(says(inline)).toEqual(['image', 'completed', 'Made, but not kept on this device', '$0.08']);
    expect(lengthOf(inline.snapshot!)).toBe(8000);
    expect(lengthOf({ submittedAt: 8000, completedAt: 0 })).toBeUndefined();
  });

  test('when it was, as short as can be', () => {
    const now = new Date(2026, 10, 21, 14, 5).getTime();
    expect(formatWhen(new Date(2026, 10, 21, 9, 3).getTime(), now, HERE)).toMatch(/^9:03\sAM$/);
    expect(formatWhen(new Date(2026, 1, 3).getTime(), now, HERE)).toBe('Feb 3');
    expect(formatWhen(new Date(2025, 1, 3).getTime(), now, HERE)).toBe('Feb 3, 2025');
    expect(formatWhen(now, now, { locale: 'en', timeZone: 'UTC' })).toMatch(/^Nov 2\d, 2026$/);
  });
});

describe('saving', () => {
  afterEach(() => vi.unstubAllGlobals());

  const asset = (url: string, expiresAt?: number) => ({ kind: 'image' as const, url, expiresAt });
  const links: { name: string; href: string }[] = [];
  /** A page that can fetch and follow links, as far as saving needs one. */
  function page(fetch: (url: string) => Promise<Response>): void {
    links.length = 0;
    vi.stubGlobal('fetch', fetch);
    vi.stubGlobal('document', {
      createElement: () => ({
        href: '',
        download: '',
        click() {
          links.push({ name: this.download, href: this.href });
        },
      }),
    });
    vi.useFakeTimers();
  }
  afterEach(() => {
    vi.useRealTimers();
  });

  const run = (tasks: readonly TaskRecord[], onProgress: (progress: SaveProgress) => void = () => {}, signal = new AbortController().signal) =>
    saveAll(itemsOf(tasks), { serverNow: () => 5000, signal, onProgress });

  test('goes one after the other, and says of each why it was not saved', async () => {
    let open = 0;
    let most = 0;
    page(async (url) => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
      if (url.includes('dead')) return new Response('', { status: 404 });
      if (url.includes('closed')) throw new TypeError('Failed to fetch');
      return new Response(new Blob(['x'], { type: 'image/png' }));
    });
    const seen: number[] = [];
    const result = await run(
      [
        record('a', { assets: [asset('https://a/1.png'), asset('https://a/dead.png')] }),
        record('b', { status: 'failed' }),
        record('c', { assets: [asset('https://a/closed.png'), asset('https://a/closed-old.png', 4000), asset('https://a/alive.png', 4000), asset('javascript:alert(1)'), asset('data:image/png;base64,@')] }),
        record('d', { assets: [asset('data:image/png;base64,AAAA')] }),
      ],
      ({ done }) => seen.push(done),
    );
    expect(result).toMatchObject({ done: 8, total: 8 });
    expect(result.lost.map(({ reason, position }) => [reason, position])).toEqual([
      ['gone', 2],
      ['forbidden', 1],
      ['gone', 2],
      ['unsafe', 4],
      ['unreadable', 5],
    ]);
    // Its time was over, and it was there all the same.
    expect(links.map(({ name }) => name)).toEqual(['a-kettle-1.png', 'a-kettle-3.png', 'a-kettle.png']);
    expect(most).toBe(1);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('stops between two', async () => {
    const controller = new AbortController();
    page(async () => {
      controller.abort();
      return new Response(new Blob(['x'], { type: 'image/png' }));
    });
    const result = await run([record('a', { assets: [asset('https://a/1.png'), asset('https://a/2.png')] })], undefined, controller.signal);
    expect(result).toMatchObject({ done: 1, total: 2 });
  });
});
