import OpenAI from 'openai';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { maskOf, pixelsOf, shareOfEqual } from '../../support/mask-files.js';
import { type Served, serve } from '../../support/served.js';

const MODEL = 'gpt-5-mini';
const asked = { model: MODEL, messages: [{ role: 'system' as const, content: 'Translate into Japanese.' }, { role: 'user' as const, content: 'A kettle' }] };
const text = { models: [MODEL, 'bge-large-zh-v1.5'], maxTokens: 1000 };

type Way = 'the gateway' | 'our proxy';
const ways: Way[] = ['the gateway', 'our proxy'];

function clientOf({ gateway, url, proxied, headers }: Served, way: Way, apiKey?: string): OpenAI {
  const of = way === 'our proxy' ? { baseURL: `${proxied}/v1`, apiKey: 'ann', defaultHeaders: headers } : { baseURL: `${url}/v1`, apiKey: gateway.apiKey };
  return new OpenAI({ maxRetries: 0, ...of, ...(apiKey !== undefined && { apiKey }) });
}

async function rig(way: Way, options: Parameters<typeof serve>[0] = {}) {
  const served = await serve({ proxy: { text, expose: { models: true } }, ...options });
  return { ...served, client: clientOf(served, way) };
}

const load = async (url = '') => Buffer.from(await (await fetch(url)).arrayBuffer());
const red = async (width: number, height: number) => new File([new Uint8Array(await sharp({ create: { width, height, channels: 3, background: 'red' } }).png().toBuffer())], 'a.png', { type: 'image/png' });

describe.each(ways)('the client of OpenAI, before %s', (way) => {
  test('talks, in one piece and as it is written', async () => {
    const { client, gateway } = await rig(way);
    const { choices, usage } = await client.chat.completions.create(asked);
    expect([choices[0]?.message.content, choices[0]?.finish_reason]).toEqual(['[Japanese] A kettle', 'stop']);
    const stream = client.chat.completions.stream({ ...asked, stream_options: { include_usage: true } });
    const heard: string[] = [];
    stream.on('content', (more) => heard.push(more));
    expect(await stream.finalContent()).toBe('[Japanese] A kettle');
    expect([heard.length, (await stream.totalUsage()).completion_tokens]).toEqual([usage?.completion_tokens, usage?.completion_tokens]);
    expect(gateway.ledger.charges).toHaveLength(2);
  });

  test('draws in a conversation, and goes on from what was drawn', async () => {
    const { client, gateway } = await rig(way);
    const turn = async (messages: OpenAI.ChatCompletionMessageParam[]) => {
      // What the gateway has beside the fields of OpenAI.
      const body = { model: 'gpt-4o-image', messages, image_output: { size: '1024x1536' } };
      const { message } = (await client.chat.completions.create(body as OpenAI.ChatCompletionCreateParamsNonStreaming)).choices[0]!;
      const [said, shown] = message.content as unknown as [{ text: string }, { image_url: { url: string } }]; // Its types know of no picture there.
      return { said: said.text, url: shown.image_url.url };
    };
    const first = await turn([{ role: 'user', content: 'A kettle' }]);
    const shown = { role: 'assistant', content: [{ type: 'image_url', image_url: { url: first.url } }] } as unknown as OpenAI.ChatCompletionMessageParam;
    const second = await turn([{ role: 'user', content: 'A kettle' }, shown, { role: 'user', content: 'make it red' }]);
    expect(first.said).toBe('Here is the image.');
    const [before, after] = [await pixelsOf(await load(first.url)), await pixelsOf(await load(second.url))];
    expect([before.width, before.height, after.width, after.height]).toEqual([1024, 1536, 1024, 1536]);
    const share = shareOfEqual(after.data, before.data);
    expect(share > 0.3 && share < 1).toBe(true);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-4o-image' }, { model: 'gpt-4o-image' }]);
  });

  test('makes images, as links and as bytes', async () => {
    const { client, gateway } = await rig(way);
    const linked = await client.images.generate({ model: 'gpt-image-2', prompt: 'A kettle', size: '1024x1536', n: 2 });
    expect(linked.data).toHaveLength(2);
    expect(await sharp(await load(linked.data?.[1]?.url)).metadata()).toMatchObject({ width: 1024, height: 1536 });
    const inline = await client.images.generate({ model: 'seedream-v4', prompt: 'A kettle', response_format: 'b64_json' });
    expect(await sharp(Buffer.from(inline.data?.[0]?.b64_json ?? '', 'base64')).metadata()).toMatchObject({ format: 'png', width: 1024 });
    expect(gateway.ledger.charges).toHaveLength(2);
  });

  test('changes of an image what a mask covers', async () => {
    const { client, gateway } = await rig(way);
    const size = { width: 64, height: 48 };
    const answer = await client.images.edit({ model: 'gpt-image-2', prompt: 'A kettle', image: await red(64, 48), mask: await maskOf(size, { x: 0, y: 0, width: 64, height: 24 }), response_format: 'b64_json' });
    const { width, height, data } = await pixelsOf(Buffer.from(answer.data?.[0]?.b64_json ?? '', 'base64'));
    const isRed = (y: number) => Array.from({ length: width }, (_, x) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)).every(([r, g, b]) => r === 255 && g === 0 && b === 0);
    expect([width, height, isRed(23), isRed(24), isRed(47)]).toEqual([64, 48, false, true, true]);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-image-2' }]);
  });

  test('lists the models', async () => {
    const { client } = await rig(way);
    const ids: string[] = [];
    for await (const { id } of client.models.list()) ids.push(id);
    expect(ids).toContain('gpt-image-2');
  });

  test.each([
    [400, OpenAI.BadRequestError, { model: 'nobody' }],
    [402, OpenAI.APIError, { messages: [{ role: 'user', content: '[broke]' }] }],
    [403, OpenAI.PermissionDeniedError, { messages: [{ role: 'user', content: '[forbidden]' }] }],
    [429, OpenAI.RateLimitError, { messages: [{ role: 'user', content: '[busy]' }] }],
    [451, OpenAI.APIError, { messages: [{ role: 'user', content: '[block]' }] }],
    [503, OpenAI.InternalServerError, { messages: [{ role: 'user', content: '[down]' }] }],
  ])('gets an error of its own on %i', async (status, kind, change) => {
    const { client, gateway } = await rig(way);
    const failure: unknown = await client.chat.completions.create({ ...asked, ...(change as object) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ status, message: expect.stringContaining(' ') });
    expect(gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });

  test('is let in by nothing but its key', async () => {
    const served = await serve({ proxy: { text } });
    const client = clientOf(served, way, 'sk-wrong');
    await expect(client.images.generate({ model: 'gpt-image-2', prompt: 'A kettle' })).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    await expect(client.chat.completions.create(asked)).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    expect(served.gateway.ledger.charges).toEqual([]);
  });

  test('comes back after a 429 that says when, and pays once', async () => {
    const { client, gateway } = await rig(way, { faults: [{ kind: 'rate-limit', seconds: 0, on: '/v1/images/generations' }] });
    const answer = await client.withOptions({ maxRetries: 1 }).images.generate({ model: 'nano-banana', prompt: 'A kettle' });
    expect(answer.data).toHaveLength(1);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  test('takes no stream that breaks for a whole one', async () => {
    const { client, gateway } = await rig(way, { faults: [{ kind: 'stream-cut', bytes: 500, on: '/v1/chat/completions' }] });
    await expect(client.chat.completions.stream(asked).finalContent()).rejects.toBeInstanceOf(Error);
    await expect.poll(() => gateway.ledger.charges.length).toBe(1);
  });

  test('reads embeddings, and is told where there are none', async () => {
    const { client, gateway } = await rig(way);
    const asked = { model: 'bge-large-zh-v1.5', input: ['a car', 'an automobile', 'a cat'] };
    // It asks for bytes and reads them, unless it is told to ask for numbers.
    const [bytes, numbers] = [await client.embeddings.create(asked), await client.embeddings.create({ ...asked, encoding_format: 'float' })];
    expect(bytes.data.map(({ index, embedding }) => [index, embedding.length])).toEqual([[0, 1024], [1, 1024], [2, 1024]]);
    const [car, automobile, cat] = numbers.data.map(({ embedding }) => embedding) as [number[], number[], number[]];
    const cosine = (other: number[]) => car.reduce((sum, value, at) => sum + value * other[at]!, 0);
    expect(cosine(automobile)).toBeGreaterThan(cosine(cat));
    expect(bytes.data[0]?.embedding[5]).toBeCloseTo(car[5] ?? 0, 6);
    expect(gateway.ledger.charges).toMatchObject([{ model: asked.model }, { model: asked.model }]);
    const none = await rig(way, { embeddings: false });
    await expect(none.client.embeddings.create(asked)).rejects.toMatchObject({ status: 404 });
    expect(none.gateway.ledger.charges).toEqual([]);
  });
});
