import { act, screen, waitFor } from '@testing-library/react';
import { type Asset, AssetViewer, BytespikeProvider, createClient } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
// Loaded here, so that a test need not wait for it in simulated time.
import '../../../src/components/asset-viewer/Expiry.js';
import { embedded, videoStates } from '../../../stories/fixtures.js';
import { setTheme, show, type Theme, violations } from './support.js';

/** A busy machine is slow, not wrong. */
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 21, 12);

const dies = (minutes: number): Asset => ({ ...embedded, expiresAt: START + minutes * MINUTE });
const notice = () => document.querySelector('.bs-expiry span')?.textContent ?? '';
// What is awaited of an act that awaits nothing is open while pictures arrive, and React complains of them.
const pass = (minutes: number) => act(async () => void vi.advanceTimersByTime(minutes * MINUTE));
/** An address that is no longer shown is given up a second later. */
const givenUp = () => pass(1 / 60);

/** Draws, and lets what is loaded late arrive. */
async function draw(element: Parameters<typeof show>[0]): Promise<ReturnType<typeof show>> {
  const result = show(element);
  for (let turn = 0; turn < 20; turn++) await act(async () => {});
  await vi.waitFor(async () => {
    // Not asserted within: React drops what was to be drawn in an act that throws.
    await act(async () => {});
    expect(document.querySelector('.bs-figure')?.getAttribute('data-state')).toBe('shown');
  });
  return result;
}

beforeEach(() => {
  // What the test moves is the only clock: nothing comes late by another one.
  vi.stubGlobal('askedFor', undefined);
  setTheme('light');
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a link that dies', () => {
  test('is announced half an hour ahead, minute by minute, and called expired then', async () => {
    await draw(<AssetViewer assets={[dies(45)]} />);
    expect(notice()).toBe('');
    await pass(14);
    expect(notice()).toBe('');
    await pass(1);
    expect(notice()).toBe('This link expires in 30 min. Download it to keep it.');
    await pass(10);
    expect(notice()).toBe('This link expires in 20 min. Download it to keep it.');
    await pass(19);
    expect(notice()).toBe('This link expires in 1 min. Download it to keep it.');
    await pass(1);
    expect(notice()).toBe('This link’s time is over. Download the image now: it may be gone when you leave the page.');
    // Nobody takes away what is still seen.
    expect(screen.getByRole('img')).toBeTruthy();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is counted by the clock that only grows: one that is set back holds nothing up', async () => {
    const begun = performance.now();
    const client = { ...createClient({ baseUrl: '/api' }), serverNow: () => START + performance.now() - begun };
    await draw(
      <BytespikeProvider client={client} locale="en">
        <AssetViewer assets={[dies(45)]} />
      </BytespikeProvider>,
    );
    vi.setSystemTime(START - 60 * MINUTE);
    await pass(15);
    expect(notice()).toBe('This link expires in 30 min. Download it to keep it.');
    vi.setSystemTime(START - 120 * MINUTE);
    await pass(10);
    expect(notice()).toBe('This link expires in 20 min. Download it to keep it.');
  });

  test('waits on one timer, however many there are, and on none where nothing dies', async () => {
    const { rerender, unmount } = await draw(<AssetViewer assets={[embedded, embedded]} />);
    await givenUp();
    expect(vi.getTimerCount()).toBe(0);
    rerender(<AssetViewer assets={[dies(45), dies(50), dies(600), dies(10)]} />);
    for (let turn = 0; turn < 20; turn++) await act(async () => {});
    await vi.waitFor(() => expect(screen.getByText(/expires in 10 min/)).toBeTruthy());
    await givenUp();
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    await givenUp();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('renders nothing between two minutes', async () => {
    const look = vi.fn<() => string>(() => 'seen');
    await draw(<AssetViewer assets={[dies(20)]} className={look} />);
    const before = look.mock.calls.length;
    const text = document.querySelector('.bs-expiry')!;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(text, { subtree: true, characterData: true, childList: true });
    await pass(0.9);
    changes.push(...observer.takeRecords());
    expect(changes).toEqual([]);
    await pass(0.2);
    changes.push(...observer.takeRecords());
    expect(changes).toHaveLength(1);
    expect(look.mock.calls.length).toBe(before);
    observer.disconnect();
  });

  test('is renewed where that can be, and says when it could not', async () => {
    const check = vi.fn<() => Promise<undefined>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    const task = { ...videoStates.completed(), check };
    const { rerender } = await draw(<AssetViewer assets={[dies(20)]} task={task} />);
    expect(notice()).toBe('This link expires in 20 min. Download it, or renew the link.');
    await act(async () => screen.getByRole('button', { name: 'Renew the link' }).click());
    expect(screen.getByRole('status').textContent).toBe('The link could not be renewed. Try again, or download it now.');
    await act(async () => screen.getByRole('button', { name: 'Renew the link' }).click());
    expect(check).toHaveBeenCalledTimes(2);
    rerender(<AssetViewer assets={[dies(24 * 60)]} task={task} />);
    expect(notice()).toBe('');
  });

  test.each<Theme>(['light', 'dark'])('axe finds nothing, %s', async (theme) => {
    vi.useRealTimers();
    setTheme(theme);
    const asset = { ...embedded, expiresAt: Date.now() + 20 * MINUTE };
    const { container } = show(<AssetViewer assets={[asset]} task={{ ...videoStates.completed(), check: async () => undefined }} />);
    await waitFor(() => expect(notice()).toContain('expires in 20 min'));
    expect(await violations(container)).toEqual([]);
  });
});
