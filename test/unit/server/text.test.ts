import type { ProxyOptions, TextOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { CANARY, deferred, errorOf, pageRequest, RESULT, RESULT_PATH, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const MODEL = 'claude-haiku';
const text: TextOptions = { models: [MODEL, 'bge-large-zh-v1.5', 'bge-reranker-v2-m3'], maxTokens: 500 };
const messages = [{ role: 'user', content: 'Describe a lighthouse for a painter.' }];
const calls = {
  '/v1/messages': { model: MODEL, messages, max_tokens: 100, system: 'Be brief.' },
  '/v1/chat/completions': { model: MODEL, messages, max_completion_tokens: 100 },
  '/v1/embeddings': { model: 'bge-large-zh-v1.5', input: ['a', 'b'] },
  '/v1/rerank': { model: 'bge-reranker-v2-m3', query: 'a', documents: ['b'] },
};

describe('text', () => {
  const bench = useBench();
  const post = (path: string, body: object, options: Partial<ProxyOptions> = { text }) => bench.proxy(options)(pageRequest('POST', path, { body: JSON.stringify(body) }));
  const sent = () => JSON.parse(String(bench.upstream.requests[0]?.body)) as Record<string, unknown>;

  it.each(Object.entries(calls))('passes at %s once it is on, as it was sent, and not before', async (path, body) => {
    expect([400, 404]).toContain((await post(path, body, {})).status);
    expect(bench.upstream.requests).toEqual([]);
    bench.upstream.answer = (res) => sendJson(res, 200, { said: `ok ${CANARY}` });
    const answer = await post(path, body, { text, models: ['gpt-image-2'] });
    expect([answer.status, await answer.json()]).toEqual([200, { said: 'ok [redacted]' }]);
    expect([bench.upstream.requests[0]?.url, sent()]).toEqual([path, body]);
    expect(bench.events.at(-1)).toMatchObject({ endpoint: expect.stringMatching(/^text\./) as string, model: body.model });
  });

  it.each([
    ['/v1/messages', { max_tokens: 501 }],
    ['/v1/messages', { max_tokens: 0 }],
    ['/v1/messages', { max_tokens: '10' }],
    ['/v1/messages', { model: 'claude-opus' }],
    ['/v1/messages', { model: [MODEL] }],
    ['/v1/messages', { tools: [{ type: 'web_search' }] }],
    ['/v1/messages', { mcp_servers: [] }],
    ['/v1/messages', { thinking: { type: 'enabled', budget_tokens: 9999 } }],
    ['/v1/chat/completions', { max_completion_tokens: 501 }],
    ['/v1/chat/completions', { max_tokens: 501 }],
    ['/v1/chat/completions', { n: 2 }],
    ['/v1/chat/completions', { Max_Tokens: 9999 }],
    ['/v1/chat/completions', { web_search_options: {} }],
    ['/v1/embeddings', { user: 'x' }],
    ['/v1/rerank', { callback_url: 'https://evil.example' }],
  ] as const)('at %s is refused with %j', async (path, change) => {
    expect((await post(path, { ...calls[path], ...change })).status).toBe(400);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each(['/v1/messages', '/v1/chat/completions'] as const)('at %s gets a cap when the client names none', async (path) => {
    await post(path, { model: MODEL, messages });
    expect(sent().max_tokens).toBe(500);
  });

  it('is refused when it is too long', async () => {
    const long = { ...calls['/v1/messages'], system: 'x'.repeat(70_000) };
    expect((await post('/v1/messages', long)).status).toBe(413);
    expect((await post('/v1/messages', long, { text: { ...text, maxInputBytes: 100_000 } })).status).toBe(200);
  });

  it('leaves a model that draws what it is', async () => {
    await post('/v1/chat/completions', { model: 'gpt-4o-image', messages, image_output: { n: 1 } });
    expect(bench.events[0]?.endpoint).toBe('images.conversation');
    expect(sent()).toMatchObject({ image_output: { n: 1 } });
  });

  it('counts against what a user may spend, at what it is said to cost, and not at all without that', async () => {
    const limits = { spend: { usd: 0.05, perSeconds: 3600 } };
    expect((await post('/v1/messages', calls['/v1/messages'], { text, limits })).status).toBe(400);
    expect((await post('/v1/messages', calls['/v1/messages'], { text, caps: { maxCost: 1 } })).status).toBe(400);
    const proxy = bench.proxy({ text: { ...text, costPerCall: 0.02 }, limits, caps: { maxCost: 0.02 } });
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await proxy(pageRequest('POST', '/v1/messages', { body: JSON.stringify(calls['/v1/messages']) }))).status);
    expect(statuses).toEqual([200, 200, 402]);
    expect((await post('/v1/messages', calls['/v1/messages'], { text: { ...text, costPerCall: 0.02 }, caps: { maxCost: 0.01 } })).status).toBe(400);
  });

  describe('with pictures', () => {
    const tool = { type: 'image_generation', name: 'image_generation', model: 'gpt-image-2' };
    const open: TextOptions = { ...text, pictures: { models: ['gpt-image-2', 'house-model'], most: 3 } };
    const drawing = (change: object = {}) => ({ ...calls['/v1/messages'], tools: [{ ...tool, ...change }] });
    const priced: TextOptions = { ...open, costPerCall: 0.01 };

    it('opens the one tool, with a number of pictures, and leaves all else as it was', async () => {
      expect((await post('/v1/messages', drawing(), { text })).status).toBe(400);
      expect((await post('/v1/chat/completions', { ...calls['/v1/chat/completions'], tools: [tool] }, { text: open })).status).toBe(400);
      expect(bench.upstream.requests).toEqual([]);
      expect((await post('/v1/messages', drawing({ size: '1024x1024', quality: 'low', max_uses: 2 }), { text: open })).status).toBe(200);
      expect(sent()).toEqual(drawing({ size: '1024x1024', quality: 'low', max_uses: 2 }));
      await post('/v1/messages', drawing(), { text: open });
      expect(JSON.parse(String(bench.upstream.requests[1]?.body))).toEqual(drawing({ max_uses: 3 }));
    });

    it.each([
      [[{ ...tool, max_uses: 4 }]],
      [[{ ...tool, max_uses: 0 }]],
      [[{ ...tool, max_uses: '2' }]],
      [[{ ...tool, model: 'seedream-v4' }]],
      [[{ ...tool, model: undefined }]],
      [[{ ...tool, n: 4 }]],
      [[{ ...tool, size: 1024 }]],
      [[{ ...tool, name: 'other' }]],
      [[{ ...tool, type: 'web_search' }]],
      [[tool, tool]],
      [[tool, { type: 'web_search', name: 'web_search' }]],
      [[]],
      [[null]],
      [{ 0: tool }],
    ])('refuses %j', async (tools) => {
      expect((await post('/v1/messages', { ...drawing(), tools }, { text: open })).status).toBe(400);
      expect(bench.upstream.requests).toEqual([]);
    });

    it.each([
      [{}, 0.01 + 3 * 0.03],
      [{ max_uses: 1 }, 0.01 + 0.03],
      [{ max_uses: 2, quality: 'high' }, 0.01 + 2 * 0.08],
      [{ model: 'house-model', max_uses: 2 }, 0.01 + 2 * 0.2],
    ])('counts for %j what each of them costs beside the text', async (change, usd) => {
      const options = { text: priced, costPerResult: { 'house-model': 0.2 } };
      const status = async (maxCost: number) => (await post('/v1/messages', drawing(change), { ...options, caps: { maxCost } })).status;
      expect([await status(usd - 1e-6), await status(usd)]).toEqual([400, 200]);
      const { costPerResult } = options;
      const proxy = bench.proxy({ text: priced, costPerResult, limits: { spend: { usd: usd * 2.5, perSeconds: 3600 } } });
      const statuses = [];
      for (let call = 0; call < 3; call++) statuses.push((await proxy(pageRequest('POST', '/v1/messages', { body: JSON.stringify(drawing(change)) }))).status);
      expect(statuses).toEqual([200, 200, 402]);
    });

    it('writes down what the price hangs on, and refuses what has none', async () => {
      const limits = { spend: { usd: 5, perSeconds: 3600 } };
      await post('/v1/messages', drawing(), { text: priced, limits });
      expect(sent().tools).toEqual([{ ...tool, size: '1024x1024', quality: 'medium', max_uses: 3 }]);
      const refused = async (change: object, options: Partial<ProxyOptions>) => (await post('/v1/messages', drawing(change), { text: priced, limits, ...options })).status;
      expect(await refused({ model: 'house-model' }, {})).toBe(400);
      expect(await refused({ size: '640x480' }, {})).toBe(400);
      expect(await refused({}, { text: open })).toBe(400);
      expect([await refused({}, { caps: { n: 2 } }), await refused({ max_uses: 2 }, { caps: { n: 2 } }), await refused({}, { caps: { size: '512x512' } })]).toEqual([400, 200, 400]);
    });

    it.each<[string, Record<string, unknown>]>([
      ['a result', { type: 'image_generation_tool_result', tool_use_id: 'a', content: [{ type: 'image', source: { type: 'url', url: RESULT } }] }],
      ['a block', { type: 'image', tool_use_id: 'a', source: { type: 'url', url: RESULT } }],
      ['a block of the chat', { type: 'image_url', image_url: { url: RESULT } }],
      ['an address alone', { type: 'image', image_url: RESULT }],
    ])('leads the picture of %s through itself, as it leads those of images', async (_, block) => {
      const path = `/api/bytespike${RESULT_PATH}`;
      const said = { type: 'tool_use', id: 'a', name: 'image_generation', input: { prompt: RESULT, task_id: 'mine' } };
      const options = { text: open, assets: { hosts: ['cdn.example'] } };
      const instead = JSON.stringify(block).replace(RESULT, path);
      bench.upstream.answer = (res) => {
        res.writeHead(200, { 'content-type': 'text/event-stream' });
        res.end([said, block].map((content_block, index) => `event: content_block_start\ndata: ${JSON.stringify({ type: 'content_block_start', index, content_block })}\n\n`).join(''));
      };
      const stream = await (await post('/v1/messages', { ...drawing(), stream: true }, options)).text();
      expect(stream).toContain(`event: content_block_start\ndata: {"type":"content_block_start","index":1,"content_block":${instead}}`);
      expect(stream).toContain(JSON.stringify(said));
      bench.upstream.answer = (res) => sendJson(res, 200, { type: 'message', content: [said, block] });
      expect(await (await post('/v1/messages', drawing(), options)).json()).toEqual({ type: 'message', content: [said, JSON.parse(instead)] });
    });

    it('tells the app of each picture, by whom it was drawn and which it is, to be copied', async () => {
      const told: unknown[] = [];
      const onAsset: ProxyOptions['onAsset'] = (asset) => (told.push(asset), `https://bucket.example/${asset.index}`);
      const event = (name: string) => `data: ${JSON.stringify({ type: 'content_block_start', content_block: { type: 'image', source: { url: `https://cdn.example/${name}` } } })}\n\n`;
      bench.upstream.answer = (res) => {
        res.writeHead(200, { 'content-type': 'text/event-stream' });
        res.end(event('a') + event('b') + event('a'));
      };
      const stream = await (await post('/v1/messages', { ...drawing(), stream: true }, { text: open, onAsset })).text();
      expect([...stream.matchAll(/bucket\.example\/(\d)/g)].map(([, index]) => index)).toEqual(['0', '1', '0']);
      expect(told).toEqual([0, 1].map((index) => ({ kind: 'image', url: `https://cdn.example/${'ab'[index]}`, index, model: 'gpt-image-2' })));
    });

    it('lets a picture through that came with its bytes, larger than any reading', async () => {
      const data = 'A'.repeat(3 * 1024 * 1024);
      bench.upstream.answer = (res) => {
        res.writeHead(200, { 'content-type': 'text/event-stream' });
        res.end(`data: ${JSON.stringify({ type: 'content_block_start', content_block: { type: 'image', source: { type: 'base64', data } } })}\n\n`);
      };
      const answer = await post('/v1/messages', { ...drawing(), stream: true }, { text: open, assets: { hosts: ['cdn.example'] } });
      expect((await answer.text()).length).toBeGreaterThan(data.length);
    });

    it.each([{}, { models: ['gpt-image-2'] }, { models: 'gpt-image-2', most: 1 }, { models: ['gpt-image-2'], most: 0 }, { models: ['gpt-image-2'], most: 1.5 }])('is not opened by %j', (pictures) => {
      expect(() => bench.proxy({ text: { ...text, pictures: pictures as NonNullable<TextOptions['pictures']> } })).toThrow('`text.pictures`');
    });
  });

  it('streams, and ends upstream when the client leaves: nobody could find it again', async () => {
    const closed = deferred<void>();
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write('event: message_start\ndata: {}\n\n');
    };
    const answer = await post('/v1/messages', { ...calls['/v1/messages'], stream: true });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('event: message_start\ndata: {}\n\n');
    await reader.cancel();
    await closed.promise;
  });

  it("says in one envelope what Anthropic's says", async () => {
    bench.upstream.answer = (res) => sendJson(res, 400, { type: 'error', error: { type: 'invalid_request_error', message: 'messages: too few' } });
    const refused = await post('/v1/messages', calls['/v1/messages']);
    expect([refused.status, await errorOf(refused)]).toEqual([400, { type: 'invalid_request_error', message: 'messages: too few' }]);
  });

  it.each([{}, { models: [MODEL] }, { models: MODEL, maxTokens: 1 }, { models: [MODEL], maxTokens: 0 }, { models: [MODEL], maxTokens: 1.5 }, { ...text, maxInputBytes: 0 }, { ...text, costPerCall: -1 }])(
    'is not let through by %j',
    (options) => {
      expect(() => bench.proxy({ text: options as TextOptions })).toThrow('`text`');
    },
  );

  it.each([{ models: [MODEL], maxTokens: 1 }, { ...text, maxInputBytes: 1 }, { ...text, costPerCall: 0 }])('lets text through by %j, the least that it takes', (least) => {
    expect(() => bench.proxy({ text: least })).not.toThrow();
  });
});
