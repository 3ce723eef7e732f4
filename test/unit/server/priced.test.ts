import { catalog, createClient, estimateCost, type ImageRequest, type VideoRequest } from 'bytespike-react';
import { createProxy, type ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import type { ImageModel, Model, VideoModel } from '../../../src/core/catalog/model.js';
import { priceGeneration, priceText } from '../../../src/server/spend/priced.js';
import { createMemoryStore } from '../../../src/server/store/memory-store.js';
import { APP, errorOf, pageRequest, useBench } from './fixture.js';

type Wanted = Omit<ImageRequest & VideoRequest, 'model' | 'prompt'>;

const each = <Name extends keyof Wanted>(name: Name, values: readonly Wanted[Name][] | null | undefined): Wanted[] => (values ?? []).map((value) => ({ [name]: value }));

/** Each parameter of the model at each of its edges, and all of them at their dearest. */
function wishes(model: Model): Wanted[] {
  const one = [...each('seed', model.seed ? [0, 2 ** 32 - 1] : []), ...(model.kind === 'image' ? ofImage(model) : ofVideo(model))];
  return [{}, ...one, one.reduce((all, wish) => ({ ...all, ...wish }), {})];
}

function ofImage({ sizes, maxN, quality, style, formats, negativePrompt, aspectRatios }: ImageModel): Wanted[] {
  const compressed = formats === null ? [] : [{ outputFormat: 'webp' as const, outputCompression: 0 }, { outputFormat: 'jpeg' as const, outputCompression: 100 }];
  return [
    ...each('size', sizes),
    ...each('n', [1, maxN]),
    ...each('quality', quality?.options),
    ...each('style', style?.options),
    ...each('outputFormat', formats?.options as Wanted['outputFormat'][] | undefined),
    ...compressed,
    ...each('negativePrompt', negativePrompt ? ['rain'] : []),
    ...each('aspectRatio', aspectRatios),
  ];
}

function ofVideo({ duration, resolutions, aspectRatios, stylePresets, motionIntensity, imageInit }: VideoModel): Wanted[] {
  return [
    ...each('durationSeconds', [duration.min, duration.max]),
    ...each('resolution', resolutions),
    ...each('aspectRatio', aspectRatios),
    ...each('negativePrompt', ['rain']),
    ...each('stylePreset', stylePresets),
    ...each('motionIntensity', motionIntensity?.options as Wanted['motionIntensity'][] | undefined),
    ...each('imageUrl', imageInit ? ['https://app.example/a.png'] : []),
  ];
}

const image = new File(['x'], 'a.png', { type: 'image/png' });
const MADE = { task_id: 't', status: 'queued', created: 1, data: [{ url: 'https://cdn.example/a.png' }], choices: [{ message: { role: 'assistant', content: [{ type: 'image_url', image_url: { url: 'https://cdn.example/a.png' } }] } }] };

/** A page behind a proxy that counts, and what was set aside for its last call. In millionths of a US dollar. */
function countedPage(wire: 'flat' | 'params') {
  const page = { reserved: undefined as number | undefined, sent: 0 };
  const memory = createMemoryStore();
  const proxy = createProxy({
    apiKey: 'sk-counted',
    authorize: () => ({ userId: 'ann' }),
    caps: { n: 4, size: '4096x4096', durationSeconds: 20, resolution: '1080p', maxCost: 100 },
    limits: { spend: { usd: 1e6, perSeconds: 60 } },
    store: { ...memory, reserve: (reservation) => ((page.reserved = reservation.amount), Promise.resolve({ ok: true })) },
    fetch: () => (page.sent++, Promise.resolve(Response.json(MADE))),
  });
  const fetch = (request: RequestInfo | URL, init?: RequestInit) => {
    const asked = new Request(request, init);
    asked.headers.set('sec-fetch-site', 'same-origin');
    return proxy(asked);
  };
  return { page, client: createClient({ baseUrl: `${APP}/api/bytespike`, fetch: fetch as typeof globalThis.fetch, wire }) };
}

describe('the library’s own client behind caps and a limit on spend', () => {
  it.each(catalog.models.flatMap((model) => (['flat', 'params'] as const).map((wire) => [model.id, wire, model] as const)))('%s passes with every parameter (%s), at no more than its estimate', async (_, wire, model) => {
    const { page, client } = countedPage(wire);
    const ways: ((request: ImageRequest & VideoRequest) => Promise<unknown>)[] = [];
    if (model.endpoint !== 'chat') ways.push((request) => client.tasks.submit(request));
    if (model.kind === 'image') ways.push((request) => client.images.generate(request), (request) => client.images.edit({ ...request, image }));
    const wrong: unknown[] = [];
    for (const wish of wishes(model)) {
      const request = { ...wish, model: model.id, prompt: '1984' };
      const estimate = estimateCost(request);
      const turns = estimate?.basis.per === 'turn' ? (wish.n ?? 1) : 1;
      for (const [way, make] of ways.entries()) {
        page.reserved = undefined;
        page.sent = 0;
        const failure = await make(request).then(() => undefined, String);
        const most = Math.round((estimate?.max ?? 0) * turns * 1e6);
        if (failure !== undefined || page.sent !== 1 || page.reserved === undefined || page.reserved > most) wrong.push({ wish, way, failure, ...page, most });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a call that is priced', () => {
  const bench = useBench();
  const counted: Partial<ProxyOptions> = { caps: { maxCost: 100 } };
  const post = (path: string, body: object | string, options = counted) => bench.proxy(options)(pageRequest('POST', path, { body: typeof body === 'string' ? body : JSON.stringify(body) }));
  const up = () => JSON.parse(String(bench.upstream.requests.at(-1)?.body)) as object;
  const DRAW = '/v1/images/generations';
  const SUBMIT = '/v1/tasks/submit';
  const CHAT = '/v1/chat/completions';
  const picture = { model: 'gpt-image-2', prompt: 'p' };
  const film = { model: 'veo-3.1-fast', prompt: 'p' };
  const turn = { model: 'gpt-4o-image', messages: [{ role: 'user', content: 'p' }] };

  it('goes up with all that its price hangs on', async () => {
    await post(DRAW, picture);
    expect(up()).toEqual({ ...picture, n: 1, size: '1024x1024', quality: 'medium' });
    await post(SUBMIT, { model: film.model, params: { prompt: 'p' } });
    expect(up()).toEqual({ model: film.model, params: { prompt: 'p', duration_seconds: 4, resolution: '720p' } });
    await post(CHAT, turn);
    expect(up()).toEqual({ ...turn, image_output: { n: 1, size: '1024x1024', quality: 'medium' } });
    await post(DRAW, { model: 'nano-banana', prompt: 'p', aspect_ratio: '16:9' });
    expect(up()).toEqual({ model: 'nano-banana', prompt: 'p', n: 1, aspect_ratio: '16:9' });
  });

  it('goes up as it was read, a name that is there twice once', async () => {
    await post(DRAW, '{"n":4,"model":"gpt-image-2","prompt":"p","n":1e0,"size":"4096x4096","size":"1024x1024"}');
    expect(String(bench.upstream.requests[0]?.body)).toBe('{"model":"gpt-image-2","n":1,"size":"1024x1024","quality":"medium","prompt":"p"}');
  });

  it.each([
    [DRAW, { ...picture, n: 0.001 }, 'n'],
    [DRAW, { ...picture, n: 1.5 }, 'n'],
    [DRAW, { ...picture, n: '1' }, 'n'],
    [DRAW, { ...picture, n: true }, 'n'],
    [DRAW, { ...picture, n: [1] }, 'n'],
    [DRAW, { ...picture, n: null }, 'n'],
    [DRAW, { ...picture, n: 5 }, 'n'],
    [DRAW, { ...picture, n: -0 }, 'n'],
    [DRAW, { ...picture, size: '1024X1024' }, 'size'],
    [DRAW, { ...picture, size: '4k' }, 'size'],
    [DRAW, { ...picture, size: ['1024x1024'] }, 'size'],
    [DRAW, { ...picture, quality: 'HIGH' }, 'quality'],
    [DRAW, { ...picture, num_images: 10 }, 'num_images'],
    [DRAW, { ...picture, width: 4096 }, 'width'],
    [DRAW, { ...picture, constructor: 1 }, 'constructor'],
    [DRAW, '{"model":"gpt-image-2","prompt":"p","__proto__":{"n":50}}', undefined],
    [DRAW, { ...picture, params: { n: 4 } }, 'params'],
    [DRAW, film, 'model'],
    [DRAW, { ...picture, response_format: 'png' }, 'response_format'],
    [DRAW, { ...picture, response_format: null }, 'response_format'],
    [CHAT, { ...turn, stream: 'yes' }, 'stream'],
    [CHAT, { ...turn, stream: 1 }, 'stream'],
    [DRAW, { ...picture, model: 'GPT-Image-2' }, 'model'],
    [DRAW, { ...picture, model: 'gpt-image-2 ' }, 'model'],
    [DRAW, { ...picture, model: 'constructor' }, 'model'],
    [SUBMIT, { ...film, seconds: 20 }, 'seconds'],
    [SUBMIT, { model: film.model, duration_seconds: 4, params: { prompt: 'p', duration_seconds: 5 } }, 'duration_seconds'],
    [SUBMIT, { ...film, params: {} }, 'prompt'],
    [SUBMIT, { ...film, params: [] }, 'params'],
    [SUBMIT, { model: 'gpt-4o-image', params: { prompt: 'p', image_output: { n: 50 } } }, 'image_output'],
    [SUBMIT, { ...film, n: 4 }, 'n'],
    [CHAT, { ...turn, n: 2 }, 'n'],
    [CHAT, { ...turn, models: ['gpt-5'] }, 'models'],
    [CHAT, { ...turn, tools: [{ type: 'web_search' }] }, 'tools'],
    [CHAT, { ...turn, max_tokens: 100_000 }, 'max_tokens'],
    [CHAT, { ...turn, image_output: { n: 1, size: '4096x4096' } }, 'size'],
    [CHAT, { ...turn, image_output: { __proto__: null, num: 4 } }, 'num'],
    [CHAT, { ...turn, messages: [{ role: 'user', content: 'p', n: 50 }] }, 'n'],
    [CHAT, { ...turn, messages: [{ role: 'user', content: [{ type: 'file', file: { file_id: 'x' } }] }] }, 'messages'],
    [CHAT, { ...turn, messages: { role: 'user' } }, 'messages'],
  ] as const)('at %s is refused with %j', async (path, body, param) => {
    const answer = await post(path, body);
    const { code, param: named, message } = await errorOf(answer);
    expect([answer.status, code, named, bench.upstream.requests.length]).toEqual([400, 'invalid_param', param, 0]);
    expect(message).toMatch(/\. \S|, /);
  });

  it.each([
    [{ ...picture, n: '1' }, '`n` is a whole number here'],
    [{ ...picture, size: 5 }, '`size` is a text here'],
  ])('is told of what kind a field is: %j', async (body, says) => {
    expect((await errorOf(await post(DRAW, body))).message).toContain(says);
  });

  it.each([
    [DRAW, { ...picture, response_format: 'url' }],
    [DRAW, { ...picture, response_format: 'b64_json' }],
    [CHAT, { ...turn, stream: false }],
  ] as const)('at %s passes with %j', async (path, body) => {
    expect((await post(path, body)).status).toBe(200);
    expect(up()).toMatchObject(body);
  });

  it('is refused in a message of 500 characters at most, however long the value', async () => {
    const { message } = await errorOf(await post(DRAW, { ...picture, size: 'x'.repeat(1000) }));
    expect(message).toHaveLength(500);
  });

  it('tells a fault of the check itself as one, and not as the caller’s', () => {
    const fault = new TypeError('nobody foresaw this');
    const model = catalog.models.find(({ id }) => id === picture.model)!;
    const sizes = Object.getOwnPropertyDescriptor(model, 'sizes')!;
    Object.defineProperty(model, 'sizes', { configurable: true, get: () => { throw fault; } });
    try {
      expect(() => priceGeneration('images.generations', picture.model, picture, { caps: { n: 1 }, costPerResult: new Map() })).toThrow(fault);
    } finally {
      Object.defineProperty(model, 'sizes', sizes);
    }
  });

  it('takes back a conversation as it came', async () => {
    const said = { role: 'assistant', content: [{ type: 'text', text: 'Here.' }, { type: 'image_url', image_url: { url: 'https://cdn.example/a.png', detail: 'low' } }] };
    expect((await post(CHAT, { ...turn, messages: [...turn.messages, said, ...turn.messages] })).status).toBe(200);
  });

  it('is of a known model, or of one whose price was told', async () => {
    const wanted = { model: 'seedance-9', prompt: 'p', n: 2 };
    const spend = { limits: { spend: { usd: 1, perSeconds: 60 } } };
    for (const options of [spend, { caps: { n: 2 } }, { ...spend, costPerResult: { other: 0.1 } }]) expect((await post(SUBMIT, wanted, options)).status).toBe(400);
    expect((await errorOf(await post(SUBMIT, wanted, spend))).message).toContain('costPerResult');
    const told = { costPerResult: { 'seedance-9': 0.3 } };
    expect([(await post(SUBMIT, wanted, { ...told, caps: { maxCost: 0.6 } })).status, (await post(SUBMIT, wanted, { ...told, caps: { maxCost: 0.5 } })).status]).toEqual([200, 400]);
    expect((await post(SUBMIT, { ...wanted, n: undefined }, { ...told, caps: { n: 1, maxCost: 0.3 } })).status).toBe(200);
    for (const least of [{ n: 1 }, { n: undefined }, { duration_seconds: 1 }]) expect((await post(SUBMIT, { ...wanted, ...least }, { ...told, ...spend })).status).toBe(200);
    for (const more of [{ n: 0 }, { n: 0.5 }, { n: 2 ** 53 }, { n: 2 ** 52 }, { size: '4k' }, { resolution: '1080' }, { duration_seconds: 0 }, { steps: 9 }]) expect((await post(SUBMIT, { ...wanted, ...more }, { ...told, ...spend })).status).toBe(400);
  });

  it.each([{ 'veo-3.1': 0.1 }, { other: -1 }, { other: Number.NaN }, { other: '1' }])('refuses costPerResult %j when the server starts', (costs) => {
    expect(() => bench.proxy({ costPerResult: costs as Record<string, number> })).toThrow('`costPerResult`');
  });

  it('is passed on with whatever it holds where nobody counts', async () => {
    const anything = { model: 'unheard-of', prompt: 'p', n: '7', num_images: 3, tools: [], params: { width: 9 } };
    for (const options of [{}, { caps: {} }, { limits: { tasksInFlight: 5 } }]) {
      expect((await post(SUBMIT, anything, options)).status).toBe(200);
      expect(up()).toEqual(anything);
    }
  });

  it('is a form of texts that are there once, and files in their own fields', async () => {
    const edit = async (...more: [string, string | File][]) => {
      const form = new FormData();
      const fields: [string, string | File][] = [['model', 'gpt-image-2'], ['prompt', '007'], ['image', image], ...more];
      for (const [name, value] of fields) form.append(name, value as string);
      return (await bench.proxy(counted)(pageRequest('POST', '/v1/images/edits', { body: form }))).status;
    };
    expect(await edit(['n', '2'])).toBe(200);
    const sent = await new Response(bench.upstream.requests[0]?.body.toString('latin1'), { headers: { 'content-type': bench.upstream.requests[0]?.headers['content-type'] ?? '' } }).formData();
    expect(Object.fromEntries([...sent].filter(([name]) => name !== 'image'))).toEqual({ model: 'gpt-image-2', prompt: '007', n: '2', size: '1024x1024', quality: 'medium' });
    for (const wrong of ['02', '2.0', '1e0', ' 2', '2 ', '+2', '0x2', '', '２', '1,5']) expect(await edit(['n', wrong])).toBe(400);
    expect(await edit(['n', '1'], ['n', '2'])).toBe(400);
    expect(await edit(['n', new File(['50'], 'n', { type: 'image/png' })])).toBe(400);
    expect(await edit(['image[]', '4'])).toBe(400);
    expect(await edit(['num_images', '4'])).toBe(400);
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('is text in words alone', async () => {
    const text = { models: ['m'], maxTokens: 10, costPerCall: 0.1 };
    const status = async (path: string, more: object, options = counted) => (await post(path, { model: 'm', ...more }, { ...options, text })).status;
    const messages = [{ role: 'user', content: 'p' }];
    const document = [{ role: 'user', content: [{ type: 'document', source: { type: 'url', url: 'https://a.example/b.pdf' } }] }];
    expect([await status('/v1/messages', { messages }), await status('/v1/messages', { messages: document }), await status('/v1/messages', { messages: document }, {})]).toEqual([200, 400, 200]);
    const pictured = [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://a.example/b.png' } }] }];
    expect([await status('/v1/messages', { messages: pictured }), await status('/v1/chat/completions', { messages: pictured })]).toEqual([400, 400]);
    expect([await status('/v1/messages', { messages, system: [{ type: 'text', text: 'b' }] }), await status('/v1/messages', { messages, system: [{ type: 'image' }] })]).toEqual([200, 400]);
    expect([await status('/v1/embeddings', { input: ['a', 'b'] }), await status('/v1/embeddings', { input: [{ image: 'https://a.example' }] })]).toEqual([200, 400]);
    expect([await status('/v1/rerank', { query: 'a', documents: ['b'] }), await status('/v1/rerank', { query: 'a', documents: [{ url: 'b' }] })]).toEqual([200, 400]);
  });
});

describe('a text call', () => {
  const fields = { messages: [{ role: 'user', content: 'p' }] };
  const priced = (price: number | undefined, maxCost: number | undefined) => () => priceText('text.chat', fields, price, { caps: maxCost === undefined ? {} : { maxCost }, costPerResult: new Map() });

  it('goes up at its price, up to the most that a call may cost', () => {
    expect(priced(1_000_000, 1)()).toEqual({ fields, cost: 1_000_000 });
    expect(priced(1_000_000, undefined)()).toEqual({ fields, cost: 1_000_000 });
    expect(priced(undefined, undefined)()).toEqual({ fields, cost: undefined });
  });

  it.each([1_000_001, undefined])('is refused above it, as is one whose price nobody knows: %s', (price) => {
    expect(priced(price, 1)).toThrow('at most $1 a call');
  });
});
