import { describe, expect, it } from 'vitest';
import { createByteRedactor } from '../../../src/server/base/redact.js';
import { createFastClock } from '../../support/fast-clock.js';
import { CANARY, everything, messageBody, pageRequest, RESULT_PATH, submitBody, T, useBench } from './fixture.js';
import type { Upstream } from './upstream.js';

// Small answers are parsed and written anew, so escapes hide nothing there. What flows through is searched as bytes.
const escaped = [...CANARY].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** Ways in which a careless gateway gives the key away. */
const leaks: [string, Upstream['answer']][] = [
  ['a JSON answer', (res) => write(res, 200, `{"task_id":"t","debug":"Bearer ${CANARY}"}`)],
  ['an escaped JSON answer', (res) => write(res, 200, `{"task_id":"t","debug":"${escaped}"}`)],
  ['a key of an object', (res) => write(res, 200, `{"${CANARY}":1,"data":[{"id":"${CANARY}"}]}`)],
  ['an envelope', (res) => write(res, 403, `{"error":{"code":"${CANARY}","type":"${CANARY}","message":"key ${CANARY}","param":"${CANARY}"}}`)],
  ['an envelope of 401', (res) => write(res, 401, `{"error":{"code":"invalid_api_key","message":"Incorrect key ${CANARY}"}}`)],
  ['an escaped envelope', (res) => write(res, 400, `{"error":{"code":"x","message":"${escaped}"}}`)],
  ['HTML', (res) => write(res, 500, `<p>${CANARY}</p>`, 'text/html')],
  ['a type', (res) => write(res, 200, '{}', `text/${CANARY}`)],
  ['headers', (res) => write(res, 200, '{}', 'application/json')],
  ['an event', (res) => write(res, 200, `: hi\n\ndata: {"k":"${CANARY}"}\n\n`, 'text/event-stream')],
  ['a redirect', (res) => write(res, 302, '', 'text/plain')],
  ['a broken answer', (res) => void res.write(CANARY, () => res.destroy())],
];

function edit(): FormData {
  const form = new FormData();
  form.set('model', 'gpt-image-2');
  form.set('image', new File([new Uint8Array([1, 2, 3])], 'in.png', { type: 'image/png' }));
  return form;
}

/** An edit in a conversation: the picture is in it. */
const turn = JSON.stringify({
  model: 'gpt-4o-image',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'At dusk' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }] }],
});

function write(res: Parameters<Upstream['answer']>[0], status: number, body: string, type = 'application/json'): void {
  const named = ['x-request-id', 'retry-after', 'x-ratelimit-remaining', 'x-secret', 'location', 'set-cookie'];
  res.writeHead(status, { 'content-type': type, ...Object.fromEntries(named.map((name) => [name, `a ${CANARY}`])) });
  res.end(body);
}

describe('the key', () => {
  const bench = useBench();

  it.each(leaks)('is in no byte and no log line when the gateway gives it away in %s', async (_, answer) => {
    bench.upstream.answer = answer;
    const fetch = (request: Request) => globalThis.fetch(bench.upstream.url + new URL(request.url).pathname, new Request(request, { redirect: 'error' }));
    const options = { expose: everything, fetch, assets: { hosts: ['cdn.example'] }, text: { models: ['claude-haiku'], maxTokens: 10 } };
    const proxy = bench.proxy(options);
    const told: string[] = [];
    for (const request of [
      pageRequest('POST', '/v1/tasks/submit', { body: submitBody }),
      pageRequest('POST', '/v1/images/generations', { body: submitBody }),
      pageRequest('GET', `/v1/tasks/stream/${T}`),
      pageRequest('GET', '/v1/models'),
      pageRequest('POST', '/v1/messages', { body: messageBody }),
      pageRequest('POST', '/v1/images/edits', { body: edit(), headers: { 'idempotency-key': 'k' } }),
      pageRequest('POST', '/v1/chat/completions', { body: turn, headers: { 'idempotency-key': 'turn' } }),
      pageRequest('GET', RESULT_PATH),
      pageRequest('HEAD', RESULT_PATH),
    ]) {
      const response = await proxy(request);
      const body = await response.text().catch((error: unknown) => String(error));
      told.push(String(response.status), JSON.stringify([...response.headers]), body, response.statusText, response.url);
    }
    expect(bench.upstream.requests).toHaveLength(9);
    expect(told.join('\n')).not.toContain(CANARY);
    expect(JSON.stringify([bench.logged, bench.events])).not.toContain(CANARY);
    expect(bench.events).toHaveLength(9);
  });

  it.each(leaks)('is nowhere when that happens to an image that is made as a task, or to the stream of all tasks: %s', async (_, answer) => {
    bench.upstream.answer = answer;
    const proxy = bench.proxy({ imagesAsTasks: true, clock: createFastClock(100, 30_000) });
    const image = await proxy(pageRequest('POST', '/v1/images/generations', { body: submitBody, headers: { 'idempotency-key': 'k' } }));
    await proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    const stream = (await proxy(pageRequest('GET', '/v1/tasks/events'))).body?.getReader();
    const told = [JSON.stringify([...image.headers]), await image.text()];
    const read = async () => new TextDecoder().decode((await stream?.read())?.value);
    told.push(await read());
    // Else nothing was told in which it could have been.
    expect(bench.upstream.requests.length).toBeGreaterThanOrEqual(2);
    expect(told.slice(1)).not.toContain('');
    // What follows is heartbeats, or its end: with no task that goes on it is given back after a while.
    for (let reads = 0; reads < 2; reads++) told.push(await read());
    await stream?.cancel();
    expect(told.join('\n')).not.toContain(CANARY);
    expect(JSON.stringify([bench.logged, bench.events])).not.toContain(CANARY);
  });

  it('is not told by a fetch that quotes it', async () => {
    const fetch = () => Promise.reject(new TypeError(`"Bearer ${CANARY}" is an invalid header value`));
    const response = await bench.proxy({ fetch })(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    expect(await response.text()).not.toContain(CANARY);
    expect(JSON.stringify([bench.logged, bench.events])).not.toContain(CANARY);
  });

  it('is found wherever two chunks cut it, and nothing else is changed or held', () => {
    const [encode, text] = [new TextEncoder(), new TextDecoder()];
    const whole = `${CANARY.slice(0, 5)}${CANARY}sk-${CANARY}${CANARY.slice(0, -1)}!`;
    const clean = whole.replaceAll(CANARY, '[redacted]');
    for (let first = 0; first <= whole.length; first++) {
      for (let second = first; second <= whole.length; second++) {
        const redactor = createByteRedactor(CANARY);
        const parts = [whole.slice(0, first), whole.slice(first, second), whole.slice(second)];
        const out = parts.map((part) => text.decode(redactor.push(encode.encode(part))));
        expect(out.join('') + text.decode(redactor.end())).toBe(clean);
      }
    }
    const redactor = createByteRedactor(CANARY);
    expect(text.decode(redactor.push(encode.encode('data: {}\n\n')))).toBe('data: {}\n\n');
  });
});
