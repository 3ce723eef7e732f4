import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { type Answer, json, type Rig, rig, settled } from './setup.js';

const MODEL = 'claude-haiku-4-5';
const LONG_MS = 60_000;
const ask = (content: unknown, fields: object = {}) => ({ model: MODEL, max_tokens: 200, messages: [{ role: 'user', content }], ...fields });

async function whole(it: Rig, path: string, body: object): Promise<{ status: number; body: Answer }> {
  const answer = it.post(path, body);
  await it.clock.advance(LONG_MS);
  const response = await answer;
  return { status: response.status, body: await json(response) };
}

/** A stream to its end, or to where it broke. */
async function streamed(it: Rig, path: string, body: object, init: RequestInit = {}) {
  const answer = it.post(path, { ...body, stream: true }, init);
  await it.clock.advance(1000);
  const response = await answer;
  const heard = { text: '', error: undefined as unknown };
  const reader = (response.body as NonNullable<Response['body']>).pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<void> => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard.text += part.value;
  };
  const over = read().catch((error: unknown) => void (heard.error = error));
  return { response, reader, heard, over };
}

const events = (text: string): { name: string; data: Answer }[] =>
  text.split('\n\n').flatMap((frame) => {
    const [, name = '', data] = /^event: (\w+)\ndata: (.*)$/s.exec(frame) ?? [];
    return data === undefined ? [] : [{ name, data: JSON.parse(data) }];
  });

describe('/v1/messages', () => {
  test('streams what it writes, by the names of its events, and is paid for by the token', async () => {
    const it = rig();
    const { response, heard, over } = await streamed(it, '/v1/messages', ask('Improve this prompt: A kettle on a blue table'));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(it.gateway.ledger.held).toBeGreaterThan(0);
    await it.clock.advance(LONG_MS);
    await over;
    const all = events(heard.text);
    expect(all.map(({ name }) => name).filter((name, index, names) => name !== names[index - 1])).toEqual(['message_start', 'content_block_start', 'ping', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop']);
    expect(all.every(({ name, data }) => name === data.type)).toBe(true);
    const text = all.filter(({ name }) => name === 'content_block_delta').map(({ data }) => data.delta.text).join('');
    expect(text).toMatch(/^A kettle on a blue table, .+, .+/);
    const { usage, delta } = all.find(({ name }) => name === 'message_delta')!.data;
    const start = all[0]!.data.message;
    expect([delta.stop_reason, usage.output_tokens > 5, start.usage.input_tokens]).toEqual(['end_turn', true, 12]);
    expect(it.gateway.ledger).toMatchObject({ held: 0, charges: [{ model: MODEL, amount: (12 + 5 * usage.output_tokens) / 1e6 }] });
    expect(it.clock.waiting).toBe(0);
  });

  test.each([
    [ask('A kettle', { system: 'Translate the prompt into German. Answer with it alone.' }), '[German] A kettle'],
    [ask('Translate to French: A kettle'), '[French] A kettle'],
    [ask('Hello'), 'You said: Hello'],
    [ask([{ type: 'text', text: 'Describe it' }, { type: 'image', source: { type: 'url', url: 'https://elsewhere.example/a.png' } }]), 'A picture that could not be looked at.'],
  ])('answers %j in one piece', async (body, text) => {
    const it = rig();
    const answer = await whole(it, '/v1/messages', body);
    expect(answer).toMatchObject({ status: 200, body: { type: 'message', role: 'assistant', model: MODEL, content: [{ type: 'text', text }], stop_reason: 'end_turn' } });
    expect(it.gateway.ledger.charges).toHaveLength(1);
  });

  test('describes a picture of its own by what it was asked to show, and another by its size', async () => {
    const it = rig();
    const { body } = await whole(it, '/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle at dawn' });
    const about = async (source: object) => (await whole(it, '/v1/messages', ask([{ type: 'image', source }]))).body.content[0].text as string;
    expect(await about({ type: 'url', url: body.data[0].url })).toBe('A picture of this: A kettle at dawn');
    const png = await whole(it, '/v1/images/generations', { model: 'seedream-v4', prompt: 'A cup', response_format: 'b64_json' });
    expect(await about({ type: 'base64', media_type: 'image/png', data: png.body.data[0].b64_json })).toBe('A picture of 1024 × 1024 pixels.');
  });

  test('stops at so many tokens, and says so', async () => {
    const it = rig();
    const { body } = await whole(it, '/v1/messages', ask('Say many words, one after another', { max_tokens: 3 }));
    expect([body.stop_reason, body.usage.output_tokens, body.content[0].text]).toEqual(['max_tokens', 3, 'You said: Say']);
  });

  test.each([
    [{ max_tokens: undefined }, 400, 'invalid_request_error'],
    [{ messages: [] }, 400, 'invalid_request_error'],
    [{ messages: [{ role: 'system', content: 'A' }] }, 400, 'invalid_request_error'],
    [{ model: 'gpt-image-2' }, 400, 'invalid_request_error'],
    [{ model: 'nobody' }, 400, 'invalid_request_error'],
    [{ messages: [{ role: 'user', content: 'A [block]' }] }, 451, 'invalid_request_error'],
    [{ messages: [{ role: 'user', content: 'A [broke]' }] }, 402, 'billing_error'],
    [{ messages: [{ role: 'user', content: 'A [busy]' }] }, 429, 'rate_limit_error'],
  ])('refuses %j with %i, in an envelope of Anthropic\'s', async (fields, status, type) => {
    const it = rig();
    const answer = await whole(it, '/v1/messages', { ...ask('A kettle'), ...fields });
    expect(answer).toEqual({ status, body: { type: 'error', error: { type, message: expect.any(String) } } });
    expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });

  test('speaks so of a wrong key and of injected faults as well', async () => {
    const it = rig();
    const wrong = await it.gateway.fetch(it.request('/v1/messages', { method: 'POST', body: '{}', headers: { authorization: 'Bearer no' } }));
    expect([wrong.status, (await json(wrong)).type]).toEqual([401, 'error']);
    it.gateway.inject({ kind: 'status', status: 503, on: '/v1/messages' });
    expect(await whole(it, '/v1/messages', ask('A kettle'))).toMatchObject({ status: 503, body: { type: 'error', error: { type: 'api_error' } } });
    expect(it.gateway.ledger.charges).toEqual([]);
  });

  test('says in the stream that the model failed, and takes nothing', async () => {
    const it = rig();
    const { heard, over } = await streamed(it, '/v1/messages', ask('A kettle [fail]'));
    await it.clock.advance(LONG_MS);
    await over;
    expect(events(heard.text).at(-1)).toMatchObject({ name: 'error', data: { type: 'error', error: { type: 'api_error' } } });
    expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });

  test.each(['the reader', 'the request'])('is paid for as far as it was written, when %s leaves', async (who) => {
    const it = rig();
    const leave = new AbortController();
    const { reader, heard, over } = await streamed(it, '/v1/messages', ask('A kettle [stall]'), { signal: leave.signal });
    await it.clock.advance(LONG_MS);
    expect(events(heard.text).filter(({ name }) => name === 'content_block_delta')).toHaveLength(1);
    if (who === 'the reader') await reader.cancel();
    else leave.abort();
    await over;
    await settled();
    expect(it.gateway.ledger).toMatchObject({ held: 0, charges: [{ amount: (4 + 5) / 1e6 }] });
    expect(it.clock.waiting).toBe(0);
  });

  test.each([
    [{ kind: 'stream-cut', bytes: 900 }, 8, true],
    [{ kind: 'stream-cut', bytes: 900, clean: true }, 8, false],
    [{ kind: 'reset-within-answer' }, 1, true],
  ] as const)('breaks by %j, and is paid for to its end', async (fault, count, breaks) => {
    const it = rig({ faults: [{ ...fault, on: '/v1/messages' }] });
    const { heard, over } = await streamed(it, '/v1/messages', ask('A kettle'));
    await it.clock.advance(LONG_MS);
    await over;
    expect(heard.text.match(/^event: /gm)).toHaveLength(count);
    expect(heard.error !== undefined).toBe(breaks);
    expect(it.gateway.ledger).toMatchObject({ held: 0, charges: [{ model: MODEL }] });
  });

  test('keeps the names of events whose data is changed', async () => {
    const it = rig({ faults: [{ kind: 'stream-split', bytes: 7, on: '/v1/messages' }] });
    const { heard, over } = await streamed(it, '/v1/messages', ask('A kettle'));
    await it.clock.advance(LONG_MS);
    await over;
    expect(events(heard.text).map(({ data }) => data.note)).not.toContain(undefined);
    expect(events(heard.text).at(-1)).toMatchObject({ name: 'message_stop' });
  });
});

describe('the tool that draws', () => {
  const tool = { type: 'image_generation', name: 'image_generation', model: 'seedream-v5lite' };
  const drawing = (content: string, fields: object = {}) => ask(content, { tools: [tool], ...fields });
  const kinds = (text: string) =>
    events(text)
      .map(({ name, data }) => (name === 'content_block_start' ? data.content_block.type : name === 'content_block_delta' ? data.delta.type : name))
      .filter((kind, index, all) => kind !== all[index - 1]);

  test('is told as a call and its result between the words, in blocks that are counted', async () => {
    const it = rig();
    const { heard, over } = await streamed(it, '/v1/messages', drawing('A loop. [draw: a rope] Pull.'));
    await it.clock.advance(LONG_MS);
    await over;
    const all = events(heard.text);
    expect(kinds(heard.text)).toEqual([
      ...['message_start', 'text', 'ping', 'text_delta', 'content_block_stop', 'tool_use', 'input_json_delta', 'content_block_stop'],
      ...['image_generation_tool_result', 'content_block_stop', 'text', 'text_delta', 'content_block_stop', 'message_delta', 'message_stop'],
    ]);
    const starts = all.filter(({ name }) => name === 'content_block_start').map(({ data }) => data);
    expect(starts.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(starts[1].content_block).toEqual({ type: 'tool_use', id: starts[2].content_block.tool_use_id, name: 'image_generation', input: {} });
    expect(JSON.parse(all.map(({ data }) => data.delta?.partial_json ?? '').join(''))).toEqual({ prompt: 'a rope' });
    const [shown] = starts[2].content_block.content;
    expect((await it.get(shown.source.url)).headers.get('content-type')).toBe('image/png');
    expect(all.at(-2)?.data).toMatchObject({ delta: { stop_reason: 'end_turn' }, usage: { server_tool_use: { image_generation_requests: 1 } } });
  });

  test('is told in one piece as well, and takes the time and the price of an image', async () => {
    const it = rig();
    const answer = it.post('/v1/messages', drawing('Draw me a kettle, please.'));
    await it.clock.advance(1500);
    expect(it.gateway.ledger).toMatchObject({ charges: [], held: expect.closeTo(0.012 + 7e-6 + 200 * 5e-6, 8) });
    await it.clock.advance(LONG_MS);
    const { content, usage } = await json(await answer);
    expect(content.map(({ type }: { type: string }) => type)).toEqual(['text', 'tool_use', 'image_generation_tool_result', 'text']);
    expect([content[0].text, content[1].input]).toEqual(['This is a kettle, please:', { prompt: 'a kettle, please' }]);
    expect(usage.server_tool_use).toEqual({ image_generation_requests: 1 });
    expect(it.gateway.ledger.charges).toMatchObject([{ model: 'seedream-v5lite', amount: 0.012 }, { model: MODEL, amount: (7 + 5 * usage.output_tokens) / 1e6 }]);
  });

  test('draws no more than it may, nothing unasked, and nothing without being listed', async () => {
    const it = rig();
    const content = async (body: object) => (await whole(it, '/v1/messages', body)).body.content.map(({ type }: { type: string }) => type);
    expect(await content(drawing('[draw: a] [draw: b] [draw: c]', { tools: [{ ...tool, max_uses: 2 }] }))).toEqual(['tool_use', 'image_generation_tool_result', 'tool_use', 'image_generation_tool_result']);
    expect(await content(drawing('Hello'))).toEqual(['text']);
    expect(await content(ask('Draw a kettle'))).toEqual(['text']);
    expect(await content(ask('Draw a kettle', { tools: [{ name: 'mine', input_schema: { type: 'object' } }] }))).toEqual(['text']);
  });

  test.each([
    ['fail', 'api_error'],
    ['block', 'content_policy_violation'],
    ['block-late', 'content_policy_violation'],
    ['broke', 'insufficient_balance'],
  ])('says of a picture that ends by [%s] why, takes nothing for it, and goes on', async (word, code) => {
    const it = rig();
    const { body } = await whole(it, '/v1/messages', drawing(`One [draw: a rope [${word}]] two`));
    expect(body.content[2]).toMatchObject({ type: 'image_generation_tool_result', tool_use_id: body.content[1].id, content: { type: 'image_generation_tool_result_error', error_code: code } });
    expect(body.content[3].text).toBe(' two');
    expect(it.gateway.ledger).toMatchObject({ charges: [{ model: MODEL }], held: 0 });
  });

  test('keeps the stream alive while it draws, and ends with whoever leaves; the picture is paid for', async () => {
    const it = rig();
    const { reader, heard, over } = await streamed(it, '/v1/messages', drawing('[draw: a rope [slow]]'));
    await it.clock.advance(12_000);
    expect(events(heard.text).map(({ name }) => name).slice(-2)).toEqual(['content_block_stop', 'ping']);
    await reader.cancel();
    await over;
    await it.clock.advance(LONG_MS);
    expect(it.gateway.ledger).toMatchObject({ held: 0, charges: [{ model: MODEL }, { model: 'seedream-v5lite', amount: 0.012 }] });
    expect(it.clock.waiting).toBe(0);
  });

  test.each([
    [[{ ...tool, model: 'veo-3.1-fast' }]],
    [[{ ...tool, model: 'nobody' }]],
    [[{ ...tool, size: '1x1' }]],
    [[{ ...tool, max_uses: 0 }]],
    [[{ ...tool, name: 'draw' }]],
    [[{ type: 'web_search_20250305', name: 'web_search' }]],
    ['all'],
    [[7]],
  ])('refuses %j', async (tools) => {
    const it = rig();
    expect(await whole(it, '/v1/messages', drawing('Draw a kettle', { tools }))).toMatchObject({ status: 400, body: { type: 'error', error: { type: 'invalid_request_error' } } });
    expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });
});

describe('/v1/chat/completions for text', () => {
  const chat = (it: Rig) => new OpenAI({ apiKey: it.gateway.apiKey, baseURL: `${it.gateway.baseUrl}/v1`, maxRetries: 0, fetch: (url, init) => it.gateway.fetch(new Request(url, init)) }).chat.completions;
  const asked = { model: 'gpt-5-mini', messages: [{ role: 'system' as const, content: 'Translate into Japanese.' }, { role: 'user' as const, content: 'A kettle' }] };

  test('pleases the openai client, in one piece', async () => {
    const it = rig();
    const answer = chat(it).create(asked);
    await it.clock.advance(LONG_MS);
    const { choices, usage, object } = await answer;
    expect([object, choices[0]?.message.content, choices[0]?.finish_reason]).toEqual(['chat.completion', '[Japanese] A kettle', 'stop']);
    expect(it.gateway.ledger.charges).toMatchObject([{ model: 'gpt-5-mini', amount: (usage!.prompt_tokens + 5 * usage!.completion_tokens) / 1e6 }]);
  });

  test('streams to the openai client, to its last word', async () => {
    const it = rig();
    const begun = chat(it).create({ ...asked, stream: true, stream_options: { include_usage: true }, max_completion_tokens: 2 });
    await it.clock.advance(1000);
    const stream = await begun;
    const heard = { text: '', finish: undefined as string | null | undefined, tokens: undefined as number | undefined };
    const read = async () => {
      for await (const { choices, usage } of stream) {
        heard.text += choices[0]?.delta.content ?? '';
        heard.finish = choices[0]?.finish_reason ?? heard.finish;
        heard.tokens = usage?.completion_tokens ?? heard.tokens;
      }
    };
    const over = read();
    await it.clock.advance(LONG_MS);
    await over;
    expect(heard).toEqual({ text: '[Japanese] A', finish: 'length', tokens: 2 });
  });

  test('leaves the model that draws what it is', async () => {
    const it = rig();
    const { body } = await whole(it, '/v1/chat/completions', { model: 'gpt-4o-image', messages: [{ role: 'user', content: 'A kettle' }] });
    expect(body.choices[0].message.content[1].type).toBe('image_url');
  });
});
