import { createProxy, type KeySource, toNodeHandler } from 'bytespike-react/server';
import { createClient } from 'bytespike-react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CANARY, errorOf, pageRequest, submitBody, T, useBench } from './fixture.js';
import { listen, sendJson } from './upstream.js';

describe('a key that is not there', () => {
  const bench = useBench();
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  /** As a build without secrets, or a server whose variable nobody set, makes it. */
  const make = (key: KeySource, log: unknown[] = []) => {
    const tell = (line: string) => void log.push(line);
    return createProxy({ ...key, authorize: () => ({ userId: 'user-1' }), baseUrl: bench.upstream.url, logger: { info() {}, warn: tell, error: tell } });
  };
  const submit = () => pageRequest('POST', '/v1/tasks/submit', { body: submitBody });

  it.each<[string, KeySource]>([
    ['`apiKey` is undefined', { apiKey: undefined }],
    ['`apiKey` is empty', { apiKey: '' }],
    ['`apiKey` returned undefined', { apiKey: () => undefined }],
    ['`apiKey` returned an empty text', { apiKey: async () => '' }],
    ['`keyFor` returned undefined for veo-3.1-fast', { keyFor: () => undefined }],
  ])('is told when a call needs it, and not before: %s', async (which, key) => {
    const log: string[] = [];
    const proxy = make(key, log);
    log.length = 0;
    const response = await proxy(submit());
    const error = await errorOf(response);
    expect([response.status, error.code, error.message]).toEqual([500, 'missing_api_key', expect.stringContaining('no key')]);
    expect(log).toEqual([expect.stringContaining(`500. No key: ${which}. Set the variable`)]);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('is warned of when the proxy is made, once', () => {
    const log: string[] = [];
    make({ apiKey: undefined }, log);
    expect(log).toEqual([expect.stringContaining('`apiKey` is undefined')]);
  });

  it('signs nothing that somebody else could sign', async () => {
    const forged = createProxy({ apiKey: 'sk-other', secret: 'bytespike-react '.padEnd(32), authorize: () => ({ userId: 'user-1' }), baseUrl: bench.upstream.url });
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const { task_id } = (await (await forged(submit())).json()) as { task_id: string };
    for (const key of [{ apiKey: '' }, { apiKey: undefined }]) expect((await make(key)(pageRequest('POST', `/v1/tasks/cancel/${task_id}`))).status).toBe(404);
  });

  it('may come by the first call', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const secrets: { key?: string } = {};
    const proxy = make({ apiKey: async () => secrets.key });
    expect((await proxy(submit())).status).toBe(500);
    secrets.key = CANARY;
    expect((await proxy(submit())).status).toBe(200);
  });

  it('is told by the console where there is no logger, and the client says which it was', async () => {
    const said: Pick<Console, 'error' | 'warn'> = console;
    const error = vi.mocked(said.error).mockImplementation(() => {});
    const warn = vi.mocked(said.warn).mockImplementation(() => {});
    const proxy = createProxy({ apiKey: undefined, authorize: () => ({ userId: 'user-1' }), baseUrl: bench.upstream.url });
    const { url, close } = await listen(toNodeHandler(proxy));
    closing.push(close);
    const client = createClient({ baseUrl: `${url}/api/bytespike`, storage: null, headers: { origin: url } });
    await expect(client.tasks.query({ taskId: T })).rejects.toMatchObject({ code: 'task_not_found' });
    await expect(client.tasks.submit({ model: 'veo-3.1-fast', prompt: 'A kite', durationSeconds: 4 })).rejects.toMatchObject({ code: 'missing_api_key', billed: 'no', retryable: false, status: 500 });
    // What strangers can cause is told to a logger alone.
    expect(error.mock.calls).toEqual([[expect.stringContaining('No key: `apiKey` is undefined')]]);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('createProxy has no key')]]);
    error.mockClear();
    warn.mockClear();
  });
});
