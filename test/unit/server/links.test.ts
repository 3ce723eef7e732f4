import type { Proxy } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createFastClock } from '../../support/fast-clock.js';
import { errorOf, outName, pageRequest, sealed, submitBody, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const TASK = 'task_01HXYZABCDEF';
const OURS = await sealed(TASK);
const OUT = await outName('bs_1');
const CDN = 'https://cdn.example';

/** Signed, so that one byte in the place of another is an address of nothing. */
const links = [
  ['the id in its path', `${CDN}/out/${TASK}/film.mp4?X-Amz-Signature=abc`],
  ['the id as a name of a file', `${CDN}/${TASK}.mp4`],
  ['the id in its query', `${CDN}/film.mp4?task=${TASK}&id=${TASK}`],
  ['the id in its fragment', `${CDN}/film.mp4#${TASK}`],
  ['the id alone in its query', `${CDN}/film.mp4?${TASK}`],
  ['our id', `${CDN}/${OURS}/film.mp4?task=${OURS}#${OURS}`],
  ['the key of the submit', `${CDN}/${OUT}/film.mp4?out=${OUT}`],
  ['a blank and the id', `${CDN}/my film.mp4?id=${TASK} ${TASK}`],
  ['escapes', `${CDN}/%2f/${TASK}%20/é\u2028"\\.mp4?a=%C3%A9+b`],
  ['no host', `/out/${TASK}/film.mp4?id=${TASK}`],
] as const;

/** Each answer that can hold a result, and what of the gateway's it is made of. */
const calls: [string, (proxy: Proxy) => Promise<Response>, (link: string) => object][] = [
  ['a query', async (proxy) => proxy(pageRequest('POST', '/v1/tasks/query', { body: JSON.stringify({ task_id: OURS, out_task_id: 'bs_1' }) })), task],
  ['a query of older pages', async (proxy) => proxy(pageRequest('GET', `/v1/tasks/query?task_id=${OURS}`)), task],
  ['a submit', async (proxy) => proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody })), task],
  ['a cancel', async (proxy) => proxy(pageRequest('POST', `/v1/tasks/cancel/${OURS}`)), task],
  ['a stream', async (proxy) => proxy(pageRequest('GET', `/v1/tasks/stream/${OURS}`)), task],
  ['the stream of all tasks', events, task],
  ['an image', async (proxy) => proxy(pageRequest('POST', '/v1/images/generations', { body: imageBody })), image],
  ['an image under a key', async (proxy) => proxy(pageRequest('POST', '/v1/images/generations', { body: imageBody, headers: { 'idempotency-key': 'bs_1' } })), image],
  ['a conversation', async (proxy) => proxy(pageRequest('POST', '/v1/chat/completions', { body: talkBody, headers: { 'idempotency-key': 'bs_1' } })), conversation],
];

const imageBody = JSON.stringify({ model: 'gpt-image-2', prompt: 'p' });
const talkBody = JSON.stringify({ model: 'gpt-4o-image', messages: [{ role: 'user', content: 'p' }] });

function task(link: string): object {
  return { task_id: TASK, status: 'completed', output: [{ type: 'video', url: link }], result: { video_url: link }, result_url: link, thumbnail: link, credits: 0.2 };
}

function image(link: string): object {
  return { created: 1, task_id: TASK, data: [{ url: link, revised_prompt: 'p' }] };
}

function conversation(link: string): object {
  return { id: TASK, task_id: TASK, choices: [{ message: { content: [{ type: 'image_url', image_url: { url: link } }] } }] };
}

async function events(proxy: Proxy): Promise<Response> {
  await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${OURS}`));
  const reader = (await proxy(pageRequest('GET', '/v1/tasks/events'))).body?.getReader();
  let heard = '';
  while (!heard.includes('completed')) heard += new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  return new Response(heard);
}

describe('the link of a result', () => {
  const bench = useBench();

  function answer(body: object): void {
    bench.upstream.answer = (res, { url }) => {
      if (!url.includes('/stream/')) return sendJson(res, 200, body);
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.end(`data: ${JSON.stringify(body)}\n\n`);
    };
  }

  it.each(calls.flatMap(([call, ask, body]) => links.map(([holds, link]) => ({ call, ask, body, holds, link }))))(
    'with $holds comes out of $call as it went in',
    async ({ ask, body, link }) => {
      answer(body(link));
      const text = await (await ask(bench.proxy())).text();
      const times = JSON.stringify(body(link)).split(JSON.stringify(link)).length;
      expect(text.split(JSON.stringify(link))).toHaveLength(times);
    },
  );

  it.each(calls)('leads through the proxy out of %s to the address that it was, where `assets` says so', async (_, ask, body) => {
    const [, link] = links[2];
    answer(body(link));
    const asked: string[] = [];
    const fetch = (request: Request) => {
      if (!request.url.startsWith(CDN)) return globalThis.fetch(request);
      asked.push(request.url);
      return Promise.resolve(new Response('GIF89a', { headers: { 'content-type': 'image/gif' } }));
    };
    const proxy = bench.proxy({ assets: { hosts: ['cdn.example'] }, fetch });
    const [path = ''] = /\/assets\/[\w.-]+/.exec(await (await ask(proxy)).text()) ?? [];
    await (await proxy(pageRequest('GET', path))).text();
    expect(new Set(asked)).toEqual(new Set([link]));
  });

  it('comes out of an image that is made as a task as it went in', async () => {
    const [, link] = links[0];
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: TASK, status: 'completed', output: [{ type: 'image', url: link }] });
    const proxy = bench.proxy({ imagesAsTasks: true, clock: createFastClock(1000, 30_000) });
    const made = await proxy(pageRequest('POST', '/v1/images/generations', { body: imageBody, headers: { 'idempotency-key': 'k' } }));
    expect(((await made.json()) as { data: { url: string }[] }).data[0]?.url).toBe(link);
  });

  it.each([
    [`Task ${TASK} was blocked: see ${CDN}/why/${TASK}?t=${TASK}.`, `Task ${OURS} was blocked: see ${CDN}/why/${TASK}?t=${TASK}.`],
    [`(${TASK}), "${TASK}": ${TASK}.`, `(${OURS}), "${OURS}": ${OURS}.`],
    [`Wrote ${TASK}.mp4 and x-${TASK}, ${TASK}2`, `Wrote ${TASK}.mp4 and x-${TASK}, ${TASK}2`],
    [`out_task_id=${OUT} is taken`, 'out_task_id=bs_1 is taken'],
  ])('is no word: in %s the id alone is hidden', async (said, shown) => {
    const proxy = bench.proxy();
    const ask = () => proxy(pageRequest('POST', '/v1/tasks/query', { body: JSON.stringify({ task_id: OURS, out_task_id: 'bs_1' }) }));
    answer({ task_id: TASK, status: 'failed', error_message: said });
    expect(((await (await ask()).json()) as { error_message: string }).error_message).toBe(shown);
    bench.upstream.answer = (res) => sendJson(res, 404, { error: { code: 'task_not_found', message: said } });
    expect((await errorOf(await ask())).message).toBe(shown);
  });

  it('is as it was beside a field that holds the id itself', async () => {
    answer({ task_id: TASK, id: TASK, file: `${TASK}.mp4`, status: 'completed' });
    const seen = await (await bench.proxy()(pageRequest('GET', `/v1/tasks/query?task_id=${OURS}`))).json();
    expect(seen).toEqual({ task_id: OURS, id: OURS, file: `${TASK}.mp4`, status: 'completed' });
  });
});
