import type { Asset, BytespikeError, ImageEditRequest } from 'bytespike-react';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { maskOf } from '../../support/mask-files.js';
import { pictureOf } from '../../support/pictures.js';
import { simulate, type SimulationOptions } from '../../support/simulation.js';

const EDITS = '/v1/images/edits';
const CHAT = '/v1/chat/completions';
const png = new Uint8Array(await sharp({ create: { width: 8, height: 6, channels: 3, background: 'teal' } }).png().toBuffer());
const image = new File([png], 'rocks.png', { type: 'image/png' });
const [jpeg, turned] = [await pictureOf({ type: 'image/jpeg' }), await pictureOf({ type: 'image/jpeg', orientation: 3 })];
const prompt = 'The same at dusk';

/** One edit to its end, and what was sent for it. */
async function edit(request: ImageEditRequest, options: SimulationOptions = {}) {
  const sent: Request[] = [];
  const simulation = simulate({ ...options, intercept: (incoming) => (sent.push(incoming.clone()), false) });
  let isOver = false;
  const outcome = simulation.client.images.edit(request).catch((error: BytespikeError) => error);
  void outcome.then(() => (isOver = true));
  // What is loaded on the way comes in its own time.
  while (!isOver && sent.length === 0) await new Promise(setImmediate);
  await simulation.clock.advance(10 * 60_000);
  return { ...simulation, outcome: await outcome, sent };
}

const body = async (request: Request | undefined) => (await request?.json()) as { messages: { content: unknown }[] };

describe('a picture made from a picture', () => {
  it('is a form for a model of the Images endpoints', async () => {
    const { outcome, sent, gateway } = await edit({ model: 'gpt-image-2', prompt, image, size: '1024x1536', n: 2 });
    expect(outcome).toMatchObject([{ kind: 'image', width: 1024 }, { kind: 'image' }] satisfies Partial<Asset>[]);
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([EDITS]);
    const form = await sent[0]!.formData();
    expect(form.get('n')).toBe('2');
    expect(new Uint8Array(await (form.get('image') as File).arrayBuffer())).toEqual(png);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-image-2' }]);
  });

  it('is a turn of a conversation for a model that draws in one, with the picture in it', async () => {
    const { outcome, sent, gateway } = await edit({ model: 'gpt-4o-image', prompt, image, size: '1536x1024', quality: 'high', n: 2 });
    expect(outcome).toMatchObject([{ kind: 'image', width: 1536, height: 1024 }, { kind: 'image' }] satisfies Partial<Asset>[]);
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([CHAT]);
    expect(await body(sent[0])).toEqual({
      model: 'gpt-4o-image',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: prompt },
            { type: 'image_url', image_url: { url: `data:image/png;base64,${Buffer.from(png).toString('base64')}` } },
          ],
        },
      ],
      image_output: { size: '1536x1024', quality: 'high', n: 2 },
    });
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('takes its mask along as it is, of one colour that is transparent as well', async () => {
    const coloured = new Uint8Array(await sharp({ create: { width: 8, height: 6, channels: 4, background: '#0000' } }).png({ palette: true }).toBuffer());
    for (const mask of [await maskOf({ width: 8, height: 6 }), new File([coloured], 'mask.png', { type: 'image/png' })]) {
      const { outcome, sent, gateway } = await edit({ model: 'gpt-image-2', prompt, image, mask });
      expect(outcome).toMatchObject([{ kind: 'image' }]);
      const form = await sent[0]!.formData();
      expect(new Uint8Array(await (form.get('mask') as File).arrayBuffer())).toEqual(new Uint8Array(await mask.arrayBuffer()));
      expect(gateway.ledger.charges).toHaveLength(1);
    }
  });

  it('holds a large picture whole', async () => {
    const large = new Blob([new Uint8Array(3 * 1024 * 1024).map((_, index) => index % 251)], { type: 'image/webp' });
    const { sent } = await edit({ model: 'gpt-4o-image', prompt, image: large });
    const [, block] = (await body(sent[0])).messages[0]!.content as [unknown, { image_url: { url: string } }];
    const [head, base64] = block.image_url.url.split(',');
    expect(head).toBe('data:image/webp;base64');
    expect(Buffer.from(base64 ?? '', 'base64').equals(Buffer.from(await large.arrayBuffer()))).toBe(true);
  });

  it.each(['https://cdn.example.com/a.png?signature=1', 'data:image/png;base64,iVBORw0KGgo='])('may be an address in a conversation: %s', async (address) => {
    const { sent, outcome } = await edit({ model: 'gpt-4o-image', prompt, image: address });
    expect(outcome).toMatchObject([{ kind: 'image' }]);
    expect((await body(sent[0])).messages[0]?.content).toContainEqual({ type: 'image_url', image_url: { url: address } });
  });

  it('is found again after a lost answer, behind our proxy, and billed once', async () => {
    const { outcome, gateway } = await edit(
      { model: 'gpt-4o-image', prompt, image },
      { proxied: { faults: [{ kind: 'reset-after-body', on: `POST ${CHAT}` }] } },
    );
    expect(outcome).toMatchObject([{ kind: 'image' }]);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('is left to the gateway for a model that the catalog does not know', async () => {
    const { sent, outcome } = await edit({ model: 'brand-new', prompt, image });
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([EDITS]);
    expect(outcome).toMatchObject({ code: 'model_not_found', billed: 'no' });
  });

  it.each(['', 'binary/octet-stream', 'image/x-png', 'image/jpeg'])('goes as what its bytes are, though it was called "%s"', async (type) => {
    const { sent } = await edit({ model: 'gpt-image-2', prompt, image: new File([png], 'rocks', { type }) });
    const part = (await sent[0]!.clone().formData()).get('image') as File;
    expect([part.type, part.size]).toEqual(['image/png', png.byteLength]);
  });

  it('is refused before any request for what the model does not take', async () => {
    const wrong: [Partial<ImageEditRequest>, string, string][] = [
      [{ model: 'gpt-4o-image', mask: image }, 'mask', 'takes no mask'],
      [{ model: 'sora-2' }, 'model', 'makes videos'],
      [{ image: 'https://cdn.example.com/a.png' }, 'image', 'not its address'],
      [{ model: 'gpt-4o-image', image: 'blob:https://app.example.com/1' }, 'image', 'no address'],
      [{ model: 'gpt-4o-image', image: 'http://cdn.example.com/a.png' }, 'image', 'no address'],
      [{ model: 'gpt-4o-image', image: 'data:image/svg+xml;base64,PHN2Zy8+' }, 'image', 'no address'],
      [{ image: new Blob(['<svg/>'], { type: 'image/svg+xml' }) }, 'image', 'Convert it'],
      [{ image: new Blob(['no picture']) }, 'image', 'say what it is'],
      [{ image: new Blob([], { type: 'image/png' }) }, 'image', 'empty'],
      // What JavaScript lets through, and the types do not.
      [{ image: undefined as unknown as Blob }, 'image', 'no image to send'],
      [{ mask: new Blob(['%PDF'], { type: 'application/pdf' }) }, 'mask', 'not a PNG. Convert it'],
      [{ mask: new Blob([jpeg], { type: 'image/png' }) }, 'mask', '"image/jpeg" and not a PNG'],
      [{ mask: new Blob([], { type: 'image/png' }) }, 'mask', 'empty'],
      [{ mask: new Blob([png.subarray(0, 40)], { type: 'image/png' }) }, 'mask', 'no whole PNG'],
      [{ mask: new Blob([png], { type: 'image/png' }) }, 'mask', 'no transparency'],
      [{ mask: await maskOf({ width: 8, height: 7 }) }, 'mask', '8x7 pixels, and the image 8x6'],
      [{ image: new Blob([turned]), mask: await maskOf({ width: 8, height: 6 }) }, 'mask', 'upright'],
      [{ image: new Blob([png.subarray(0, 40)], { type: 'image/png' }), mask: await maskOf({ width: 8, height: 6 }) }, 'mask', 'nobody can say'],
      [{ image: 'data:image/png;base64,AA==', mask: await maskOf({ width: 8, height: 6 }) }, 'image', 'not its address'],
      [{ prompt: ' ' }, 'prompt', 'empty'],
      [{ size: '640x480' }, 'size', 'no size'],
    ];
    for (const [change, field, said] of wrong) {
      const { outcome, gateway } = await edit({ model: 'gpt-image-2', prompt, image, ...change });
      expect(outcome).toMatchObject({ code: 'invalid_param', field, billed: 'no', message: expect.stringContaining(said) });
      expect(gateway.requests).toEqual([]);
    }
  });
});
