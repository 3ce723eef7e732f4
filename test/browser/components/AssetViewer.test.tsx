import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type Asset, AssetViewer } from 'bytespike-react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { broken, embedded, expired, imageStates, unsafe, videoStates } from '../../../stories/fixtures.js';
import { emulate, picture, setTheme, show, type Theme, violations } from './support.js';

beforeEach(() => setTheme('light'));

/** Watches or replaces a function of the page until the test is over. */
function watched<T extends { mockRestore(): void }>(spy: T): T {
  onTestFinished(() => spy.mockRestore());
  return spy;
}

const figure = (): Element => document.querySelector('.bs-figure')!;
/** Plain, because two rectangles of the DOM are always "equal". */
const box = (selector: string): Pick<DOMRect, 'x' | 'y' | 'width' | 'height'> => {
  const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect();
  return { x, y, width, height };
};
const loaded = (state: string) => waitFor(() => expect(figure().getAttribute('data-state')).toBe(state));

describe('the frame', () => {
  test('has the shape of the request from the first moment, and nothing moves when the picture comes', async () => {
    const task = imageStates.pending();
    const { rerender } = show(<AssetViewer assets={[]} task={task} />);
    const before = { frame: box('.bs-frame'), viewer: box('.bs-asset-viewer') };
    expect(before.frame.width / before.frame.height).toBeCloseTo(1024 / 1536, 2);
    const asset: Asset = { kind: 'image', url: await picture(1024, 1536), width: 1024, height: 1536 };
    rerender(<AssetViewer assets={[asset]} task={{ ...imageStates.success(), images: [asset] }} />);
    expect({ frame: box('.bs-frame'), viewer: box('.bs-asset-viewer') }).toEqual(before);
    await loaded('shown');
    expect({ frame: box('.bs-frame'), viewer: box('.bs-asset-viewer') }).toEqual(before);
  });

  test.each([
    [{ aspectRatio: '9:16' }, 9 / 16],
    [{ kind: 'video' as const }, 16 / 9],
    [{ task: videoStates.running() }, 16 / 9],
    [{}, 1],
  ])('%o', (given, ratio) => {
    show(<AssetViewer assets={[]} {...given} />);
    expect(box('.bs-frame').width / box('.bs-frame').height).toBeCloseTo(ratio, 2);
  });

  test('there are as many as images were asked for', () => {
    const task = imageStates.pending();
    show(<AssetViewer assets={[]} task={{ ...task, request: { ...task.request!, n: 3 } }} />);
    expect(document.querySelectorAll('.bs-glow')).toHaveLength(3);
  });

  test('glows, and drifts, but for tests, in which each frame of it would be drawn', () => {
    show(<AssetViewer assets={[]} task={videoStates.running()} />);
    const { animationName, animationPlayState } = getComputedStyle(document.querySelector('.bs-glow')!);
    expect([animationName, animationPlayState]).toEqual(['bs-drift', 'paused']);
  });

  test('glows without moving when motion is unwelcome', async () => {
    onTestFinished(() => emulate('prefers-reduced-motion', undefined));
    show(<AssetViewer assets={[]} task={videoStates.running()} />);
    expect(document.getAnimations().length).toBeGreaterThan(0);
    await emulate('prefers-reduced-motion', 'reduce');
    await waitFor(() => expect(document.getAnimations()).toEqual([]));
    expect(document.querySelector('.bs-glow')).not.toBeNull();
  });
});

describe('what it shows', () => {
  test('the prompt is the text alternative, numbered among several', async () => {
    const url = await picture(64, 64);
    show(<AssetViewer assets={[{ kind: 'image', url }, { kind: 'image', url }]} prompt="A kettle" />);
    expect(screen.getAllByRole('img').map((image) => image.getAttribute('alt'))).toEqual(['A kettle (1 of 2)', 'A kettle (2 of 2)']);
  });

  test('a video has controls, loops, and does not start by itself', () => {
    show(<AssetViewer assets={[{ kind: 'video', url: 'blob:none' }]} prompt="Tide" />);
    const video = document.querySelector('video')!;
    expect([video.controls, video.loop, video.autoplay, video.muted]).toEqual([true, true, false, false]);
    expect(video.getAttribute('aria-label')).toBe('Tide');
  });

  test('a video that starts by itself is silent', () => {
    show(<AssetViewer assets={[{ kind: 'video', url: 'blob:none' }]} autoPlay loop={false} />);
    const video = document.querySelector('video')!;
    expect([video.loop, video.autoplay, video.muted]).toEqual([false, true, true]);
  });

  test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'data:text/html;base64,AAAA', 'http://elsewhere.example/a.png', 'ftp://a/b'])(
    'never %s',
    (url) => {
      const { container } = show(<AssetViewer assets={[{ ...unsafe, url }]} />);
      expect(screen.getByText('Not shown')).toBeTruthy();
      expect(container.querySelector('img, video, a, button')).toBeNull();
      expect(container.innerHTML).not.toContain(url);
    },
  );

  test('the line below says what was asked for, then what is there', () => {
    const task = videoStates.running();
    const line = () => document.querySelector('.bs-caption .bs-figures')?.textContent;
    const { rerender } = show(<AssetViewer assets={[]} task={task} />);
    expect(line()).toBe('4 s · 16:9 · 720p');
    rerender(<AssetViewer assets={[{ kind: 'video', url: 'blob:none', durationSeconds: 5 }]} task={task} />);
    expect(line()).toBe('5 s · 16:9 · 720p');
    rerender(<AssetViewer assets={[{ kind: 'video', url: 'blob:none', width: 1280, height: 720, mime: 'video/mp4' }]} task={task} />);
    expect(line()).toBe('4 s · 1280 × 720 · MP4');
  });

  test('words instead of a broken or expired picture', async () => {
    const { rerender } = show(<AssetViewer assets={[expired()]} />);
    await loaded('expired');
    expect(screen.getByText('This link has expired')).toBeTruthy();
    rerender(<AssetViewer assets={[{ ...broken, url: 'blob:lost' }]} />);
    await loaded('broken');
    expect(document.querySelector('img')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
    const states: (string | null)[] = [];
    const watched = new MutationObserver((changes) => changes.forEach(({ oldValue }) => states.push(oldValue)));
    watched.observe(figure(), { attributeFilter: ['data-state'], attributeOldValue: true });
    onTestFinished(() => watched.disconnect());
    await userEvent.click(screen.getByRole('button', { name: 'Load again' }));
    await waitFor(() => expect(states).toEqual(['broken', 'loading']));
    await loaded('broken');
  });

  test('a renewed address takes the place of the expired one', async () => {
    const { rerender } = show(<AssetViewer assets={[expired()]} />);
    await loaded('expired');
    rerender(<AssetViewer assets={[{ kind: 'image', url: await picture(64, 64) }]} />);
    await loaded('shown');
    expect(screen.queryByText('This link has expired')).toBeNull();
  });

  test('a link that does not work is asked for anew, once, before it is called expired', async () => {
    const check = vi.fn<() => Promise<undefined>>(async () => undefined);
    const task = { ...videoStates.completed(), check };
    const { rerender } = show(<AssetViewer assets={[expired()]} task={task} />);
    await loaded('expired');
    expect(check).toHaveBeenCalledTimes(1);
    const renewing = vi.fn<() => Promise<undefined>>(async () => {
      rerender(<AssetViewer assets={[{ kind: 'image', url: fresh }]} task={{ ...task, check: renewing }} />);
      return undefined;
    });
    const fresh = await picture(64, 64);
    rerender(<AssetViewer key="other" assets={[expired()]} task={{ ...task, check: renewing }} />);
    await loaded('shown');
    expect(renewing).toHaveBeenCalledTimes(1);
  });

  test('how the model rewrote the prompt is asked for, unless it did not', async () => {
    const { rerender } = show(<AssetViewer assets={[{ ...embedded, revisedPrompt: 'A copper kettle' }]} prompt="A kettle" />);
    expect(screen.queryByText('A copper kettle')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Prompt', expanded: false }));
    expect(screen.getByText('A copper kettle').checkVisibility()).toBe(true);
    rerender(<AssetViewer assets={[{ ...embedded, revisedPrompt: 'A kettle' }]} prompt="A kettle" />);
    expect(screen.queryByText('Prompt as the model rewrote it')).toBeNull();
  });
});

describe('base64', () => {
  test('is shown by a blob address, given up when it changes and when it goes', async () => {
    const made = watched(vi.spyOn(URL, 'createObjectURL'));
    const revoked = watched(vi.spyOn(URL, 'revokeObjectURL'));
    const tree = (asset: Asset) => (
      <StrictMode>
        <AssetViewer assets={[asset]} />
      </StrictMode>
    );
    const { rerender, unmount } = show(tree(embedded));
    await loaded('shown');
    expect(screen.getByRole('img').getAttribute('src')).toMatch(/^blob:/);
    rerender(tree({ ...embedded, url: `${embedded.url} ` }));
    await loaded('shown');
    const { src } = screen.getByRole<HTMLImageElement>('img');
    unmount();
    const addresses = made.mock.results.map((result) => String(result.value));
    expect(new Set(addresses).size).toBeGreaterThanOrEqual(2);
    // What goes on reading it, where the viewer is gone, is not told that it leads nowhere.
    expect(revoked.mock.calls.flat()).not.toContain(src);
    await waitFor(() => expect(revoked.mock.calls.flat()).toEqual(expect.arrayContaining(addresses)));
    expect(revoked.mock.calls.flat().filter((url) => url === src)).toHaveLength(1);
  });

  test('that does not decode says so', () => {
    show(<AssetViewer assets={[{ ...embedded, url: 'data:image/png;base64,@@' }]} />);
    expect(screen.getByText('This image could not be read')).toBeTruthy();
  });
});

describe('download', () => {
  /** Links that were followed by program, instead of following them. */
  function followed(): { download: string; href: string; target: string; rel: string }[] {
    const links: ReturnType<typeof followed> = [];
    watched(vi.spyOn(HTMLAnchorElement.prototype, 'click')).mockImplementation(function (this: HTMLAnchorElement) {
      links.push({ download: this.download, href: this.href, target: this.target, rel: this.rel });
    });
    return links;
  }
  const remote: Asset = { kind: 'image', url: `${location.origin}/__vitest__/favicon.svg?sig=1`, mime: 'image/png' };
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Download' }));

  test('across origins: the bytes are fetched, and what arrived decides the extension', async () => {
    const links = followed();
    watched(vi.spyOn(globalThis, 'fetch')).mockResolvedValue(new Response(new Blob(['x'], { type: 'image/webp' })));
    show(<AssetViewer assets={[remote]} prompt="A kettle, on the left!" />);
    await press();
    await waitFor(() => expect(links).toHaveLength(1));
    expect(links[0]).toMatchObject({ download: 'a-kettle-on-the-left.webp', href: expect.stringMatching(/^blob:/) });
  });

  test('base64 needs no request', async () => {
    const links = followed();
    const fetch = watched(vi.spyOn(globalThis, 'fetch'));
    show(<AssetViewer assets={[{ ...embedded, mime: undefined }]} prompt="国潮风格的月饼礼盒" />);
    await press();
    await waitFor(() => expect(links.map((link) => link.download)).toEqual(['国潮风格的月饼礼盒.png']));
    expect(fetch).not.toHaveBeenCalled();
  });

  test('forbidden by the server: a new tab, that says so', async () => {
    const links = followed();
    watched(vi.spyOn(globalThis, 'fetch')).mockRejectedValue(new TypeError('Failed to fetch'));
    show(<AssetViewer assets={[remote]} />);
    await press();
    const link = await screen.findByRole('link', { name: 'Open in a new tab' });
    expect(links).toEqual([{ download: '', href: remote.url, target: '_blank', rel: 'noopener noreferrer' }]);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(screen.getByRole('status').textContent).toContain('does not allow saving from here');
  });

  test('a dead link says that nothing is left', async () => {
    const links = followed();
    watched(vi.spyOn(globalThis, 'fetch')).mockResolvedValue(new Response('', { status: 403 }));
    show(<AssetViewer assets={[remote]} />);
    await press();
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('no longer works'));
    expect(links).toEqual([]);
  });
});

describe.each<Theme>(['light', 'dark'])('axe, %s', (theme) => {
  test.each<[string, readonly Asset[], string]>([
    ['rendering', [], 'rendering'],
    ['an image', [{ ...embedded, revisedPrompt: 'A copper kettle' }], 'shown'],
    ['several', [embedded, embedded], 'shown'],
    ['unsafe', [unsafe], 'unsafe'],
    ['expired', [expired()], 'expired'],
    ['broken', [broken], 'broken'],
  ])('%s', async (_, assets, state) => {
    setTheme(theme);
    const { container } = show(<AssetViewer assets={assets} task={imageStates.pending()} />);
    await loaded(state);
    expect(await violations(container)).toEqual([]);
  });
});
