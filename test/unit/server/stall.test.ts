import { describe, expect, it } from 'vitest';
import { fc } from '../../support/chance.js';
import { FORM_TYPE, formOf } from '../../support/worst-inputs.js';
import { shapeOf } from '../../../src/server/calls/json-shape.js';
import { writeFields } from '../../../src/server/calls/json-body.js';
import { mapEvents } from '../../../src/server/upstream/event-frames.js';
import { systemClock } from '../../../src/core/base/clock.js';
import { parseMultipart } from '../../../src/server/calls/multipart.js';
import { errorOf, pageRequest, sealed, T, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const MIB = 1024 * 1024;
const bytes = (text: string) => new TextEncoder().encode(text);
const list = (count: number, entry: (index: number) => string) => Array.from({ length: count }, (_, index) => entry(index)).join();
const picture = (size: number) => `{"model":"gpt-4o-image","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,${'A'.repeat(size)}"}}]}]}`;

describe('one request', () => {
  const bench = useBench();

  /** Turns that the event loop made while `run` went on: in each of them others were served. */
  async function turnsDuring(run: () => Promise<unknown>): Promise<number> {
    let turns = 0;
    let over = false;
    const turn = () => {
      turns++;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    await run();
    over = true;
    return turns;
  }

  it('with a picture of 28 MiB lets others have their turn all the while', async () => {
    const [body, type] = [bytes(picture(28 * MIB)), 'application/json'];
    const form = bytes(`--B\r\nContent-Disposition: form-data; name="model"\r\n\r\ngpt-image-2\r\n--B\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n${'\r'.repeat(28 * MIB)}\r\n--B--\r\n`);
    const fetch = async () => new Response('{}', { headers: { 'content-type': 'application/json' } });
    for (const [path, sent, as] of [['/v1/chat/completions', body, type], ['/v1/images/edits', form, FORM_TYPE]] as const) {
      const request = pageRequest('POST', path, { body: sent, headers: { 'content-type': as } });
      let status = 0;
      // Each piece of 2 MiB in a turn of its own, looked through, then copied.
      expect(await turnsDuring(async () => ({ status } = await bench.proxy({ fetch })(request)))).toBeGreaterThan(28);
      expect(status).toBe(200);
    }
  });

  it('that comes byte by byte lets others have their turn', async () => {
    let left = 64 * 1024;
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => (left-- === 0 ? controller.close() : controller.enqueue(new Uint8Array([32]))) });
    const request = new Request(pageRequest('POST', '/v1/tasks/submit', { headers: { 'content-type': 'application/json' } }), { body, duplex: 'half' } as RequestInit);
    expect(await turnsDuring(() => bench.proxy()(request))).toBeGreaterThan(15);
  });

  it.each([65, 20_000])('with a form of %i fields is refused at the 65th', async (count) => {
    const response = await bench.proxy()(pageRequest('POST', '/v1/images/edits', { body: bytes(formOf(count)), headers: { 'content-type': FORM_TYPE } }));
    expect([response.status, (await errorOf(response)).message]).toEqual([400, expect.stringContaining('more than 64 fields')]);
  });

  it.each<[string, string, number]>([
    ['more than 1 MiB of texts', formOf(1, () => 'prompt', 'p'.repeat(MIB + 1)), 413],
    ['a head without an end', `--B\r\n${'a: b\r\n'.repeat(100_000)}`, 400],
  ])('with a form of %s is refused', async (_, body, status) => {
    const response = await bench.proxy()(pageRequest('POST', '/v1/images/edits', { body: bytes(body), headers: { 'content-type': FORM_TYPE } }));
    expect(response.status).toBe(status);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each([
    ['10,001 fields', `{"model":"m",${list(10_001, (index) => `"a${index}":0`)}}`, 413],
    ['10,001 lists', `{"model":"m","a":[${list(10_001, () => '[]')}]}`, 413],
    ['200,001 numbers', `{"model":"m","a":[${list(200_002, () => '0')}]}`, 413],
    ['lists in 65 lists', `{"model":"m","a":${'['.repeat(65)}${']'.repeat(65)}}`, 400],
    ['an end that begins nothing', `{"model":"m","a":${']'.repeat(100)}${'['.repeat(165)}`, 400],
    ['5 MiB of prose', `{"model":"m","prompt":"${'a\\n'.repeat(2 * MIB)}"}`, 413],
    ['5 MiB of Chinese', `{"model":"m","prompt":"${'灯'.repeat(2 * MIB)}"}`, 413],
    ['5 MiB of short texts', `{"model":"m","a":[${list(2000, () => `"${'a'.repeat(2600)}"`)}]}`, 413],
  ])('of %s is refused before it is read', async (_, body, status) => {
    const response = await bench.proxy()(pageRequest('POST', '/v1/images/generations', { body }));
    expect(response.status).toBe(status);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each([
    ['a picture', picture(20 * MIB)],
    ['brackets and colons in a text', `{"model":"m","prompt":"${'[{:,'.repeat(100_000)}\\"${'['.repeat(100)}"}`],
    ['lists in 60 lists', `{"model":"m","a":${'['.repeat(60)}${']'.repeat(60)}}`],
  ])('of %s is no such thing', async (_, text) => {
    expect(await shapeOf(bytes(text))).toBe('fits');
  });

  it.each([
    ['a', 'x"y\\z\n\u2028灯\ud800'], ['a'.repeat(300_000), 'short'], [`${'a'.repeat(300_000)}"`, `${'灯'.repeat(200_000)}\ud83d\ude00`],
    [`"${'0.'.repeat(200_000)}`, '\u0000'], ['a'.repeat(3 * MIB), 'b'.repeat(3 * MIB)],
  ])('is written as it always is, however long its texts are', async (one, other) => {
    const fields = { model: 'm', one, nested: [{ other }, { one, other }], n: 1 };
    const written = await writeFields(fields, 10 * MIB);
    expect(typeof written === 'string' ? written : await written.text()).toBe(new TextDecoder().decode(bytes(JSON.stringify(fields))));
  });
});

describe('one answer', () => {
  const bench = useBench();

  it('names 20 tasks at most, each of which is a signature', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't', children: Array.from({ length: 500 }, (_, index) => ({ task_id: `task_${index}` })) });
    const answer = await bench.proxy()(pageRequest('GET', `/v1/tasks/query?task_id=${T}`));
    const { task_id, children } = (await answer.json()) as { task_id: string; children: { task_id?: string }[] };
    expect([task_id, children[0]]).toEqual([T, { task_id: await sealed('task_0') }]);
    expect(children.filter((child) => child.task_id !== undefined)).toHaveLength(19);
  });

  it('leads 100 results through the proxy at most, and tells of no more', async () => {
    const told: string[] = [];
    const urls = Array.from({ length: 500 }, (_, index) => `https://cdn.example/${index}.mp4`);
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't', status: 'completed', output: urls.map((url) => ({ url })) });
    const proxy = bench.proxy({ onAsset: ({ url }) => void told.push(url), assets: { hosts: ['cdn.example'] } });
    const text = await (await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${T}`))).text();
    expect([told.length, text.split('/assets/').length - 1, text.split('https://cdn').length - 1]).toEqual([100, 100, 400]);
  });

  it.each([
    ['an event', 'text/event-stream', (body: string) => `data: ${body}\n\n`],
    ['an answer', 'application/json', (body: string) => body],
  ])('of too many fields is no reading: %s', async (_, type, write) => {
    bench.upstream.answer = (res) => res.writeHead(200, { 'content-type': type }).end(write(`{"status":"running",${list(10_001, (index) => `"a${index}":0`)}}`));
    const answer = await bench.proxy()(pageRequest('GET', `/v1/tasks/stream/${T}`));
    const told = await answer.text().catch(() => 'broken off');
    expect([answer.status, told.slice(0, 10)]).toEqual(type === 'application/json' ? [502, '{"error":{'] : [200, 'broken off']);
  });

  it.each(['\n', '\r\n', '\r'])('is read alike, wherever its chunks are cut, when its lines end with %j', async (end) => {
    const text = `: hi\n\nid: 1\nevent: state\ndata: {"a":\ndata: 1}\n\ndata: {"b":2}\n\n`.replaceAll('\n', end);
    const wanted = ':\n\nid: 1\nevent: state\ndata: {"a":1}\n\ndata: {"b":2}\n\n';
    for (let cut = 0; cut <= text.length; cut++) {
      const body = new Response(new Blob([`${text.slice(0, cut)}`])).body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({ flush: (controller) => controller.enqueue(bytes(`${text.slice(cut)}:${end}`)) }));
      const map = { data: async (json: unknown) => json, clean: (frame: string) => frame };
      const read = await new Response(mapEvents(body as ReadableStream<Uint8Array>, map, { clock: systemClock, idleMs: 1000, stalledMs: 1000 })).text();
      expect(read.startsWith(wanted)).toBe(true);
    }
  });
});

describe('a form', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '-', '\r', '\n', '"', '\\', ';', 'é', '灯', '%22', 'B', '--B') });

  it('is read as it was written, whatever is in it', async () => {
    const fields = fc.array(fc.tuple(fc.stringMatching(/^[a-z_[\]]{1,9}$/), fc.oneof(text, fc.record({ file: fc.stringMatching(/^[\w .é-]{1,9}$/), bytes: fc.uint8Array({ max: 20 }) }))), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fields, async (wanted) => {
        const form = new FormData();
        for (const [name, value] of wanted) {
          if (typeof value === 'string') form.append(name, value);
          else form.append(name, new File([new Uint8Array(value.bytes)], value.file, { type: 'image/png' }));
        }
        const sent = new Response(form);
        const read = await parseMultipart(new Uint8Array(await sent.clone().arrayBuffer()), sent.headers.get('content-type') ?? '');
        // The platform's own writer ends lines as the wire does.
        const again = await sent.formData();
        const seen = read.map(({ name, fileName, bytes: body, type }) => [name, fileName ?? new TextDecoder().decode(body), type, [...body]]);
        const known = await Promise.all([...again].map(async ([name, value]) => (typeof value === 'string' ? [name, value, '', [...bytes(value)]] : [name, value.name, 'image/png', [...(await value.bytes())]])));
        expect(seen).toEqual(known);
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  const head = 'Content-Disposition: form-data; name="model"';
  it.each([
    ['without an end', `--B\r\n${head}\r\n\r\nm`],
    ['whose end is no border', `--B\r\n${head}\r\n\r\nm\r\n--Bx--\r\n`],
    ['without a name', '--B\r\nContent-Disposition: form-data\r\n\r\nm\r\n--B--\r\n'],
    ['without a disposition', '--B\r\nContent-Type: text/plain\r\n\r\nm\r\n--B--\r\n'],
    ['with another disposition', '--B\r\nContent-Disposition: attachment; name="model"\r\n\r\nm\r\n--B--\r\n'],
    ['in base64', `--B\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\nbQ==\r\n--B--\r\n`],
    ['with a line that is no header', `--B\r\n${head}\r\nnothing\r\n\r\nm\r\n--B--\r\n`],
    ['with something behind its border', `--Bx\r\n${head}\r\n\r\nm\r\n--B--\r\n`],
    ['that is empty', ''],
  ])('%s is none', async (_, body) => {
    await expect(parseMultipart(bytes(body), 'multipart/form-data; boundary=B')).rejects.toThrow('not the form');
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'B'.repeat(71)}`, 'multipart/form-data; boundary="B'])('of the type %j is none', async (type) => {
    await expect(parseMultipart(bytes(`--B\r\n${head}\r\n\r\nm\r\n--B--\r\n`), type)).rejects.toThrow('not the form');
  });

  it.each([
    ['words before its first border', `hello\r\n--B\r\n${head}\r\n\r\nm\r\n--B--\r\nbye`, 'multipart/form-data; boundary=B'],
    ['blanks behind its borders', `--B \t\r\n${head}\r\n\r\nm\r\n--B--`, 'multipart/form-data; charset=utf-8; boundary="B"; x=y'],
    ['a file name with a quote', `--B\r\n${head}; filename="a\\".png"\r\n\r\nm\r\n--B--`, 'multipart/form-data;boundary=B'],
  ])('may have %s', async (_, body, type) => {
    const [part, ...more] = await parseMultipart(bytes(body), type);
    expect([part?.name, new TextDecoder().decode(part?.bytes), more]).toEqual(['model', 'm', []]);
    expect(part?.fileName).toBe(body.includes('filename') ? 'a".png' : undefined);
  });
});
