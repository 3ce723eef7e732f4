import { createClient } from 'bytespike-react';
import { afterEach, expect, it, vi } from 'vitest';
import { hexHash } from '../../../src/core/uploads/send.js';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['none', undefined],
  ['one that is refused', { 'getRandomValues': () => { throw new DOMException('No source of chance.', 'OperationError'); } }],
  ['no ids of its own, as on a page that is not served securely', { 'getRandomValues': <T extends ArrayBufferView>(bytes: T): T => bytes }],
])('with %s of a page’s crypto, a wish has a key and is sent', async (_, crypto) => {
  vi.stubGlobal('crypto', crypto);
  const keys: unknown[] = [];
  const fetch = async (request: Request) => {
    keys.push(((await request.json()) as { out_task_id: unknown }).out_task_id);
    return Response.json({ task_id: `t${keys.length}`, status: 'queued' });
  };
  const client = createClient({ baseUrl: 'https://proxy.example.com', fetch, storage: null });
  for (const prompt of ['tide', 'kite']) await client.tasks.submit({ model: 'veo-3.1-fast', prompt, durationSeconds: 4 });
  expect(keys).toEqual([expect.stringMatching(/^bs_[0-9a-f]{32}$/), expect.stringMatching(/^bs_[0-9a-f]{32}$/)]);
  expect(keys[0]).not.toBe(keys[1]);
});

it.each([['no crypto', undefined], ['one without hashes', {}]])('with %s, a picture has no hash, and none is waited for', async (_, crypto) => {
  vi.stubGlobal('crypto', crypto);
  expect(await hexHash(new Uint8Array(1))).toBeUndefined();
});
