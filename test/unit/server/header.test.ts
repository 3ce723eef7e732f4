import { describe, expect, it } from 'vitest';
import { headerOf } from '../../../src/server/base/header.js';
import { BASE, RESULT_PATH, submitBody, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

/** As an adapter leaves it that hands on two lists of the same headers. */
function doubled(path: string, headers: Record<string, string>, init: RequestInit = {}): Request {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(headers)) all.append(name, value);
  return new Request(BASE + path, { ...init, headers: all });
}

describe('headers that came twice', () => {
  const bench = useBench();

  it.each([
    [null, null],
    ['', ''],
    [',', ''],
    ['a', 'a'],
    ['a, a', 'a'],
    ['a,a', 'a'],
    ['a, b', 'a, b'],
    ['a, a, b', 'a, a, b'],
    ['aa', 'aa'],
    ['a, A', 'a, A'],
    ['bytes=0-1,4-5, bytes=0-1,4-5', 'bytes=0-1,4-5'],
    ['Sat, 21 Nov 2026 02:00:00 GMT, Sat, 21 Nov 2026 02:00:00 GMT', 'Sat, 21 Nov 2026 02:00:00 GMT'],
  ])('say in %j what they say once: %j', (text, once) => {
    expect(headerOf(new Headers(text === null ? {} : { a: text }), 'a')).toBe(once);
  });

  it('are a submit all the same', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const headers = { 'content-type': 'application/json', origin: 'https://app.example', 'sec-fetch-site': 'same-origin', host: 'app.example', accept: 'application/json', 'idempotency-key': 'k-1' };
    expect((await bench.proxy()(doubled('/v1/tasks/submit', headers, { method: 'POST', body: submitBody }))).status).toBe(200);
    expect(bench.upstream.requests[0]?.headers).toMatchObject({ accept: 'application/json', 'content-type': 'application/json' });
  });

  it('are a form all the same', async () => {
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('image', new File(['x'], 'a.png', { type: 'image/png' }));
    const written = new Response(form);
    const headers = { 'content-type': written.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' };
    expect((await bench.proxy()(doubled('/v1/images/edits', headers, { method: 'POST', body: await written.arrayBuffer() }))).status).toBe(200);
  });

  it('ask for a part of a result all the same', async () => {
    const clip = new TextEncoder().encode('\0\0\0\x18ftypisom'.padEnd(100, 'x'));
    const fetch = async () => new Response(clip, { headers: { 'content-type': 'video/mp4', 'content-length': '100' } });
    const proxy = bench.proxy({ assets: { hosts: ['cdn.example'] }, fetch });
    const response = await proxy(doubled(RESULT_PATH, { range: 'bytes=10-19', 'sec-fetch-site': 'same-origin' }));
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([206, 10]);
  });

  it.each([
    [{ 'content-type': 'application/json, text/plain' }, 415],
    [{ origin: 'https://app.example, https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'same-origin, cross-site' }, 403],
    [{ 'idempotency-key': 'k-1, k-2' }, 400],
  ])('are refused where they differ: %j', async (headers, status) => {
    const sent = { 'content-type': 'application/json', ...('origin' in headers ? {} : { 'sec-fetch-site': 'same-origin' }), ...headers };
    const request = new Request(`${BASE}/v1/tasks/submit`, { method: 'POST', headers: sent, body: submitBody });
    expect((await bench.proxy()(request)).status).toBe(status);
    expect(bench.upstream.requests).toEqual([]);
  });
});
