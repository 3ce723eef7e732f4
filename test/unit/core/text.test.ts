import { isBytespikeError, message, type MessageRequest } from 'bytespike-react';
import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { assistPrompt } from '../../../src/core/client/message.js';
import { settle } from '../../support/manual-clock.js';
import { simulate, type SimulationOptions } from '../../support/simulation.js';

const MODEL = 'claude-haiku-4-5';
const LONG_MS = 60_000;
const asked: MessageRequest = { model: MODEL, messages: [{ role: 'user', content: 'A kettle on a blue table' }] };
const proxied = { proxy: { text: { models: [MODEL], maxTokens: 1000 } } };

/** One call to its end, whatever that is. */
async function run(options: SimulationOptions, request: MessageRequest = asked) {
  const world = simulate(options);
  const heard: string[] = [];
  const call = message(world.client, request, { onText: (text) => heard.push(text) }).catch((error: unknown) => error);
  await world.clock.advance(LONG_MS * 2);
  const ended = await call;
  return { ...world, heard, ended, posts: world.gateway.requests.filter(({ path }) => path === '/v1/messages').length };
}

/** A gateway of our own making, that answers so. */
const answering = (body: string, type = 'text/event-stream'): SimulationOptions => ({ intercept: () => new Response(body, { headers: { 'content-type': type } }) });
const frames = (...events: object[]) => events.map((event) => `event: any\ndata: ${JSON.stringify(event)}\n\n`).join('');
const delta = (text: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
/** An answer of words alone. */
const said = (text: string) => ({ text, parts: [{ type: 'text', text }], images: [] });
const end = [{ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }, { type: 'message_stop' }];

describe.each([
  ['the gateway', {}],
  ['our own proxy', { proxied }],
])('a message over chat completions, before %s', (_, options: SimulationOptions) => {
  const chat: MessageRequest = { ...asked, over: 'chat' };

  it('comes as it is written, ends whole, and is billed once', async () => {
    const { ended, heard, posts, gateway } = await run(options, chat);
    expect(ended).toEqual({ ...said('You said: A kettle on a blue table'), stopReason: 'end_turn', usage: { inputTokens: 6, outputTokens: expect.any(Number) } });
    expect(heard.length).toBeGreaterThan(5);
    expect([heard.at(-1), posts, gateway.requests.map(({ path }) => path), gateway.ledger.charges.length]).toEqual(['You said: A kettle on a blue table', 0, ['/v1/chat/completions'], 1]);
  });

  it('of a system and a picture says what is in it, and that it was cut short', async () => {
    const content = [{ type: 'text', text: 'What is this?' }, { type: 'image', url: 'data:image/png;base64,iVBORw0KGgo=' }] as const;
    const { ended } = await run(options, { ...chat, system: 'Describe it.', messages: [{ role: 'user', content }], maxTokens: 4, temperature: 0, stopSequences: ['#'] });
    expect(ended).toMatchObject({ text: 'A picture that could', stopReason: 'max_tokens', usage: { outputTokens: 4 } });
  });

  it('that is cut off is unknown, with what came of it, and is sent once', async () => {
    const faults: Fault[] = [{ kind: 'stream-cut', bytes: 1200, on: '/v1/chat/completions' }];
    const { ended, gateway } = await run(options.proxied === undefined ? { gateway: { faults } } : { proxied: { ...proxied, faults } }, chat);
    expect(ended).toMatchObject({ code: 'network_error', billed: 'unknown', text: expect.stringMatching(/^You/) });
    expect(gateway.requests.filter(({ path }) => path === '/v1/chat/completions')).toHaveLength(1);
  });
});

describe('a message over chat completions', () => {
  const chat: MessageRequest = { ...asked, over: 'chat' };
  const chunk = (content: string, finish: string | null = null) => ({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] });

  it.each<[string, SimulationOptions, object]>([
    ['in one piece', answering(JSON.stringify({ choices: [{ message: { content: 'Fog.' }, finish_reason: 'length' }], usage: { prompt_tokens: 3, completion_tokens: 2 } }), 'application/json'), { text: 'Fog.', stopReason: 'max_tokens', usage: { inputTokens: 3, outputTokens: 2 } }],
    ['that nobody ended by its last word', answering(frames(chunk('Fog.', 'stop'))), { text: 'Fog.', stopReason: 'end_turn' }],
    ['that the model refuses', answering(frames(chunk('', 'content_filter'))), { text: '', stopReason: 'refusal' }],
    ['that fails in the middle', answering(frames(chunk('Fo'), { error: { type: 'rate_limit_error', message: 'Slow down.' } })), { code: 'rate_limit_exceeded', billed: 'unknown', text: 'Fo' }],
    ['that is none', answering('{}', 'application/json'), { code: 'invalid_response', message: expect.stringContaining('/v1/chat/completions') }],
  ])('%s', async (_, options, outcome) => {
    expect((await run(options, chat)).ended).toMatchObject(outcome);
  });

  it.each<[Partial<MessageRequest>, string]>([
    [{ pictures: { model: 'seedream-v5lite', most: 1 } }, 'pictures'],
    [{ over: 'responses' as never }, 'over'],
    [{ messages: [{ role: 'user', content: [{ type: 'image', url: 'blob:x' }] }] }, 'messages'],
  ])('is refused before any request with %j', async (wrong, field) => {
    const { ended, gateway } = await run({}, { ...chat, ...wrong });
    expect([ended, gateway.requests]).toEqual([expect.objectContaining({ code: 'invalid_param', field }), []]);
  });
});

describe.each([
  ['the gateway', {}],
  ['our own proxy', { proxied }],
])('a message, before %s', (_, options: SimulationOptions) => {
  it('comes as it is written, ends whole, and is billed once', async () => {
    const { ended, heard, posts, gateway, clock } = await run(options);
    expect(ended).toEqual({ ...said('You said: A kettle on a blue table'), stopReason: 'end_turn', usage: { inputTokens: 6, outputTokens: expect.any(Number) } });
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.every((text, index) => text.startsWith(heard[index - 1] ?? ''))).toBe(true);
    expect(heard.at(-1)).toBe('You said: A kettle on a blue table');
    expect([posts, gateway.ledger.charges.length, clock.pending]).toEqual([1, 1, 0]);
  });

  it('of a system, a conversation and a picture says what is in it', async () => {
    const messages: MessageRequest['messages'] = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: [{ type: 'text', text: 'What is this?' }, { type: 'image', url: 'data:image/png;base64,iVBORw0KGgo=' }] },
    ];
    const { ended } = await run(options, { model: MODEL, system: 'Describe it.', messages, maxTokens: 4, temperature: 0, stopSequences: ['#'] });
    expect(ended).toMatchObject({ text: 'A picture that could', stopReason: 'max_tokens', usage: { outputTokens: 4 } });
  });

  it.each<[Fault, object, number]>([
    [{ kind: 'reset-before-body' }, { code: 'network_error', billed: 'unknown' }, 0],
    [{ kind: 'reset-after-body' }, { code: 'network_error', billed: 'unknown' }, 1],
    [{ kind: 'status', status: 500 }, { code: 'internal_error', billed: 'no', retryable: true }, 0],
    [{ kind: 'rate-limit', seconds: 30 }, { code: 'rate_limit_exceeded', billed: 'no', retryable: true }, 0],
    [{ kind: 'html', status: 200, processed: true }, { code: 'invalid_response', billed: 'unknown' }, 1],
    [{ kind: 'stream-cut', bytes: 900 }, { code: 'network_error', billed: 'unknown', text: expect.stringMatching(/^You/) }, 1],
    [{ kind: 'stream-cut', bytes: 900, clean: true }, { code: 'network_error', billed: 'unknown', text: expect.stringMatching(/^You/) }, 1],
    [{ kind: 'stream-silent', frames: 5 }, { code: 'timeout', billed: 'unknown', text: expect.stringMatching(/^You/) }, 1],
  ])('that is lost by %j is sent once, and not again', async (fault, error, charges) => {
    const faults = [{ ...fault, on: '/v1/messages' } as Fault];
    const { ended, gateway, posts } = await run(options.proxied === undefined ? { gateway: { faults } } : { proxied: { ...proxied, faults } });
    expect(isBytespikeError(ended)).toBe(true);
    expect(ended).toMatchObject(error);
    expect(posts).toBeLessThanOrEqual(1);
    expect(gateway.ledger.charges).toHaveLength(charges);
  });

  it('that the model fails at says so, with the text so far', async () => {
    const { ended, gateway } = await run(options, { ...asked, messages: [{ role: 'user', content: 'A kettle [fail]' }] });
    expect(ended).toMatchObject({ code: 'api_error', billed: 'unknown', text: expect.stringMatching(/^You/), message: expect.stringContaining('stopped before') });
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('ends upstream when it is stopped, and is billed as far as it was written', async () => {
    const { client, clock, gateway } = simulate(options);
    const stop = new AbortController();
    const call = message(client, { ...asked, messages: [{ role: 'user', content: 'A kettle [stall]' }] }, { signal: stop.signal }).catch((error: unknown) => error);
    await clock.advance(5000);
    expect(gateway.ledger.held).toBeGreaterThan(0);
    stop.abort();
    await settle();
    expect(await call).toMatchObject({ code: 'aborted', billed: 'unknown', text: 'You' });
    await settle();
    expect(gateway.ledger).toMatchObject({ held: 0, charges: [{ amount: 9e-6 }] });
  });
});

describe('a message', () => {
  it.each<[Partial<MessageRequest>, string]>([
    [{ model: ' ' }, 'model'],
    [{ messages: [] }, 'messages'],
    [{ messages: [{ role: 'user', content: ' ' }] }, 'messages'],
    [{ messages: [{ role: 'user', content: [] }] }, 'messages'],
    [{ messages: [{ role: 'system' as 'user', content: 'A' }] }, 'messages'],
    [{ messages: [{ role: 'user', content: [{ type: 'image', url: 'blob:https://app.test/1' }] }] }, 'messages'],
    [{ maxTokens: 0 }, 'maxTokens'],
    [{ maxTokens: 1.5 }, 'maxTokens'],
    [{ temperature: 2 }, 'temperature'],
  ])('is refused for %j before anything is sent', async (fields, field) => {
    const { ended, gateway } = await run({}, { ...asked, ...fields });
    expect(ended).toMatchObject({ code: 'invalid_param', field, billed: 'no' });
    expect(gateway.requests).toEqual([]);
  });

  it('is not sent while the device is offline, nor once it was stopped', async () => {
    const { client, page, gateway, clock } = simulate();
    await expect(message(client, asked, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted', billed: 'no' });
    page.online = false;
    await expect(message(client, asked)).rejects.toMatchObject({ code: 'offline', billed: 'no' });
    expect([gateway.requests, clock.pending]).toEqual([[], 0]);
  });

  it('comes also from a server that writes types in capitals', async () => {
    expect((await run(answering(frames(delta('A'), ...end), 'Text/Event-Stream; Charset=UTF-8'))).ended).toMatchObject({ text: 'A' });
  });

  it('passes over what it does not know', async () => {
    const strange = [{ type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'Hm' } }, { type: 'content_block_delta', delta: 7 }, { type: 'toString' }, { type: 'message_start', message: { usage: { input_tokens: 'many' } } }, 7 as unknown as object];
    const { ended } = await run(answering(`data: {half\n\n: ping\n\n${frames(delta('A'), ...strange, delta('B'), ...end)}`));
    expect(ended).toEqual({ ...said('AB'), stopReason: 'end_turn', usage: { inputTokens: undefined, outputTokens: 2 } });
  });

  it('is over with its last event, though the connection stays open', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new TextEncoder().encode(frames(delta('A'), ...end, delta('B')))) });
    const { client } = simulate({ intercept: () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }) });
    expect(await message(client, asked)).toMatchObject({ text: 'A' });
  });

  it('is whole once the model said why it stopped, though the last event is lost', async () => {
    expect((await run(answering(frames(delta('A'), end[0]!)))).ended).toMatchObject({ text: 'A', stopReason: 'end_turn' });
  });

  it('is taken in one piece from where nothing is streamed', async () => {
    const whole = { content: [{ type: 'text', text: 'A' }, { type: 'tool_use' }, { type: 'text', text: 'B' }], stop_reason: 'end_turn', usage: { input_tokens: 1, output_tokens: 2 } };
    const { ended, heard } = await run(answering(JSON.stringify(whole), 'application/json'));
    expect([ended, heard]).toEqual([{ ...said('AB'), stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 2 } }, ['AB']]);
  });

  it.each([
    ['overloaded_error', 'api_error', true],
    ['rate_limit_error', 'rate_limit_exceeded', true],
    ['billing_error', 'insufficient_balance', false],
    ['constructor', 'api_error', true],
  ])('reads %s in the stream as %s', async (type, code, retryable) => {
    const { ended } = await run(answering(frames(delta('A'), { type: 'error', error: { type, message: 'No.' } })));
    expect(ended).toMatchObject({ code, retryable, billed: 'unknown', message: 'No.', text: 'A' });
  });

  it('fails by what its own listener threw', async () => {
    const { client } = simulate(answering(frames(delta('A'), ...end)));
    await expect(message(client, asked, { onText: () => { throw new RangeError('mine'); } })).rejects.toThrow(new RangeError('mine'));
  });
});

describe('help with a prompt', () => {
  const assist = async (wish: object, options: SimulationOptions = {}) => {
    const world = simulate(options);
    const call = assistPrompt(world.client, { model: MODEL, prompt: 'A kettle', ...wish }, {}).catch((error: unknown) => error);
    await world.clock.advance(LONG_MS);
    return { ended: await call, ...world };
  };

  it('makes it richer, and keeps its words; or translates it', async () => {
    expect((await assist({ prompt: ' A kettle on the left, "TEA" on it. ' })).ended).toMatch(/^A kettle on the left, "TEA" on it, .+, .+/);
    expect((await assist({ to: 'Japanese' })).ended).toBe('[Japanese] A kettle');
  });

  it.each([
    ['"A kettle"', {}, 'A kettle'],
    ['「やかん」\n', {}, 'やかん'],
    ['"A" and "B"', {}, '"A" and "B"'],
    ['"A kettle"', { prompt: '"Kettle"' }, '"A kettle"'],
  ])('of the answer %s with %j takes %s', async (text, wish, expected) => {
    expect((await assist(wish, answering(frames(delta(text), ...end)))).ended).toBe(expected);
  });

  it.each([
    ['A kettle and', 'max_tokens'],
    ['I cannot', 'refusal'],
    [' ', 'end_turn'],
  ])('takes %j, which ended by %s, for no prompt', async (text, reason) => {
    const { ended } = await assist({}, answering(frames(delta(text), { type: 'message_delta', delta: { stop_reason: reason } }, { type: 'message_stop' })));
    expect(ended).toMatchObject({ code: 'invalid_response', billed: 'yes' });
  });

  it.each([
    [{ prompt: ' ' }, 'prompt'],
    [{ to: '' }, 'to'],
  ])('is refused for %j, and nothing is sent', async (wish, field) => {
    const { ended, gateway } = await assist(wish);
    expect([ended, gateway.requests]).toEqual([expect.objectContaining({ code: 'invalid_param', field }), []]);
  });
});
