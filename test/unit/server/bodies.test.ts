import { describe, expect, it } from 'vitest';
import { CANARY, errorOf, outName, pageRequest, submitBody, T, type Ask, useBench } from './fixture.js';

const MIB = 1024 * 1024;

function form(change: (form: FormData) => void = () => {}): FormData {
  const data = new FormData();
  data.set('model', 'gpt-image-2');
  data.set('prompt', 'a lighthouse');
  data.set('image', new File([new Uint8Array([1, 2, 3])], 'in.png', { type: 'image/png' }));
  change(data);
  return data;
}

describe('what a body may be', () => {
  const bench = useBench();
  const post = (path: string, ask: Ask) => bench.proxy()(pageRequest('POST', path, ask));
  const sent = () => JSON.parse(String(bench.upstream.requests[0]?.body)) as unknown;

  it.each([
    ['not JSON', '{'], ['empty', ''], ['an array', '[]'], ['a string', '"x"'], ['null', 'null'], ['a number', '1'],
    ['nested without end', `{"model":"m","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['without a model', '{"prompt":"p"}'], ['with a model that is no text', '{"model":["m"]}'],
    ['with a field in capitals', '{"model":"a","Model":"b"}'], ['with a key that looks like another', '{"model":"a","callbac\u212a_url":"https://evil.example"}'],
    ['with params that are no object', '{"model":"a","params":[]}'], ['with a second model', '{"model":"a","params":{"model":"b"}}'],
    ['with a second key', '{"model":"a","params":{"out_task_id":"b"}}'],
  ])('refuses a submit that is %s', async (_, body) => {
    const response = await post('/v1/tasks/submit', { body });
    expect([response.status, (await errorOf(response)).code]).toEqual([400, 'invalid_param']);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each<[string, (request: Request) => unknown]>([
    ['has read it', (request) => request.text()],
    ['reads it', (request) => request.body?.getReader()],
  ])('says in the log that somebody before it %s', async (_, take) => {
    const request = pageRequest('POST', '/v1/tasks/submit', { body: submitBody });
    await take(request);
    expect((await bench.proxy()(request)).status).toBe(500);
    expect(bench.events).toMatchObject([{ reason: expect.stringContaining('already read') as string }]);
  });

  it('refuses bytes that are no UTF-8', async () => {
    const body = new TextEncoder().encode('{"model":"m","prompt":"?"}');
    body[body.indexOf('?'.charCodeAt(0))] = 0xff;
    const response = await post('/v1/tasks/submit', { body, headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(400);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx', 'text/json', ''])(
    'takes no JSON as "%s", which a foreign form could send',
    async (type) => {
      for (const path of ['/v1/tasks/submit', '/v1/images/generations', '/v1/tasks/query', '/v1/tasks/cancel']) {
        expect((await post(path, { body: submitBody, headers: { 'content-type': type } })).status).toBe(415);
      }
      expect(bench.upstream.requests).toEqual([]);
    },
  );

  it('drops the callback address and keeps every parameter', async () => {
    const body = { model: 'm', prompt: '灯台', duration_seconds: 4, callback_url: 'https://evil.example', new_field: { a: [1] } };
    await post('/v1/tasks/submit', { body: JSON.stringify(body) });
    expect(sent()).toEqual({ model: 'm', prompt: '灯台', duration_seconds: 4, new_field: { a: [1] } });
    bench.upstream.requests.length = 0;
    await post('/v1/tasks/submit', { body: JSON.stringify({ model: 'm', params: { prompt: 'p', callback_url: 'x' } }) });
    expect(sent()).toEqual({ model: 'm', params: { prompt: 'p' } });
  });

  it.each<[unknown, object, object]>([
    [undefined, { model: 'm', prompt: 'p' }, { model: 'm', prompt: 'p' }],
    [undefined, { model: 'm', params: { prompt: 'p' } }, { model: 'm', params: { prompt: 'p' } }],
    ['flat', { model: 'm', params: { prompt: 'p' }, n: 2 }, { model: 'm', prompt: 'p', n: 2 }],
    ['flat', { model: 'm', prompt: 'p' }, { model: 'm', prompt: 'p' }],
    ['params', { model: 'm', prompt: 'p' }, { model: 'm', params: { prompt: 'p' } }],
    ['params', { model: 'm', params: { prompt: 'p' } }, { model: 'm', params: { prompt: 'p' } }],
  ])('writes a submit in the shape that the gateway takes: %s of %j', async (wire, body, up) => {
    const named = async (name: object) => ({ ...name, out_task_id: await outName('o') });
    const proxy = bench.proxy({ ...(wire === undefined ? {} : { wire: wire as 'flat' }) });
    await proxy(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ ...body, out_task_id: 'o' }) }));
    expect(sent()).toEqual(await named(up));
    expect(() => bench.proxy({ wire: 'both' as 'flat' })).toThrow('`wire`');
  });

  it('sends one meaning of a field that came twice', async () => {
    const proxy = bench.proxy({ models: ['cheap'] });
    await proxy(pageRequest('POST', '/v1/tasks/submit', { body: '{"model":"dear","model":"cheap"}' }));
    expect(String(bench.upstream.requests[0]?.body)).toBe('{"model":"cheap"}');
  });

  it('sends nothing but the ids of a query and a cancel', async () => {
    const body = JSON.stringify({ task_id: T, out_task_id: 'o', callback_url: 'x', model: 'm' });
    await post('/v1/tasks/query', { body });
    expect(sent()).toEqual({ task_id: 't', out_task_id: await outName('o') });
    await post(`/v1/tasks/cancel/${T}`, { body: 'anything', headers: { 'content-type': 'text/plain' } });
    expect(bench.upstream.requests[1]?.body).toHaveLength(0);
  });

  it.each([['/v1/tasks/submit', 1], ['/v1/images/generations', 8], ['/v1/images/edits', 32], ['/v1/chat/completions', 32]])(
    'reads no more than its limit for %s, of whatever length was promised',
    async (path, limit) => {
      let taken = 0;
      let cancelled = false;
      const endless = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            taken += MIB / 4;
            controller.enqueue(new Uint8Array(MIB / 4).fill(32));
          },
          cancel: () => {
            cancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
      const type = path.endsWith('edits') ? 'multipart/form-data; boundary=x' : 'application/json';
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
      const init = { method: 'POST', headers, body: endless, duplex: 'half' };
      const response = await bench.proxy()(new Request(`https://app.example/api/bytespike${path}`, init));
      expect([response.status, (await errorOf(response)).code]).toEqual([413, 'request_entity_too_large']);
      expect(taken).toBeLessThanOrEqual(limit * MIB + MIB / 4);
      expect(cancelled).toBe(true);
      expect(bench.upstream.requests).toEqual([]);
    },
  );

  it('takes a body right at the limit', async () => {
    const [head, tail] = ['{"model":"m","prompt":"', '"}'];
    const body = head + 'p'.repeat(MIB - head.length - tail.length) + tail;
    expect((await post('/v1/tasks/submit', { body })).status).toBe(200);
    expect((await post('/v1/tasks/submit', { body: `${body} ` })).status).toBe(413);
  });

  it('refuses a promised length over the limit without reading', async () => {
    const request = pageRequest('POST', '/v1/tasks/submit', { body: submitBody, headers: { 'content-length': String(MIB + 1) } });
    expect((await bench.proxy()(request)).status).toBe(413);
    expect(request.bodyUsed).toBe(false);
  });

  it('sends an edit up whole, without the callback address', async () => {
    const response = await post('/v1/images/edits', {
      body: form((data) => {
        data.set('callback_url', 'https://evil.example');
        data.set('mask', new File([new Uint8Array([9])], 'mask.webp', { type: 'image/webp' }));
      }),
    });
    expect(response.status).toBe(200);
    const [up] = bench.upstream.requests;
    const type = String(up?.headers['content-type']);
    const arrived = await new Response(new Uint8Array(up?.body ?? []), { headers: { 'content-type': type } }).formData();
    expect([...arrived.keys()].sort()).toEqual(['image', 'mask', 'model', 'prompt']);
    const image = arrived.get('image') as File;
    expect([image.name, image.type, [...new Uint8Array(await image.arrayBuffer())]]).toEqual(['in.png', 'image/png', [1, 2, 3]]);
  });

  it('sends a picture up whole in a conversation, as large as in a form', async () => {
    const url = `data:image/png;base64,${'A'.repeat(27 * MIB)}`;
    const messages = [{ role: 'user', content: [{ type: 'text', text: 'At dusk' }, { type: 'image_url', image_url: { url } }] }];
    const body = { model: 'gpt-4o-image', messages, image_output: { n: 2 } };
    const response = await post('/v1/chat/completions', { body: JSON.stringify({ ...body, callback_url: 'https://evil.example' }) });
    expect(response.status).toBe(200);
    expect(sent()).toEqual(body);
    const [up] = bench.upstream.requests;
    expect([up?.url, up?.headers['authorization']]).toEqual(['/v1/chat/completions', `Bearer ${CANARY}`]);
    expect(bench.events).toMatchObject([{ endpoint: 'images.conversation', model: 'gpt-4o-image', status: 200 }]);
  });

  it.each<[string, (data: FormData) => void]>([
    ['no picture', (data) => data.set('image', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }))],
    ['in a field of no file', (data) => data.set('prompt', new File(['x'], 'a.png', { type: 'image/png' }))],
    ['a model as a file', (data) => data.set('model', new File(['x'], 'a.png', { type: 'image/png' }))],
    ['without a model', (data) => data.delete('model')],
    ['with two models', (data) => data.append('model', 'other')],
    ['with a field in capitals', (data) => data.append('Model', 'other')],
  ])('refuses an edit that is %s', async (_, change) => {
    const response = await post('/v1/images/edits', { body: form(change) });
    expect([response.status, (await errorOf(response)).code]).toEqual([400, 'invalid_param']);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('refuses an edit that is no form', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await post('/v1/images/edits', { body: 'garbage', headers })).status).toBe(400);
    expect((await post('/v1/images/edits', { body: submitBody })).status).toBe(415);
    expect(bench.upstream.requests).toEqual([]);
  });
});
