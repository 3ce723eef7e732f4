import { createSimulatedGateway } from 'bytespike-react/testing';
import OpenAI from 'openai';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { maskOf, pixelsOf, shareOfEqual } from '../../support/mask-files.js';
import { json, rig } from './setup.js';

/** A gateway in a hurry, and the official client of the Images shape on it. */
function openai(options: { balance?: number; apiKey?: string } = {}) {
  const gateway = createSimulatedGateway({ speed: 1e6, ...(options.balance === undefined ? {} : { balance: options.balance }) });
  onTestFinished(() => gateway.dispose());
  const client = new OpenAI({
    apiKey: options.apiKey ?? gateway.apiKey,
    baseURL: `${gateway.baseUrl}/v1`,
    maxRetries: 0,
    fetch: (url, init) => gateway.fetch(new Request(url, init)),
  });
  return { gateway, client };
}

const read = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('the openai client', () => {
  test.each([
    ['png', '1024x1536'],
    ['webp', '1536x1024'],
    ['jpeg', '1024x1024'],
  ] as const)('gets a %s of %s', async (format, size) => {
    const { client, gateway } = openai();
    const answer = await client.images.generate({ model: 'gpt-image-2', prompt: 'A kettle', size, output_format: format });
    const response = await gateway.fetch(new Request(answer.data?.[0]?.url ?? ''));
    expect(response.headers.get('content-type')).toBe(`image/${format}`);
    const { width, height, format: encoded } = await sharp(await read(response)).metadata();
    expect({ size: `${width}x${height}`, encoded }).toEqual({ size, encoded: format });
  });

  test('gets base64 when it asks for it, and as many different images as it asks for', async () => {
    const { client } = openai();
    const answer = await client.images.generate({ model: 'seedream-v4', prompt: 'A kettle', n: 3, response_format: 'b64_json' });
    const encoded = answer.data?.map((image) => image.b64_json ?? '') ?? [];
    expect(new Set(encoded).size).toBe(3);
    expect(await sharp(Buffer.from(encoded[0] ?? '', 'base64')).metadata()).toMatchObject({ format: 'png', width: 1024 });
  });

  test('edits an image', async () => {
    const { client, gateway } = openai();
    const source = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer();
    const image = new File([new Uint8Array(source)], 'a.png', { type: 'image/png' });
    const answer = await client.images.edit({ model: 'gpt-image-2', prompt: 'Make it blue', image, n: 2, size: '1024x1024' });
    expect(answer.data).toHaveLength(2);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-image-2', amount: 0.06 }]);
  });

  test.each(['png', 'webp', 'jpeg'] as const)('changes what a mask covers of a picture and nothing else, in %s', async (type) => {
    const { client, gateway } = openai();
    const size = { width: 96, height: 64 };
    const noise = Buffer.from(Array.from({ length: 96 * 64 * 3 }, (_, at) => (at * 73) % 251));
    const encoded = await sharp(noise, { raw: { ...size, channels: 3 } }).toFormat(type).toBuffer();
    const image = new File([new Uint8Array(encoded)], `a.${type}`, { type: `image/${type}` });
    const cover = { x: 30, y: 10, width: 40, height: 33 };
    const answer = await client.images.edit({ model: 'gpt-image-2', prompt: 'A kettle', image, mask: await maskOf(size, cover), response_format: 'b64_json' });
    const [before, after] = [await pixelsOf(image), await pixelsOf(Buffer.from(answer.data?.[0]?.b64_json ?? '', 'base64'))];
    expect({ width: after.width, height: after.height }).toEqual(size);
    let changed = 0;
    const strayed: unknown[] = [];
    for (let at = 0; at < 96 * 64; at++) {
      const [x, y] = [at % 96, Math.floor(at / 96)];
      const isCovered = x >= cover.x && x < cover.x + cover.width && y >= cover.y && y < cover.y + cover.height;
      const isSame = before.data.compare(after.data, at * 4, at * 4 + 3, at * 4, at * 4 + 3) === 0;
      if (isCovered) changed += Number(!isSame);
      else if (!isSame) strayed.push([x, y]);
    }
    expect(strayed).toEqual([]);
    expect(changed).toBeGreaterThan(0.95 * cover.width * cover.height);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-image-2', amount: 0.03 }]);
  });

  test('gets the size that it asked for, with what a mask covers in its place', async () => {
    const { client } = openai();
    const size = { width: 512, height: 768 };
    const red = await sharp({ create: { ...size, channels: 3, background: 'red' } }).png().toBuffer();
    const image = new File([new Uint8Array(red)], 'a.png', { type: 'image/png' });
    const mask = await maskOf(size, { x: 0, y: 384, width: 512, height: 384 });
    const answer = await client.images.edit({ model: 'gpt-image-2', prompt: 'A kettle', image, mask, size: '1024x1536', response_format: 'b64_json' });
    const { width, height, data } = await pixelsOf(Buffer.from(answer.data?.[0]?.b64_json ?? '', 'base64'));
    const isRed = (y: number) => data[(y * width + 500) * 4] === 255 && data[(y * width + 500) * 4 + 1] === 0;
    expect([width, height, isRed(0), isRed(767), isRed(768), isRed(1535)]).toEqual([1024, 1536, true, true, false, false]);
  });

  test.each([
    ['of another size', async () => maskOf({ width: 8, height: 9 }), /8x9 pixels, and the image 8x8/],
    ['without transparency', async () => new File([new Uint8Array(await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer())], 'm.png', { type: 'image/png' }), /no transparency/],
    ['that is a text', async () => 'mask', /is a text/],
  ])('is refused a mask %s, and pays nothing', async (_, mask, said) => {
    const { gateway } = openai();
    const form = new FormData();
    const source = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer();
    form.set('model', 'gpt-image-2');
    form.set('prompt', 'A kettle');
    form.set('image', new File([new Uint8Array(source)], 'a.png', { type: 'image/png' }));
    form.set('mask', await mask());
    const response = await gateway.fetch(new Request(`${gateway.baseUrl}/v1/images/edits`, { method: 'POST', body: form, headers: { authorization: `Bearer ${gateway.apiKey}` } }));
    expect([response.status, (await json(response)).error]).toEqual([400, expect.objectContaining({ code: 'invalid_param', param: 'mask', message: expect.stringMatching(said) })]);
    expect(gateway.ledger.charges).toEqual([]);
  });

  test.each([
    [400, OpenAI.BadRequestError, { model: 'gpt-image-2', prompt: 'A kettle', size: '640x480' }, {}],
    [401, OpenAI.AuthenticationError, { model: 'gpt-image-2', prompt: 'A kettle' }, { apiKey: 'sk-wrong' }],
    [402, OpenAI.APIError, { model: 'gpt-image-2', prompt: 'A kettle' }, { balance: 0.01 }],
    [451, OpenAI.APIError, { model: 'gpt-image-2', prompt: 'A kettle [block]' }, {}],
  ])('gets a typed error on %i', async (status, type, body, options) => {
    const { client, gateway } = openai(options);
    const failure = await client.images.generate(body as OpenAI.ImageGenerateParams).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(type);
    expect(failure).toMatchObject({ status });
    expect(gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });
});

describe('an image call', () => {
  test('answers after the wait of its model, and takes the money then', async () => {
    const { gateway, clock, post } = rig({ speed: 2 });
    let answered = false;
    const answer = post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle' }).then((response) => {
      answered = true;
      return response;
    });
    await clock.advance(2_900);
    expect({ answered, held: gateway.ledger.held, charges: gateway.ledger.charges }).toEqual({ answered: false, held: 0.02, charges: [] });
    await clock.advance(2_200);
    expect((await answer).status).toBe(200);
    expect(gateway.ledger).toMatchObject({ balance: 24.98, held: 0, charges: [{ model: 'nano-banana', amount: 0.02 }] });
  });

  test('is billed though its caller has left', async () => {
    const { gateway, clock, post } = rig();
    const leave = new AbortController();
    const answer = post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle' }, { signal: leave.signal });
    await clock.advance(1000);
    leave.abort();
    await expect(answer).rejects.toThrow('aborted');
    await clock.advance(20_000);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  test('takes the shape from the aspect ratio when no size is asked for', async () => {
    const { gateway, get, post } = rig({ speed: 1, clock: { now: () => 0, setTimeout: (run) => queueMicrotask(run), clearTimeout: () => {} } });
    const { data } = await json(await post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle', aspect_ratio: '16:9' }));
    const { width, height } = await sharp(await read(await get(data[0].url))).metadata();
    expect([width, height]).toEqual([1024, 576]);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  test('of a conversation comes back as blocks, billed once a turn', async () => {
    const { gateway, clock, post } = rig();
    const body = {
      model: 'gpt-4o-image',
      messages: [{ role: 'user', content: [{ type: 'text', text: 'A kettle' }] }],
      image_output: { size: '1024x1536', n: 2 },
    };
    const answer = post('/v1/chat/completions', body);
    await clock.advance(20_000);
    const { choices } = await json(await answer);
    expect(choices[0].message.content.map(({ type }: { type: string }) => type)).toEqual(['text', 'image_url', 'image_url']);
    expect(gateway.ledger.charges).toHaveLength(1);
  });
});

describe('a picture in a conversation', () => {
  const turn = (url: unknown) => ({
    model: 'gpt-4o-image',
    messages: [{ role: 'user', content: [{ type: 'text', text: 'A kettle' }, { type: 'image_url', image_url: { url } }] }],
  });

  test.each(['https://cdn.example.com/a.png', 'data:image/png;base64,iVBORw0KGgo='])('is taken from %s', async (url) => {
    const { gateway, clock, post } = rig();
    const answer = post('/v1/chat/completions', turn(url));
    await clock.advance(20_000);
    expect((await answer).status).toBe(200);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  test.each(['blob:https://app.example.com/1', '/assets/a.png', undefined, 7])('is refused from what no gateway can read: %s', async (url) => {
    const { gateway, post } = rig();
    const response = await post('/v1/chat/completions', turn(url));
    expect([response.status, (await json(response)).error.code]).toEqual([400, 'invalid_param']);
    expect(gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });
});

describe('a turn after another', () => {
  async function drawn({ clock, post, get }: ReturnType<typeof rig>, ...messages: object[]) {
    const answer = post('/v1/chat/completions', { model: 'gpt-4o-image', messages });
    await clock.advance(20_000);
    const { message } = (await json(await answer)).choices[0];
    const { url } = message.content[1].image_url;
    return { url, pixels: await sharp(await read(await get(url))).raw().toBuffer() };
  }

  const user = (content: unknown) => ({ role: 'user', content });

  test('changes the picture before, and of it what was asked for', async () => {
    const page = rig();
    const first = await drawn(page, user('A kettle'));
    const shown = { role: 'assistant', content: [{ type: 'image_url', image_url: { url: first.url } }] };
    const second = await drawn(page, user('A kettle'), shown, user('make it red'));
    const fresh = await drawn(page, user('make it red'));
    expect(shareOfEqual(first.pixels, second.pixels)).toBeGreaterThan(0.3);
    expect(shareOfEqual(first.pixels, second.pixels)).toBeLessThan(1);
    expect(shareOfEqual(first.pixels, fresh.pixels)).toBeLessThan(0.1);
  });

  test('changes what a person sends along as well, where that is of the gateway itself', async () => {
    const page = rig();
    const first = await drawn(page, user('A kettle'));
    const second = await drawn(page, user([{ type: 'text', text: 'make it red' }, { type: 'image_url', image_url: { url: first.url } }]));
    expect(shareOfEqual(first.pixels, second.pixels)).toBeGreaterThan(0.3);
  });
});

describe('an edit of a picture of the gateway’s own', () => {
  test('changes what is asked for, also below a mask; of one that it drew over another nobody knows what it shows', async () => {
    const { client } = openai();
    const first = await client.images.generate({ model: 'gpt-image-2', prompt: 'A kettle on the left and a mug on the right', response_format: 'b64_json' });
    const bytes = (answer: OpenAI.ImagesResponse) => Buffer.from(answer.data?.[0]?.b64_json ?? '', 'base64');
    const file = (answer: OpenAI.ImagesResponse) => new File([new Uint8Array(bytes(answer))], 'a.png', { type: 'image/png' });
    const edit = (answer: OpenAI.ImagesResponse, fields: object = {}) => client.images.edit({ model: 'gpt-image-2', prompt: 'remove the mug', image: file(answer), response_format: 'b64_json', ...fields });
    const { data: before, width } = await pixelsOf(bytes(first));
    /** The first column of pixels that differs from the picture before; its width where none does. */
    const changedFrom = async (answer: OpenAI.ImagesResponse) => {
      const { data } = await pixelsOf(bytes(answer));
      let least = width;
      for (let at = 0; at < before.length; at++) if (before[at] !== data[at]) least = Math.min(least, Math.floor(at / 4) % width);
      return least;
    };
    const column = await changedFrom(await edit(first));
    expect([column > width * 0.55, column < width * 0.75]).toEqual([true, true]);
    const masked = await edit(first, { mask: await maskOf({ width, height: width }, { x: Math.round(width * 0.8), y: 0, width: Math.round(width * 0.2), height: width }) });
    expect(await changedFrom(masked)).toBe(Math.round(width * 0.8));
    expect(await changedFrom(await edit(masked, { prompt: 'make the kettle red' }))).toBe(0);
  });
});

describe('the seed', () => {
  const draw = async (seed: string, fields: object = {}) => {
    const { gateway, post } = rig({ seed, clock: { now: () => 0, setTimeout: (run) => queueMicrotask(run), clearTimeout: () => {} } });
    const body = { model: 'seedream-v4', prompt: 'A kettle', response_format: 'b64_json', ...fields };
    const [first, second] = [await json(await post('/v1/images/generations', body)), await json(await post('/v1/images/generations', body))];
    return { first: first.data[0].b64_json, second: second.data[0].b64_json, ids: gateway.ledger.charges.map(({ id }) => id) };
  };

  test('decides pictures and ids', async () => {
    const [a, again, b] = [await draw('a'), await draw('a'), await draw('b')];
    expect(again).toEqual(a);
    expect(b.first).not.toBe(a.first);
    expect(b.ids).not.toEqual(a.ids);
    expect(a.second).not.toBe(a.first);
  });

  test('of a request makes it the same picture anywhere', async () => {
    const [a, b] = [await draw('a', { seed: 7 }), await draw('b', { seed: 7 })];
    expect(b.second).toBe(a.first);
    expect((await draw('a', { seed: 8 })).first).not.toBe(a.first);
  });
});
