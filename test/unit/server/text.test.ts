import type { ProxyOptions, TextOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { CANARY, deferred, errorOf, pageRequest, useBench } from './fixture.js';
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
