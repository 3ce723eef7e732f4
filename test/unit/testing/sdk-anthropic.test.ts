import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { type Served, serve } from '../../support/served.js';

const MODEL = 'claude-haiku-4-5';
const asked = (content: Anthropic.MessageParam['content'] = 'A kettle on a blue table') => ({ model: MODEL, max_tokens: 200, messages: [{ role: 'user' as const, content }] });
const text = { models: [MODEL], maxTokens: 1000 };

type Way = 'the gateway' | 'our proxy';
const ways: Way[] = ['the gateway', 'our proxy'];

function clientOf({ gateway, url, proxied, headers }: Served, way: Way, apiKey?: string): Anthropic {
  const of = way === 'our proxy' ? { baseURL: proxied, apiKey: 'ann', defaultHeaders: headers } : { baseURL: url, apiKey: gateway.apiKey };
  return new Anthropic({ maxRetries: 0, ...of, ...(apiKey !== undefined && { apiKey }) });
}

async function rig(way: Way, options: Parameters<typeof serve>[0] = {}) {
  const served = await serve({ proxy: { text }, ...options });
  return { ...served, client: clientOf(served, way) };
}

describe.each(ways)('the client of Anthropic, before %s', (way) => {
  test('is answered in one piece', async () => {
    const { client, gateway } = await rig(way);
    const message = await client.messages.create({ ...asked('A kettle'), system: 'Translate the prompt into German.' });
    expect(message).toMatchObject({ type: 'message', role: 'assistant', model: MODEL, content: [{ type: 'text', text: '[German] A kettle' }], stop_reason: 'end_turn' });
    const { input_tokens: read, output_tokens: written } = message.usage;
    expect(gateway.ledger.charges).toMatchObject([{ model: MODEL, amount: (read + 5 * written) / 1e6 }]);
  });

  test('streams, and puts together what it was told', async () => {
    const { client } = await rig(way);
    const stream = client.messages.stream(asked());
    const heard: string[] = [];
    stream.on('text', (_, all) => heard.push(all));
    const message = await stream.finalMessage();
    expect([heard.at(-1), await stream.finalText()]).toEqual(['You said: A kettle on a blue table', 'You said: A kettle on a blue table']);
    expect(heard.length).toBeGreaterThan(5);
    expect(message).toMatchObject({ stop_reason: 'end_turn', usage: { input_tokens: 6, output_tokens: heard.length } });
  });

  test('hears of each event in its order', async () => {
    const { client } = await rig(way);
    const heard: string[] = [];
    for await (const { type } of await client.messages.create({ ...asked('Hi'), max_tokens: 2, stream: true })) heard.push(type);
    expect(heard).toEqual(['message_start', 'content_block_start', 'content_block_delta', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop']);
  });

  test('goes on with what was said, shows a picture, and is stopped by a cap', async () => {
    const { client } = await rig(way);
    const shown: Anthropic.ImageBlockParam = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } };
    const message = await client.messages.create({
      ...asked(),
      max_tokens: 3,
      messages: [{ role: 'user', content: 'Hello' }, { role: 'assistant', content: 'Hello.' }, { role: 'user', content: [{ type: 'text', text: 'What is this?' }, shown] }],
    });
    expect(message).toMatchObject({ content: [{ text: 'A picture that' }], stop_reason: 'max_tokens', usage: { output_tokens: 3 } });
  });

  test('ends what it no longer waits for, and pays for what was written', async () => {
    const { client, gateway } = await rig(way);
    const stream = client.messages.stream(asked('A kettle [stall]'));
    const over = stream.done().catch((error: unknown) => error);
    await new Promise((resolve) => stream.once('text', resolve));
    stream.abort();
    expect(await over).toBeInstanceOf(Anthropic.APIUserAbortError);
    await expect.poll(() => gateway.ledger).toMatchObject({ held: 0, charges: [{ amount: 9e-6 }] });
  });

  test.each([
    [400, Anthropic.BadRequestError, 'invalid_request_error', { model: 'nobody' }],
    [402, Anthropic.APIError, 'billing_error', { messages: [{ role: 'user', content: '[broke]' }] }],
    [403, Anthropic.PermissionDeniedError, 'permission_error', { messages: [{ role: 'user', content: '[forbidden]' }] }],
    [429, Anthropic.RateLimitError, 'rate_limit_error', { messages: [{ role: 'user', content: '[rate-limit]' }] }],
    [451, Anthropic.APIError, 'invalid_request_error', { messages: [{ role: 'user', content: '[block]' }] }],
    [503, Anthropic.InternalServerError, 'api_error', { messages: [{ role: 'user', content: '[down]' }] }],
  ])('gets an error of its own on %i', async (status, kind, type, change) => {
    const { client, gateway } = await rig(way);
    const failure: unknown = await client.messages.create({ ...asked(), ...(change as object) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(kind);
    // What is about keys and groups the proxy says in words, and by types, of its own.
    expect(failure).toMatchObject({ status, ...(way === 'the gateway' && { type }) });
    expect(gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });

  test('is let in by nothing but its key', async () => {
    const served = await serve({ proxy: { text } });
    const failure: unknown = await clientOf(served, way, 'sk-wrong').messages.create(asked()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Anthropic.AuthenticationError);
    expect(served.gateway.ledger.charges).toEqual([]);
  });

  test('comes back when too much was asked of the models, and pays once', async () => {
    const served = await serve({ proxy: { text }, faults: [{ kind: 'status', status: 529, retryAfter: 0, on: '/v1/messages' }] });
    const failure: unknown = await clientOf(served, way).messages.create(asked('Hi')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Anthropic.InternalServerError);
    expect(failure).toMatchObject({ status: 529, type: 'overloaded_error' });
    served.gateway.inject({ kind: 'status', status: 529, retryAfter: 0, on: '/v1/messages' });
    const message = await clientOf(served, way).withOptions({ maxRetries: 1 }).messages.create(asked('Hi'));
    expect(message.content).toMatchObject([{ text: 'You said: Hi' }]);
    expect(served.gateway.ledger.charges).toHaveLength(1);
  });

  test.each([
    ['that breaks', { kind: 'stream-cut', bytes: 900 }, { message: 'terminated' }],
    ['that ends before its end', { kind: 'stream-cut', bytes: 900, clean: true }, { message: expect.stringContaining('without producing a Message') }],
    ['of which nothing came', { kind: 'reset-after-body' }, { status: 500 }],
  ] as const)('takes no stream %s for a whole one', async (_, fault, expected) => {
    const { client, gateway } = await rig(way, { faults: [{ ...fault, on: '/v1/messages' }] });
    const stream = client.messages.stream(asked());
    const heard: string[] = [];
    stream.on('text', (more) => heard.push(more));
    await expect(stream.finalMessage()).rejects.toMatchObject(expected);
    expect('You said: A kettle on a blue table'.startsWith(heard.join(''))).toBe(true);
    expect(heard.length).toBeLessThan(10);
    await expect.poll(() => gateway.ledger.charges.length).toBe(1);
  });

  test('is told in the stream that the model failed, and pays nothing', async () => {
    const { client, gateway } = await rig(way);
    const failure: unknown = await client.messages.stream(asked('A kettle [fail]')).finalMessage().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Anthropic.APIError);
    expect(failure).toMatchObject({ type: 'api_error' });
    expect(gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });

  test.each(['stream-split', 'stream-cr', 'stream-crlf'] as const)('reads a stream under %s', async (kind) => {
    const { client } = await rig(way, { faults: [{ kind, on: '/v1/messages' }] });
    expect(await client.messages.stream(asked()).finalText()).toBe('You said: A kettle on a blue table');
  });

  describe('with the tool that draws', () => {
    // What the gateway has beside the tools of Anthropic.
    const tools = [{ type: 'image_generation', name: 'image_generation', model: 'seedream-v5lite', max_uses: 2 }] as unknown as Anthropic.Tool[];
    const drawing = { ...asked('Lay a loop. [draw: a rope] Then [draw: a knot [fail]] pull.'), tools };
    const kinds = ['text', 'tool_use', 'image_generation_tool_result', 'text', 'tool_use', 'image_generation_tool_result', 'text'];
    const pictured = { proxy: { text: { ...text, pictures: { models: ['seedream-v5lite'], most: 2 } } } };

    test('puts together words, calls and pictures', async () => {
      const { client, gateway } = await rig(way, pictured);
      const stream = client.messages.stream(drawing);
      const heard: string[] = [];
      stream.on('contentBlock', ({ type }) => heard.push(type));
      const message = await stream.finalMessage();
      expect([heard, message.content.map(({ type }) => type)]).toEqual([kinds, kinds]);
      const [, call, result] = message.content as unknown as [unknown, { id: string; input: object }, { tool_use_id: string; content: [{ source: { url: string } }] }];
      expect(call.input).toEqual({ prompt: 'a rope' });
      expect(result.tool_use_id).toBe(call.id);
      expect((await fetch(result.content[0].source.url)).headers.get('content-type')).toBe('image/png');
      expect(message.stop_reason).toBe('end_turn');
      expect(message.usage.server_tool_use).toEqual({ image_generation_requests: 2 });
      expect(gateway.ledger.charges.map(({ model }) => model)).toEqual(['seedream-v5lite', MODEL]);
    });

    test('is answered in one piece alike', async () => {
      const { client, gateway } = await rig(way, pictured);
      const { content } = await client.messages.create(drawing);
      expect(content.map(({ type }) => type)).toEqual(kinds);
      expect(gateway.ledger.charges).toHaveLength(2);
    });

    test('hears in the stream that the model failed after a picture, which is paid for', async () => {
      const { client, gateway } = await rig(way, pictured);
      const failure: unknown = await client.messages.stream({ ...drawing, messages: [{ role: 'user', content: '[fail] [draw: a rope] one two' }] }).finalMessage().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Anthropic.APIError);
      await expect.poll(() => gateway.ledger.held).toBe(0);
      expect(gateway.ledger.charges.map(({ model }) => model)).toEqual(['seedream-v5lite']);
    });
  });
});
