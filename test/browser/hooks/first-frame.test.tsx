import { act, renderHook, waitFor } from '@testing-library/react';
import { type Asset, type Client, createClient, takeFirstFrame, taskStore } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { clip } from '../../../stories/generated.js';
import { createPictures } from '../../../stories/support/uploads.js';
import { appWith, flavours } from '../../support/flavours.js';
import { halvesOf, photoOf } from '../../support/photo.js';

const CLIP = { model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 4, aspectRatio: '1:1' } as const;
const stored = async (): Promise<Asset> => (await clip('A tide', '1:1'))[0]!;
const PUBLIC = 'https://files.example/kettle.png';

interface Rig {
  client: Client;
  gateway: SimulatedGateway;
  /** What was submitted. */
  submitted: Record<string, unknown>[];
  /** Called before a picture is taken in. */
  onUpload: (signal: AbortSignal) => Promise<void>;
}

let users = 0;

function rig({ uploads = true } = {}): Rig {
  const pictures = createPictures();
  const gateway = createSimulatedGateway({ speed: 1000, fetchImage: pictures.fetch });
  onTestFinished(() => gateway.dispose());
  const submitted: Rig['submitted'] = [];
  const answer = async (request: Request) => {
    if (request.url.endsWith('/submit')) submitted.push((await request.clone().json()) as Record<string, unknown>);
    return gateway.fetch(request);
  };
  const taking = pictures.taking(answer, gateway.baseUrl);
  const fetch = async (request: Request) => {
    if (request.url.endsWith('/uploads')) await world.onUpload(request.signal);
    return taking(request);
  };
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: uploads ? fetch : answer, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null, scope: `user ${++users}` });
  const world: Rig = { client, gateway, submitted, onUpload: async () => {} };
  return world;
}

/** What a server does that lets pages show its films and not read them. */
function forbidReading(): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'src')!;
  const spy = vi.spyOn(HTMLMediaElement.prototype, 'src', 'set').mockImplementation(function (this: HTMLMediaElement, address: string) {
    if (this.crossOrigin === null) set!.call(this, address);
    else queueMicrotask(() => this.dispatchEvent(new Event('error')));
  });
  onTestFinished(() => spy.mockRestore());
}

describe.each(flavours)('useFirstFrame on $name', (flavour) => {
  const render = ({ client }: Rig) => renderHook(() => ({ frame: flavour.hooks.useFirstFrame(), video: flavour.hooks.useVideoTask() }), { wrapper: appWith(flavour, client) });

  it('makes a photo a clip, and its last frame the next one: each billed once, and the chain written down', async () => {
    const world = rig();
    const { result } = render(world);
    const photo = await photoOf(400, 400);
    const begun = await act(() => result.current.frame.take(photo));
    expect(begun).toEqual({ imageUrl: expect.stringMatching(/\/uploads\/1$/) });
    expect(result.current.frame).toMatchObject({ status: 'done', progress: 1, frame: begun, error: undefined });
    await act(() => result.current.video.generate({ ...CLIP, ...begun }));
    const [first] = result.current.video.assets;
    const next = await act(() => result.current.frame.take(first!));
    const { outTaskId } = taskStore(world.client).list()[0]!;
    expect(next).toEqual({ imageUrl: expect.stringMatching(/\/uploads\/2$/), parent: { outTaskId, index: 0, seconds: expect.closeTo(2, 1) } });
    await act(() => result.current.video.generate({ ...CLIP, prompt: 'And on', ...next }));
    expect(taskStore(world.client).list()[0]?.request).toMatchObject({ prompt: 'And on', parent: next.parent });
    expect(world.submitted.map((body) => [body['image_url'], 'parent' in body])).toEqual([[begun.imageUrl, false], [next.imageUrl, false]]);
    expect(world.gateway.ledger.charges).toHaveLength(2);
    // Any frame, and what a person sees in it.
    const { parent } = await act(() => result.current.frame.take(first!, { at: 1 }));
    expect(parent).toEqual({ outTaskId, index: 0, seconds: 1 });
  });

  it('stops when it is cancelled, and begins anew', async () => {
    const world = rig();
    const { result } = render(world);
    const hold = new Promise<AbortSignal>((resolve) => {
      world.onUpload = (signal) => {
        resolve(signal);
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new TypeError('aborted'))));
      };
    });
    let refused: unknown;
    act(() => void photoOf(8, 8).then((photo) => result.current.frame.take(photo)).catch((error: unknown) => (refused = error)));
    await hold;
    act(() => result.current.frame.cancel());
    await waitFor(() => expect(refused).toMatchObject({ code: 'aborted' }));
    expect(result.current.frame).toMatchObject({ status: 'idle', frame: undefined });
  });
});

describe('the address of a picture', () => {
  const picture: Asset = { kind: 'image', url: PUBLIC };

  it('will do where there is no place for pictures, as long as it lives and others can read it', async () => {
    const { client } = rig({ uploads: false });
    // Nobody has said yet what the proxy offers.
    await expect(takeFirstFrame(client, picture)).resolves.toEqual({ imageUrl: PUBLIC });
    const own = { ...picture, url: URL.createObjectURL(await photoOf(8, 8)) };
    await expect(takeFirstFrame(client, own)).rejects.toMatchObject({ code: 'invalid_config' });
    await expect(takeFirstFrame(client, { ...picture, expiresAt: Date.now() - 60_000 })).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeFirstFrame(client, await stored())).rejects.toMatchObject({ code: 'invalid_config' });
  });

  it('will do where this page may not read it', async () => {
    const { client } = rig();
    const spy = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    onTestFinished(() => spy.mockRestore());
    await expect(takeFirstFrame(client, picture)).resolves.toEqual({ imageUrl: PUBLIC });
    await expect(takeFirstFrame(client, { ...picture, url: `${location.origin}/a.png` })).rejects.toMatchObject({ code: 'network_error', field: 'forbidden' });
  });
});

describe('a frame of a clip', () => {
  it('that its server lets no page read is asked for where the clip is by now', async () => {
    const world = rig();
    const { taskId } = await world.client.tasks.submit(CLIP);
    const { assets } = await world.client.tasks.follow({ taskId });
    const record = taskStore(world.client).findByTaskId(taskId)!;
    const old = { ...assets[0]!, url: `${location.origin}/gone.webm` };
    taskStore(world.client).put({ ...record, snapshot: { ...record.snapshot!, assets: [old] } });
    await expect(takeFirstFrame(world.client, old)).resolves.toMatchObject({ parent: { outTaskId: record.outTaskId, index: 0 } });
  });

  it('that nobody lets it read says so, and one that does not play says that', async () => {
    const { client } = rig();
    await expect(takeFirstFrame(client, { kind: 'video', url: 'blob:nothing' })).rejects.toMatchObject({ code: 'network_error', field: 'unplayable', retryable: true });
    forbidReading();
    await expect(takeFirstFrame(client, await stored())).rejects.toMatchObject({ code: 'network_error', field: 'forbidden' });
  });

  it('is given up at once when its signal aborts', async () => {
    const { client } = rig();
    await expect(takeFirstFrame(client, await stored(), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });

  it('is the picture that was brought along, as a page sees it', async () => {
    const world = rig();
    const { imageUrl } = await takeFirstFrame(world.client, await photoOf(400, 400));
    const { taskId } = await world.client.tasks.submit({ ...CLIP, imageUrl });
    const { assets } = await world.client.tasks.follow({ taskId });
    const seen: Blob[] = [];
    const { upload } = world.client;
    world.client.upload = (file, settings) => {
      seen.push(file);
      return upload(file, settings);
    };
    await takeFirstFrame(world.client, assets[0]!);
    expect(await halvesOf(seen[0]!, false)).toEqual(['red', 'blue']);
  });
});
