import { message, type Message, type MessagePart, type MessageRequest } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { imageStore } from '../../../src/core/records/image-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate, type SimulationOptions } from '../../support/simulation.js';

const MODEL = 'claude-haiku-4-5';
const DRAWS = 'seedream-v5lite';
const PRICE = 0.012;
const LONG_MS = 300_000;
const asking = (content: string, pictures: MessageRequest['pictures'] = { model: DRAWS, size: '1024x1024', most: 3 }): MessageRequest => ({ model: MODEL, messages: [{ role: 'user', content }], pictures });
const BOWLINE = 'Lay a loop. [draw: a loop of rope] Then pull. [draw: a bowline] Done.';
const proxied = { proxy: { text: { models: [MODEL], maxTokens: 1000, pictures: { models: [DRAWS], most: 3 } } } };

interface Broken extends Error {
  parts: Message['parts'];
  images: Message['images'];
}

async function run(options: SimulationOptions, request = asking(BOWLINE)) {
  const world = simulate(options);
  const heard: Message[] = [];
  const call = message(world.client, request, { onMessage: (so) => heard.push(so) }).catch((error: unknown) => error);
  await world.clock.advance(LONG_MS);
  const ended = await call;
  return { ...world, heard, ended: ended as Message & Broken, history: imageStore(world.client).list() };
}

/** Words as they are, and of pictures how they stand. */
const shape = (parts: readonly MessagePart[]) => parts.map((part) => (part.type === 'text' ? part.text.trim() : `${part.status} ${part.prompt}`));

/** A gateway of our own making, that answers so. */
const answering = (body: string, type = 'text/event-stream'): SimulationOptions => ({ intercept: () => new Response(body, { headers: { 'content-type': type } }) });
const frames = (...events: object[]) => events.map((event) => `event: any\ndata: ${JSON.stringify(event)}\n\n`).join('');
const block = (content_block: object, index = 0) => [{ type: 'content_block_start', index, content_block }, { type: 'content_block_stop', index }];
const words = (text: string) => block({ type: 'text', text });
const call = (id = 'a', input: object = { prompt: 'a kettle' }) => block({ type: 'tool_use', id, name: 'image_generation', input });
const end = [{ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }, { type: 'message_stop' }];
const URL = 'https://cdn.example/a.png?expires=4000000000';

describe.each([
  ['the gateway', {}],
  ['our own proxy', { proxied }],
])('pictures in a message, before %s', (_, options: SimulationOptions) => {
  it('come between the words, as they are ready', async () => {
    const { ended, heard, gateway, clock } = await run(options);
    expect(shape(ended.parts)).toEqual(['Lay a loop.', 'completed a loop of rope', 'Then pull.', 'completed a bowline', 'Done.']);
    expect(ended).toMatchObject({ text: 'Lay a loop. Then pull. Done.', stopReason: 'end_turn', picturesCost: { billed: 'yes', estimated: 2 * PRICE, estimatedBy: 'catalog' } });
    expect(ended.images).toEqual(ended.parts.flatMap((part) => (part.type === 'picture' && part.status === 'completed' ? [part.image] : [])));
    expect(ended.images[0]).toMatchObject({ kind: 'image', url: expect.stringMatching(/^https:/), width: 1024, height: 1024, expiresAt: expect.any(Number) });
    const stages = heard.map(({ parts }) => shape(parts).filter((part) => part.includes('loop of') || part.endsWith('undefined')).at(0));
    expect([...new Set(stages)]).toEqual([undefined, 'running undefined', 'running a loop of rope', 'completed a loop of rope']);
    expect(heard.at(-1)).toEqual(ended);
    expect(gateway.ledger.charges.map(({ model }) => model)).toEqual([DRAWS, DRAWS, MODEL]);
    expect([gateway.ledger.held, clock.pending]).toEqual([0, 0]);
  });

  it('are in the history from when they are asked for, and stay there after a reload', async () => {
    const storage = createMemoryStorage();
    const { client, clock, reload } = simulate({ ...options, client: { storage } });
    const call = message(client, asking('[draw: a kettle] And [draw: a cup [stall]]')).catch((error: unknown) => error);
    await clock.advance(LONG_MS / 20);
    const seen = () => imageStore(reload()).list().map(({ request, snapshot }) => [request.prompt, request.size, snapshot.status]);
    expect(seen()).toEqual([['a cup [stall]', '1024x1024', 'running'], ['a kettle', '1024x1024', 'completed']]);
    void call;
  });

  it('are not drawn more often than was allowed, and not without being asked for', async () => {
    const { ended, gateway } = await run(options, asking(BOWLINE, { model: DRAWS, most: 1 }));
    expect(shape(ended.parts)).toEqual(['Lay a loop.', 'completed a loop of rope', 'Then pull. Done.']);
    expect(gateway.ledger.charges.map(({ model }) => model)).toEqual([DRAWS, MODEL]);
    expect((await run(options, asking('Hello'))).ended).toMatchObject({ images: [], parts: [{ type: 'text' }] });
  });

  it('that failed cost nothing, say why, and do not end the answer', async () => {
    const { ended, gateway, history } = await run(options, asking('One [draw: a kettle [fail]] two [draw: a cup [block-late]] three'));
    expect(ended.parts).toMatchObject([
      { text: 'One' },
      { status: 'failed', prompt: 'a kettle [fail]', error: { code: 'api_error', billed: 'no', message: expect.stringContaining('stopped before') } },
      { text: ' two' },
      { status: 'failed', error: { code: 'safety_blocked', billed: 'no' } },
      { text: ' three' },
    ]);
    expect([ended.images, ended.picturesCost]).toEqual([[], undefined]);
    expect(gateway.ledger.charges.map(({ model }) => model)).toEqual([MODEL]);
    expect(history.map(({ snapshot }) => [snapshot.status, snapshot.cost.billed])).toEqual([['failed', 'no'], ['failed', 'no']]);
  });

  it('that had come are not lost with the rest, and nothing is asked for again', async () => {
    const on = '/v1/messages';
    const { ended, history, gateway, heard } = await run(
      options.proxied === undefined ? { gateway: { faults: [{ kind: 'stream-cut', bytes: 3000, on }] } } : { proxied: { ...proxied, faults: [{ kind: 'stream-cut', bytes: 3000, on }] } },
    );
    expect(ended).toMatchObject({ code: 'network_error', billed: 'unknown', images: [{ kind: 'image' }] });
    expect(shape(ended.parts)).toEqual(['Lay a loop.', 'completed a loop of rope', 'Then pull.', 'unknown a bowline']);
    expect(heard.at(-1)?.parts).toEqual(ended.parts);
    expect(history.map(({ request, snapshot }) => [request.prompt, snapshot.status, snapshot.cost.billed])).toEqual([['a bowline', 'unknown', 'unknown'], ['a loop of rope', 'completed', 'yes']]);
    expect(gateway.requests.filter(({ path }) => path === on)).toHaveLength(1);
    expect(gateway.ledger.charges.map(({ model }) => model)).toEqual([DRAWS, DRAWS, MODEL]);
  });

  it('are held off the balance until the answer is over', async () => {
    const { client, clock } = simulate(options);
    const call = message(client, asking(BOWLINE));
    await clock.advance(2000);
    expect(client.pendingImages.get()).toMatchObject([{ request: { model: DRAWS, n: 3 } }]);
    await clock.advance(LONG_MS);
    await call;
    expect(client.pendingImages.get()).toEqual([]);
  });
});

describe('a picture in a message', () => {
  it.each<[string, object]>([
    ['a block with an address', { type: 'image', tool_use_id: 'a', source: { type: 'url', url: URL } }],
    ['a block of the chat', { type: 'image_url', tool_use_id: 'a', image_url: { url: URL } }],
    ['a block with nothing but an address', { type: 'image', image_url: URL }],
    ['a result', { type: 'tool_result', tool_use_id: 'a', content: [{ type: 'image', source: { type: 'url', url: URL } }] }],
    ['a result with words before', { type: 'image_generation_tool_result', tool_use_id: 'a', content: [{ type: 'text', text: 'Here.' }, { type: 'image_url', image_url: { url: URL } }] }],
    ['a result of one', { type: 'image_generation_tool_result', tool_use_id: 'a', content: { type: 'image', url: URL } }],
  ])('is read out of %s', async (_, result) => {
    for (const options of [answering(frames(...words('A'), ...call(), ...block(result), ...words('B'), ...end)), answering(JSON.stringify({ content: [{ type: 'text', text: 'A' }, call()[0] && { type: 'tool_use', id: 'a', name: 'image_generation', input: { prompt: 'a kettle' } }, result, { type: 'text', text: 'B' }], stop_reason: 'end_turn' }), 'application/json')]) {
      const { ended, history } = await run(options);
      expect(ended.parts).toMatchObject([{ text: 'A' }, { status: 'completed', prompt: 'a kettle', image: { kind: 'image', url: URL, expiresAt: 4e12 } }, { text: 'B' }]);
      expect(history).toMatchObject([{ request: { model: DRAWS, prompt: 'a kettle' }, snapshot: { status: 'completed', cost: { billed: 'yes', estimated: PRICE } } }]);
    }
  });

  it.each<[object, string]>([
    [{ source: { type: 'base64', media_type: 'image/webp', data: 'UklGRg==' } }, 'data:image/webp;base64,UklGRg=='],
    [{ b64_json: 'iVBORw==' }, 'data:image/png;base64,iVBORw=='],
    [{ source: { type: 'base64', data: 'data:image/jpeg;base64,/9j/' } }, 'data:image/jpeg;base64,/9j/'],
  ])('with its bytes, %j, is an asset of this page', async (source, url) => {
    const { ended } = await run(answering(frames(...call(), ...block({ type: 'image', tool_use_id: 'a', ...source }), ...end)));
    expect(ended.images).toMatchObject([{ url }]);
  });

  it('may be larger than any reading of a task', async () => {
    const data = `iVBOR${'A'.repeat(3 * 1024 * 1024)}`;
    const bytes = new TextEncoder().encode(frames(...call(), ...block({ type: 'image', source: { type: 'base64', data } }), ...end));
    let at = 0;
    // As the network brings it: what came of a frame is held until all of it is there.
    const body = () => new ReadableStream<Uint8Array>({ pull: (controller) => (at < bytes.length ? controller.enqueue(bytes.slice(at, (at += 500_000))) : controller.close()) });
    const { ended } = await run({ intercept: () => new Response(body(), { headers: { 'content-type': 'text/event-stream' } }) });
    expect(ended.images[0]?.url.length).toBeGreaterThan(data.length);
  });

  it('stands where it was asked for, several of one call together, and one that nobody asked for where it comes', async () => {
    const of = (name: string, id?: string) => ({ type: 'image', ...(id && { tool_use_id: id }), source: { url: `https://cdn.example/${name}` } });
    const events = [...call('a', { prompt: 'A' }), ...call('b', { prompt: 'B' }), ...words('words'), ...block({ type: 'tool_result', tool_use_id: 'b', content: [of('b1'), of('b2')] }), ...block(of('a1')), ...block(of('x', 'nobody'))];
    const { ended } = await run(answering(frames(...events, ...end)));
    expect(ended.parts.map((part) => (part.type === 'text' ? part.text : part.status === 'completed' && [part.prompt, part.image.url.slice(20)]))).toEqual([['A', 'a1'], ['B', 'b1'], ['B', 'b2'], 'words', [undefined, 'x']]);
    expect(new Set(ended.parts.map((part) => (part.type === 'text' ? '' : part.id))).size).toBe(5);
  });

  it('whose words were cut off may have been drawn all the same', async () => {
    const { history } = await run(answering(frames(call('a', {})[0]!, { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"pro' } })));
    expect(history).toMatchObject([{ request: { prompt: '' }, snapshot: { status: 'unknown', cost: { billed: 'unknown' } } }]);
  });

  it('that is told twice came once', async () => {
    const shown = block({ type: 'image', tool_use_id: 'a', source: { url: URL } });
    const { ended, history } = await run(answering(frames(...call(), ...call(), ...shown, ...shown, ...end)));
    expect([ended.images.length, history.length, ended.picturesCost?.estimated]).toEqual([1, 1, PRICE]);
  });

  it('of which nothing more was said is unknown, and may have been billed', async () => {
    const { ended, history } = await run(answering(frames(...call(), ...end)));
    expect(ended.parts).toMatchObject([{ status: 'unknown', prompt: 'a kettle' }]);
    expect(history).toMatchObject([{ snapshot: { status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', retryable: false } } }]);
  });

  it.each<[string, object[]]>([
    ['another tool', block({ type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'x' } })],
    ['what another tool found', block({ type: 'web_search_tool_result', tool_use_id: 's', content: [{ type: 'web_search_result', url: 'https://a.example' }] })],
    ['what another tool failed at', block({ type: 'web_search_tool_result', tool_use_id: 's', content: { type: 'web_search_tool_result_error', error_code: 'unavailable' } })],
    ['a picture without an address', block({ type: 'image', tool_use_id: 's', source: { type: 'file', file_id: 'f' } })],
    ['blocks that are none', [{ type: 'content_block_start', content_block: 7 }, { type: 'content_block_start' }, { type: 'content_block_stop', index: 'x' }, { type: 'content_block_delta', index: 9, delta: { type: 'input_json_delta', partial_json: '}' } }]],
    ['half of an input', [{ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"prompt' } }, { type: 'content_block_stop', index: 0 }]],
  ])('is passed over %s', async (_, odd) => {
    const { ended, history } = await run(answering(frames(...words('A'), ...odd, ...call(), ...odd, ...block({ type: 'image', tool_use_id: 'a', source: { url: URL } }), ...odd, ...words('B'), ...end)));
    expect(ended.parts).toMatchObject([{ text: 'A' }, { status: 'completed', prompt: 'a kettle' }, { text: 'B' }]);
    expect(history).toHaveLength(1);
  });

  it('that nobody had allowed is shown, and of its price nothing is said', async () => {
    const { ended, history } = await run(answering(frames(...block({ type: 'image', source: { url: URL } }), ...end)), { ...asking('A'), pictures: undefined });
    expect([ended.images.length, ended.picturesCost, history]).toEqual([1, { billed: 'unknown' }, []]);
  });

  it('is asked for by the model, its size and quality, and a number', async () => {
    const bodies: unknown[] = [];
    const world = simulate();
    const client = simulate({ client: { async fetch(request) { bodies.push(await request.clone().json()); return world.gateway.fetch(request); } } }).client;
    void message(client, asking('A', { model: 'gpt-image-2', size: '1024x1536', quality: 'high', most: 2 })).catch(() => {});
    void message(client, { ...asking('A'), pictures: undefined }).catch(() => {});
    await expect.poll(() => bodies).toMatchObject([{ tools: [{ type: 'image_generation', name: 'image_generation', model: 'gpt-image-2', size: '1024x1536', quality: 'high', max_uses: 2 }] }, {}]);
    expect(bodies[1]).not.toHaveProperty('tools');
  });

  it.each<[MessageRequest['pictures'], string]>([
    [{ model: DRAWS, most: 0 }, 'pictures.most'],
    [{ model: DRAWS, most: 1.5 }, 'pictures.most'],
    [{ model: DRAWS } as NonNullable<MessageRequest['pictures']>, 'pictures.most'],
    [{ model: '', most: 1 }, 'pictures.model'],
    [{ model: 'veo-3.1-fast', most: 1 }, 'pictures.model'],
    [{ model: DRAWS, size: '640x480', most: 1 }, 'pictures.size'],
    [{ model: DRAWS, quality: 'high', most: 1 }, 'pictures.quality'],
  ])('is refused for %j before anything is sent', async (pictures, field) => {
    const { ended, gateway } = await run({}, asking('A', pictures));
    expect(ended).toMatchObject({ code: 'invalid_param', field, billed: 'no', message: expect.stringMatching(/Nothing was sent\.$/) });
    expect(gateway.requests).toEqual([]);
  });

  it('may take longer than words, and no longer than any image', async () => {
    const quiet = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new TextEncoder().encode(frames(...call()))) });
    const { client, clock } = simulate({ intercept: () => new Response(quiet, { headers: { 'content-type': 'text/event-stream' } }) });
    let ended: unknown;
    void message(client, asking('A')).catch((error: unknown) => (ended = error));
    await clock.advance(70_000);
    expect(ended).toBeUndefined();
    await clock.advance(60_000);
    expect(ended).toMatchObject({ code: 'timeout', billed: 'unknown', parts: [{ status: 'unknown' }] });
  });

  it('is priced by live rates where those are known', async () => {
    const { client, clock } = simulate();
    const rates = client.pricing();
    await clock.advance(5000);
    await rates;
    const call = message(client, asking('[draw: a kettle]'));
    await clock.advance(LONG_MS);
    expect((await call).picturesCost).toMatchObject({ estimated: PRICE, estimatedBy: 'live-rates' });
  });

  it('is written down though a listener throws', async () => {
    const { client } = simulate(answering(frames(...call(), ...block({ type: 'image', tool_use_id: 'a', source: { url: URL } }), ...end)));
    const listener = ({ images }: Message) => {
      if (images.length > 0) throw new RangeError('mine');
    };
    await expect(message(client, asking('A'), { onMessage: listener })).rejects.toThrow(new RangeError('mine'));
    expect(imageStore(client).list()).toMatchObject([{ snapshot: { status: 'completed' } }]);
  });
});
