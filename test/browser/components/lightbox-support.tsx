import { cleanup, type RenderResult, screen, waitFor } from '@testing-library/react';
import { type Asset, AssetViewer, type AssetViewerProps } from 'bytespike-react';
import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { picture, setTheme, show } from './support.js';

/** Three pictures, of other shapes, anew for each test. */
export let assets: Asset[] = [];

export async function begin(): Promise<void> {
  setTheme('light');
  const urls = await Promise.all([picture(800, 600), picture(600, 800), picture(400, 400)]);
  assets = urls.map((url) => ({ kind: 'image', url }));
}

/** Whatever is still open goes, and takes its entry of the history along. */
export async function end(): Promise<void> {
  cleanup();
  await vi.waitUntil(() => !isMarked());
  for (const { url } of assets) URL.revokeObjectURL(url);
}

/** Whether the entry of the history is the large view's. */
export const isMarked = (): boolean => 'bytespikeLightbox' in (history.state ?? {});

/** The large view, once it has the keyboard. */
export async function dialog(): Promise<HTMLElement> {
  const element = await screen.findByRole('dialog', { name: 'Generated image' });
  await waitFor(() => expect(element.contains(document.activeElement)).toBe(true));
  return element;
}

export const nameOfFocus = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
export const closed = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
export const isShown = (): Promise<void> => waitFor(() => expect(document.querySelector('.bs-lightbox-stage[data-state=shown]')).toBeTruthy());

export function open(props: Partial<AssetViewerProps> = {}): RenderResult {
  return show(<AssetViewer assets={assets} prompt="A kettle" {...props} />);
}

/** By keyboard, from the top of the page to the button of that asset. */
export async function openByKeyboard(name: string): Promise<void> {
  while (nameOfFocus() !== name) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  const opened = await dialog();
  await isShown();
  // What is opened takes the focus a moment after it is there; keys before that go elsewhere.
  await waitFor(() => expect(opened.contains(document.activeElement)).toBe(true));
}
