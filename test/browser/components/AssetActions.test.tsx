import { screen, waitFor } from '@testing-library/react';
import { type Asset, AssetViewer, type ImageRequest, type PlayerProps, type Reused } from 'bytespike-react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { broken, embedded, imageStates, prompt, unsafe, videoStates } from '../../../stories/fixtures.js';
import { clip } from '../../../stories/generated.js';
import { emulate, picture, setTheme, show, violations } from './support.js';

beforeEach(() => setTheme('light'));

/** Replaces a function of the page until the test is over. */
function watched<T extends { mockRestore(): void }>(spy: T): T {
  onTestFinished(() => spy.mockRestore());
  return spy;
}

const said = () => screen.getByRole('status').textContent;
const button = (name: string) => screen.findByRole('button', { name });
const shown = () => waitFor(() => expect(document.querySelector('.bs-figure')?.getAttribute('data-state')).toBe('shown'));
/** By keyboard, from wherever the focus is, forwards. */
async function press(name: string): Promise<void> {
  const target = await button(name);
  while (document.activeElement !== target) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
}

describe('copying', () => {
  test('puts the picture into the clipboard as PNG, and says so for a while', async () => {
    const write = watched(vi.spyOn(navigator.clipboard, 'write')).mockResolvedValue();
    const canvas = new OffscreenCanvas(8, 6);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 6);
    const url = URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg' }));
    show(<AssetViewer assets={[{ kind: 'image', url }]} />);
    await shown();
    await press('Copy image');
    await waitFor(() => expect(said()).toBe('Image copied'));
    const png = await write.mock.calls[0]?.[0][0]?.getType('image/png');
    expect(png?.type).toBe('image/png');
    expect(await createImageBitmap(png!)).toMatchObject({ width: 8, height: 6 });
  });

  test('says that the server forbids it', async () => {
    watched(vi.spyOn(globalThis, 'fetch')).mockRejectedValue(new TypeError('Failed to fetch'));
    watched(vi.spyOn(navigator.clipboard, 'write')).mockImplementation(async ([item]) => void (await item?.getType('image/png')));
    show(<AssetViewer assets={[{ kind: 'image', url: `${location.origin}/__vitest__/favicon.svg` }]} />);
    await shown();
    await press('Copy image');
    await waitFor(() => expect(said()).toBe('Its server does not allow copying from here. Download it instead.'));
  });

  test('says that the browser cannot', async () => {
    watched(vi.spyOn(navigator.clipboard, 'write')).mockRejectedValue(new DOMException('', 'NotAllowedError'));
    show(<AssetViewer assets={[embedded]} />);
    await shown();
    await press('Copy image');
    await waitFor(() => expect(said()).toBe('This browser does not copy images here. Download it instead.'));
  });

  test('asks past the cache for what was kept there without leave to read it', async () => {
    const bytes = await (await fetch(await picture(4, 4))).blob();
    const fetched = watched(vi.spyOn(globalThis, 'fetch')).mockImplementation(async (_, options) => {
      if (options?.cache !== 'reload') throw new TypeError('Failed to fetch');
      return new Response(bytes);
    });
    const write = watched(vi.spyOn(navigator.clipboard, 'write')).mockImplementation(async ([item]) => void (await item?.getType('image/png')));
    show(<AssetViewer assets={[{ kind: 'image', url: `${location.origin}/__vitest__/favicon.svg` }]} />);
    await shown();
    await press('Copy image');
    await waitFor(() => expect(said()).toBe('Image copied'));
    expect([fetched.mock.calls.length, write.mock.calls.length]).toEqual([2, 1]);
  });

  test('the prompt, and the one that the model made of it', async () => {
    const write = watched(vi.spyOn(navigator.clipboard, 'writeText')).mockResolvedValue();
    show(<AssetViewer assets={[{ ...embedded, revisedPrompt: 'A copper kettle' }]} prompt="A kettle" />);
    await press('Prompt');
    await press('Copy prompt: Prompt');
    await waitFor(() => expect(said()).toBe('Prompt copied'));
    await press('Copy prompt: Prompt as the model rewrote it');
    expect(write.mock.calls).toEqual([['A kettle'], ['A copper kettle']]);
    write.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(said()).toContain('Select the prompt and copy it'));
  });
});

describe('going on from a result', () => {
  const request: ImageRequest = { model: 'seedream-v4', prompt: 'A kettle', size: '1024x1024', seed: 7 };
  const names = ['Use as reference', 'Variations', 'Remix', 'Same seed'];

  test('only what is given is offered, and it gets the request', async () => {
    const remix = vi.fn<(request: Reused['remix'], asset: Asset) => void>();
    const sameSeed = vi.fn<(request: Reused['sameSeed'], asset: Asset) => void>();
    const asset: Asset = { ...embedded, seed: 41 };
    show(<AssetViewer assets={[asset]} request={request} reuse={{ remix, sameSeed }} />);
    await shown();
    await button('Remix');
    expect(names.filter((name) => screen.queryByRole('button', { name }) !== null)).toEqual(['Remix', 'Same seed']);
    await press('Remix');
    await waitFor(() => expect(remix).toHaveBeenCalledWith({ model: 'seedream-v4', prompt: 'A kettle', size: '1024x1024' }, asset));
    await press('Same seed');
    await waitFor(() => expect(sameSeed).toHaveBeenCalledWith({ ...request, seed: 41 }, asset));
  });

  test('and only what can be done: no seed is known, and a clip is no first frame', async () => {
    const all = { reference() {}, variations() {}, remix() {}, sameSeed() {} };
    const task = videoStates.completed();
    const { rerender } = show(<AssetViewer assets={await clip('Tide', '16:9')} task={task} reuse={all} />);
    await button('Remix');
    expect(names.filter((name) => screen.queryByRole('button', { name }) !== null)).toEqual(['Remix']);
    rerender(<AssetViewer assets={[embedded]} reuse={all} />);
    await shown();
    expect(names.filter((name) => screen.queryByRole('button', { name }) !== null)).toEqual([]);
  });

  test('is named apart for each of several, and seen on focus, on hover, and where nothing hovers', async () => {
    show(<AssetViewer assets={[embedded, embedded]} request={request} reuse={{ remix() {} }} />);
    const second = await button('Remix, 2 of 2');
    const tools = second.closest('.bs-tools')!;
    const isSeen = () => getComputedStyle(tools).opacity === '1';
    await userEvent.hover(document.querySelector('.bs-caption')!);
    await waitFor(() => expect(isSeen()).toBe(false));
    second.focus();
    await waitFor(() => expect(isSeen()).toBe(true));
    second.blur();
    await waitFor(() => expect(isSeen()).toBe(false));
    await userEvent.hover(tools);
    await waitFor(() => expect(isSeen()).toBe(true));
    await userEvent.hover(document.querySelector('.bs-caption')!);
    await waitFor(() => expect(isSeen()).toBe(false));
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
    expect(matchMedia('(hover: none)').matches).toBe(true);
    await waitFor(() => expect(isSeen()).toBe(true));
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
  });
});

describe('a safety block', () => {
  test('shows no picture, keeps the prompt, and leads on to another', async () => {
    const write = watched(vi.spyOn(navigator.clipboard, 'writeText')).mockResolvedValue();
    const onEdit = vi.fn<(request: unknown) => void>();
    const task = videoStates.blocked();
    const { container } = show(<AssetViewer assets={[embedded]} task={task} onEdit={onEdit} />);
    expect(container.querySelector('img, video')).toBeNull();
    expect(document.querySelector('.bs-asset-viewer')?.getAttribute('data-status')).toBe('blocked');
    expect(screen.getByText('Blocked by the safety filter').checkVisibility()).toBe(true);
    expect(screen.getByText(prompt).checkVisibility()).toBe(true);
    await press('Edit the prompt');
    expect(onEdit).toHaveBeenCalledWith(task.request);
    await press('Copy prompt: Prompt');
    expect(write).toHaveBeenCalledWith(prompt);
    expect(await violations(container)).toEqual([]);
  });

  test('says so once, however many were asked for', () => {
    const task = imageStates.error();
    show(<AssetViewer assets={[]} task={{ ...task, request: { ...task.request!, n: 4 } }} />);
    expect(screen.getAllByText(prompt)).toHaveLength(1);
  });
});

describe('clips', () => {
  test('show the frame that they started from, if its address is safe', () => {
    const task = videoStates.completed();
    const started = (imageUrl: string) => ({ ...task, request: { ...task.request!, imageUrl } });
    const assets: Asset[] = [{ kind: 'video', url: 'blob:none' }];
    const poster = () => document.querySelector('video')?.getAttribute('poster');
    const { rerender } = show(<AssetViewer assets={assets} task={started('blob:first')} />);
    expect(poster()).toBe('blob:first');
    rerender(<AssetViewer assets={assets} task={started('javascript:alert(1)')} />);
    expect(poster()).toBeNull();
    rerender(<AssetViewer assets={assets} task={started('blob:first')} poster="blob:own" />);
    expect(poster()).toBe('blob:own');
  });

  test('do not start by themselves where motion is unwelcome', async () => {
    await emulate('prefers-reduced-motion', 'reduce');
    show(<AssetViewer assets={[{ kind: 'video', url: 'blob:none' }]} autoPlay />);
    expect(document.querySelector('video')).toMatchObject({ autoplay: false, muted: true });
    await emulate('prefers-reduced-motion', undefined);
  });

  test('are played by a player of the app, which says when one is broken', async () => {
    const renderPlayer = ({ src, label, loop, muted, onError }: PlayerProps) => (
      <button type="button" aria-label={label} data-src={src} data-loop={loop} data-muted={muted} onClick={onError} />
    );
    show(<AssetViewer assets={[{ kind: 'video', url: 'blob:film' }]} prompt="Tide" loop={false} renderPlayer={renderPlayer} />);
    expect(document.querySelector('video')).toBeNull();
    const player = await button('Tide');
    expect(player.dataset).toMatchObject({ src: 'blob:film', loop: 'false', muted: 'false' });
    player.click();
    await waitFor(() => expect(screen.getByText('This clip could not be loaded')).toBeTruthy());
  });
});

describe('leaving in the middle', () => {
  test('gives up every address, and nothing speaks afterwards', async () => {
    const made = watched(vi.spyOn(URL, 'createObjectURL'));
    const revoked = watched(vi.spyOn(URL, 'revokeObjectURL'));
    let answer = (_: Response) => {};
    watched(vi.spyOn(globalThis, 'fetch')).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    watched(vi.spyOn(navigator.clipboard, 'write')).mockImplementation(async ([item]) => void (await item?.getType('image/png')));
    const remote: Asset = { kind: 'image', url: `${location.origin}/__vitest__/favicon.svg` };
    const { unmount } = show(
      <StrictMode>
        <AssetViewer assets={[remote, embedded]} />
      </StrictMode>,
    );
    await waitFor(() => expect(document.querySelectorAll('.bs-figure[data-state=shown]')).toHaveLength(2));
    await press('Copy image, 1 of 2');
    unmount();
    answer(new Response('', { status: 403 }));
    await waitFor(() => expect(revoked.mock.calls.flat()).toEqual(expect.arrayContaining(made.mock.results.map(({ value }) => String(value)))));
    expect(document.body.textContent).not.toContain('server does not allow');
  });
});

test.each([320, 1280])('nothing overflows at %d px, whatever it is', async (width) => {
  await page.viewport(width, 800);
  const request: ImageRequest = { model: 'seedream-v4', prompt: 'Averyveryveryverylongwordwithoutanyspacewhatsoevertobreakthelineat', seed: 7 };
  const soon: Asset = { ...embedded, seed: 1, expiresAt: Date.now() + 600_000 };
  const film: Asset = { kind: 'video', url: 'blob:none', durationSeconds: 8, width: 1920, height: 1080, mime: 'video/quicktime' };
  show(<AssetViewer assets={[soon, film, broken, unsafe]} request={request} reuse={{ reference() {}, variations() {}, remix() {}, sameSeed() {} }} />);
  await waitFor(() => expect(screen.getByText(/expires in 10 min/)).toBeTruthy());
  await userEvent.click(await button('Prompt, 1 of 4'));
  const tooWide = [...document.querySelectorAll('.bs-figure, .bs-caption, .bs-tools, .bs-button')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < 0 || right > width || element.scrollWidth > element.clientWidth + 1;
  });
  expect(tooWide.map(({ className }) => className)).toEqual([]);
  await page.viewport(1000, 800);
});
