// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { type Asset, AssetGallery, AssetViewer, BytespikeProvider, CompareAssets, createClient, TaskProgress } from 'bytespike-react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Generation } from '../../../src/components/generation.js';
import { internals } from '../../../src/core/client/internals.js';
import { createTaskList } from '../../../src/core/places/history.js';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createRandom, SEED } from '../../support/chance.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

type Path = readonly string[];

const MINE = 'tide';
const assetOf = (kind: string) => ({ kind, url: 'https://cdn.example/a', mime: 'image/png', width: 10, height: 10, durationSeconds: 4, expiresAt: 1e12, readAt: 1e12, revisedPrompt: 'x', seed: 1 });
const request = { prompt: MINE, n: 2, seed: 7, size: '1024x1024', quality: 'high', outputFormat: 'webp', outputCompression: 50, aspectRatio: '16:9' };
const cost = { estimated: 0.2, estimatedBy: 'catalog', final: 0.2, billed: 'yes' };

function recordOf(kind: 'task' | 'image', status: string): object {
  const ended = status === 'completed' ? { assets: [assetOf(kind === 'task' ? 'video' : 'image')] } : { assets: [], error: { code: 'api_error', message: 'No.', retryable: false } };
  const snapshot = { status, cost, estimatedSeconds: 20, submittedAt: 1e12, completedAt: 1e12, ...ended };
  const kept = { version: 1, outTaskId: 'k', createdAt: 1e12 };
  if (kind === 'image') return { ...kept, via: 'sync', request: { model: 'gpt-image-2', ...request }, snapshot: { ...snapshot, notKept: 1 } };
  return { ...kept, taskId: 't', request: { model: 'veo-3.1-fast', ...request, durationSeconds: 4, resolution: '720p' }, snapshot: { ...snapshot, taskId: 't', outTaskId: 'k', model: 'veo-3.1-fast', statusText: 'x' } };
}

/** What another release, an extension, or half a write may leave, as it stands in the text. */
const LEFT = ['null', '-1', '1e300', '1e9', '1e400', '0.5', '""', '"constructor"', '"__proto__"', '"melted"', '"javascript:alert(1)"', '"1000000000x0"', '{}', '[null]', '{"__proto__":{"url":"x"},"toJSON":1}', `${'['.repeat(9000)}${']'.repeat(9000)}`, JSON.stringify('x'.repeat(50_000))];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [...(at.length > 0 ? [at] : []), ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...at, name]))];
}

function textWith(record: object, path: Path, text: string): string {
  const put = (value: unknown, [name, ...rest]: Path): unknown => {
    if (name === undefined) return '@here';
    const copy: Record<string, unknown> = Array.isArray(value) ? (Object.assign([], value) as never) : { ...(value as object) };
    copy[name] = put(copy[name], rest);
    return copy;
  };
  return JSON.stringify(put(record, path)).replace('"@here"', () => text);
}

/** A page that has such a record in its storage: what its history and its slot show. */
async function opened(kind: 'task' | 'image', text: string) {
  const storage = createMemoryStorage();
  storage.setItem(`bytespike:1:default:${kind}:k`, text);
  storage.setItem('bytespike:1:default:slot:here', 'k');
  const clock = createManualClock();
  const fetch = async () => (kind === 'task' ? Response.json({ task_id: 't', status: 'running' }) : Response.json({}, { status: 404 }));
  const client = internals(createClient({ baseUrl: 'https://app.example/api', storage, clock, random: () => 0, fetch }));
  const list = createTaskList(client);
  const run = kind === 'task' ? createVideoRun(client, { persist: 'here' }) : createImageRun(client, { persist: 'here' });
  const stops = [list.subscribe(() => {}), run.subscribe(() => {})];
  const tasks = list.get();
  run.start();
  await clock.advance(100);
  stops.forEach((stop) => stop());
  return { tasks, shown: run.get() as Generation };
}

const assetsOf = (shown: Generation): readonly Asset[] => ('images' in shown ? shown.images : shown.assets);
const kinds = [['task', 'completed'], ['task', 'failed'], ['task', 'running'], ['image', 'completed'], ['image', 'failed'], ['image', 'unknown']] as const;
/** Those that took a page down, or froze it, once. */
const FATAL = [['createdAt', '1e300'], ['snapshot.assets.0.mime', '"constructor"'], ['snapshot.error.code', '"melted"'], ['snapshot.error.code', '"__proto__"'], ['request.n', '1e9']] as const;

describe.each(kinds)('a record of a %s that is %s', (kind, status) => {
  afterEach(cleanup);
  const record = recordOf(kind, status);
  const cases = pathsIn(record).flatMap((path) => LEFT.map((text) => ({ path, text })));
  const known = FATAL.map(([path, text]) => ({ path: path.split('.'), text })).filter(({ path }) => pathsIn(record).some((other) => other.join() === path.join()));
  const random = createRandom(SEED + kinds.findIndex(([k, s]) => k === kind && s === status));
  const drawn = Array.from({ length: 25 }, () => cases[Math.floor(random() * cases.length)]!);

  it('is shown, whatever is left of it, and no figure in it is one that nothing can have', async () => {
    for (const { path, text } of [...known, ...drawn]) {
      const { tasks, shown } = await opened(kind, textWith(record, path, text));
      const isNamed = path[0] !== 'outTaskId' && path[0] !== 'via';
      expect(tasks, `${path.join('.')}: ${text.slice(0, 40)}`).toHaveLength(isNamed ? 1 : tasks.length);
      const [asset] = assetsOf(shown);
      const { container } = render(
        <BytespikeProvider locale="en">
          <AssetGallery tasks={tasks} />
          <TaskProgress task={shown} />
          <AssetViewer assets={assetsOf(shown)} task={shown} />
          {asset !== undefined && <CompareAssets first={{ asset, task: shown }} second={{ asset, task: shown }} />}
        </BytespikeProvider>,
      );
      expect(container.textContent, `${path.join('.')}: ${text.slice(0, 40)}`).not.toMatch(/-\$|NaN|Infinity|Invalid/);
      cleanup();
    }
  });
});
