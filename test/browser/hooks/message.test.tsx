import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';

const MODEL = 'claude-haiku-4-5';

function rig(): { gateway: SimulatedGateway; client: Client; posts: () => number } {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  return { gateway, client, posts: () => gateway.requests.filter(({ path }) => path === '/v1/messages').length };
}

const saying = (content: string) => ({ model: MODEL, messages: [{ role: 'user' as const, content }] });

describe.each(flavours)('useMessage on $name', (flavour) => {
  const render = (client: Client) => renderHook(() => flavour.hooks.useMessage(), { wrapper: appWith(flavour, client) });

  it('asks for nothing by itself, and gives the text as it comes', async () => {
    const { client, posts, gateway } = rig();
    const seen: string[] = [];
    const { result } = renderHook(
      () => {
        const message = flavour.hooks.useMessage();
        seen.push(`${message.status} ${message.text}`);
        return message;
      },
      { wrapper: appWith(flavour, client) },
    );
    expect([result.current.status, posts()]).toEqual(['idle', 0]);
    const answer = await act(() => result.current.send(saying('Hello to all of you')));
    expect(result.current).toMatchObject({ status: 'done', text: 'You said: Hello to all of you', message: answer, error: undefined });
    expect(answer).toMatchObject({ text: 'You said: Hello to all of you', stopReason: 'end_turn' });
    expect(seen).toContain('streaming ');
    expect([posts(), gateway.ledger.charges.length]).toEqual([1, 1]);
    act(() => result.current.reset());
    expect(result.current).toMatchObject({ status: 'idle', text: '', message: undefined });
  });

  it('stops, keeps what was written, and pays for that', async () => {
    const { client, gateway } = rig();
    const { result } = render(client);
    act(() => void result.current.send(saying('A kettle [stall]')).catch(() => {}));
    await waitFor(() => expect(result.current.text).toBe('You'));
    expect(result.current.status).toBe('streaming');
    act(() => result.current.stop());
    await waitFor(() => expect(result.current).toMatchObject({ status: 'stopped', text: 'You', error: undefined }));
    await waitFor(() => expect(gateway.ledger).toMatchObject({ held: 0, charges: [{ model: MODEL }] }));
  });

  it('is one call for a double click, and another one for another wish, which stops the first', async () => {
    const { client, posts } = rig();
    const { result } = render(client);
    const first = saying('A kettle [stall]');
    act(() => {
      void result.current.send(first).catch(() => {});
      void result.current.send(first).catch(() => {});
    });
    await waitFor(() => expect(result.current.text).toBe('You'));
    expect(posts()).toBe(1);
    await act(() => result.current.send(saying('Tea')));
    expect([result.current.status, result.current.text, posts()]).toEqual(['done', 'You said: Tea', 2]);
  });

  it('says that it broke off, with the text so far, and asks no more', async () => {
    const { client, gateway, posts } = rig();
    gateway.inject({ kind: 'stream-cut', bytes: 900, on: '/v1/messages' });
    const { result } = render(client);
    act(() => void result.current.send(saying('A kettle')).catch(() => {}));
    await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', text: expect.stringMatching(/^You/), error: { code: 'network_error', billed: 'unknown' } }));
    expect(posts()).toBe(1);
  });
});

describe.each(flavours)('useMessage with pictures on $name', (flavour) => {
  const pictures = { model: 'seedream-v5lite', most: 2 };
  const drawing = (content: string) => ({ ...saying(content), pictures });
  const using = (client: Client) => renderHook(() => ({ message: flavour.hooks.useMessage(), history: flavour.hooks.useTasks().tasks }), { wrapper: appWith(flavour, client) });

  it('gives words and pictures as they come, and the pictures to the history', async () => {
    const { client, gateway } = rig();
    const seen: string[] = [];
    const { result } = renderHook(
      () => {
        const message = flavour.hooks.useMessage();
        seen.push(message.parts.map((part) => (part.type === 'text' ? 'text' : part.status)).join(' '));
        return { ...message, history: flavour.hooks.useTasks().tasks };
      },
      { wrapper: appWith(flavour, client) },
    );
    expect(result.current).toMatchObject({ parts: [], images: [] });
    const answer = await act(() => result.current.send(drawing('A loop. [draw: a rope] Pull.')));
    await waitFor(() => expect(result.current.history).toMatchObject([{ request: { model: pictures.model, prompt: 'a rope' }, snapshot: { status: 'completed' } }]));
    expect([...new Set(seen)]).toEqual(expect.arrayContaining(['', 'text', 'text running', 'text completed', 'text completed text']));
    expect(result.current).toMatchObject({ status: 'done', ...answer, message: answer });
    expect(answer.picturesCost).toEqual({ billed: 'yes', estimated: 0.012, estimatedBy: 'catalog' });
    expect(gateway.ledger.charges.map(({ model }) => model)).toEqual([pictures.model, MODEL]);
    act(() => result.current.reset());
    expect(result.current).toMatchObject({ status: 'idle', parts: [], images: [] });
  });

  it('keeps what had come when it is stopped, and says of the rest that nobody knows', async () => {
    const { client } = rig();
    const { result } = using(client);
    act(() => void result.current.message.send(drawing('[draw: a rope] Then [draw: a knot [stall]]')).catch(() => {}));
    await waitFor(() => expect(result.current.message.parts).toMatchObject([{ status: 'completed' }, {}, { status: 'running', prompt: 'a knot [stall]' }]));
    await waitFor(() => expect(result.current.history.map(({ snapshot }) => snapshot?.status)).toEqual(['running', 'completed']));
    act(() => result.current.message.stop());
    await waitFor(() => expect(result.current.message).toMatchObject({ status: 'stopped', images: [{ kind: 'image' }], parts: [{ status: 'completed' }, {}, { status: 'unknown' }] }));
    await waitFor(() => expect(result.current.history.map(({ snapshot }) => snapshot?.status)).toEqual(['unknown', 'completed']));
  });

  it('is refused before it is sent, by the field', async () => {
    const { client, posts } = rig();
    const { result } = using(client);
    act(() => void result.current.message.send({ ...drawing('A'), pictures: { ...pictures, most: 0 } }).catch(() => {}));
    await waitFor(() => expect(result.current.message.error).toMatchObject({ code: 'invalid_param', field: 'pictures.most', billed: 'no' }));
    expect(posts()).toBe(0);
  });
});

describe.each(flavours)('usePromptAssist on $name', (flavour) => {
  const render = (client: Client) => renderHook(() => flavour.hooks.usePromptAssist({ model: MODEL }), { wrapper: appWith(flavour, client) });

  it('suggests a richer prompt, which is taken once', async () => {
    const { client, posts } = rig();
    const { result } = render(client);
    expect([result.current.accept(), posts()]).toEqual([undefined, 0]);
    const suggestion = await act(() => result.current.improve('A kettle'));
    expect(suggestion).toMatch(/^A kettle, .+/);
    expect(result.current).toMatchObject({ status: 'done', suggestion, original: 'A kettle' });
    expect(result.current).not.toHaveProperty('parts');
    let taken: string | undefined;
    act(() => void (taken = result.current.accept()));
    expect(taken).toBe(suggestion);
    expect(result.current).toMatchObject({ status: 'idle', suggestion: undefined, original: undefined });
    expect(posts()).toBe(1);
  });

  it('translates, and leaves the person theirs', async () => {
    const { client } = rig();
    const { result } = render(client);
    await act(() => result.current.translate('A kettle', 'Japanese'));
    expect(result.current.suggestion).toBe('[Japanese] A kettle');
    act(() => result.current.dismiss());
    expect(result.current).toMatchObject({ status: 'idle', suggestion: undefined });
  });

  it('says what it was refused by, and stops', async () => {
    const { client } = rig();
    const { result } = render(client);
    await act(() => result.current.improve(' ').catch(() => {}));
    expect(result.current).toMatchObject({ status: 'failed', error: { code: 'invalid_param', billed: 'no' } });
    act(() => void result.current.improve('A kettle [stall]').catch(() => {}));
    await waitFor(() => expect(result.current.text).toBe('A'));
    act(() => result.current.stop());
    await waitFor(() => expect(result.current).toMatchObject({ status: 'stopped', suggestion: undefined }));
  });
});

describe.each(flavours)('useCaption on $name', (flavour) => {
  const render = (client: Client) => renderHook(() => flavour.hooks.useCaption({ model: MODEL }), { wrapper: appWith(flavour, client) });
  const CDN = 'https://cdn.example.com';

  function camera(assetBaseUrl?: string) {
    const gateway = createSimulatedGateway({ speed: 1000, ...(assetBaseUrl && { assetBaseUrl }) });
    onTestFinished(() => gateway.dispose());
    const sent: string[] = [];
    const client = createClient({
      baseUrl: gateway.baseUrl,
      async fetch(request) {
        if (request.url.endsWith('/v1/messages')) sent.push(await request.clone().text());
        return gateway.fetch(request);
      },
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      storage: null,
    });
    const draw = async () => (await client.images.generate({ model: 'seedream-v5lite', prompt: 'a kettle' }))[0]!;
    return { gateway, client, sent, draw };
  }

  it('asks for nothing by itself, and has a result described by its address', async () => {
    const { client, sent, draw } = camera(CDN);
    const { result } = render(client);
    const picture = await draw();
    expect([result.current.status, sent]).toEqual(['idle', []]);
    const said = await act(() => result.current.describe(picture, 'German'));
    expect(said).toBe('A picture of this: a kettle');
    expect(result.current).toMatchObject({ status: 'done', caption: said, error: undefined });
    expect(result.current).not.toHaveProperty('parts');
    expect(sent).toEqual([expect.stringContaining(picture.url)]);
    expect(sent[0]).toContain('Write in German.');
  });

  it('takes along what others cannot read, no larger than it is looked at', async () => {
    const { client, sent } = camera();
    const canvas = new OffscreenCanvas(4000, 1000);
    canvas.getContext('2d')!.fillRect(0, 0, 4000, 1000);
    const { result } = render(client);
    expect(await act(async () => result.current.describe(await canvas.convertToBlob()))).toBe('A picture of 1568 × 392 pixels.');
    expect(sent[0]).toContain('data');
  });

  it('takes a picture of this page along, too', async () => {
    const { client, draw } = camera();
    const { result } = render(client);
    const picture = await draw();
    expect(picture.url).toMatch(/^blob:/);
    expect(await act(() => result.current.describe(picture))).toMatch(/^A picture of \d+ × \d+ pixels\.$/);
  });

  it('is one call for a double click, and sends no clip and nothing that cannot be read', async () => {
    const { client, sent, draw } = camera(CDN);
    const { result } = render(client);
    const picture = await draw();
    await act(async () => {
      const [one, two] = [result.current.describe(picture), result.current.describe(picture)];
      expect(await one).toBe(await two);
    });
    expect(sent).toHaveLength(1);
    await act(() => expect(result.current.describe({ kind: 'video', url: `${CDN}/a.mp4` })).rejects.toMatchObject({ code: 'invalid_param', field: 'picture' }));
    await act(() => expect(result.current.describe({ kind: 'image', url: 'blob:https://app.example.com/gone' })).rejects.toMatchObject({ code: 'network_error', billed: 'no' }));
    await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', caption: undefined }));
    expect(sent).toHaveLength(1);
  });
});
