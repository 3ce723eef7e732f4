import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import { BytespikeProvider } from 'bytespike-react';
import type { ReactElement, ReactNode } from 'react';
import { cdp } from 'vitest/browser';
import { pngOf } from '../../support/png.js';

function Page({ children }: { children: ReactNode }): ReactNode {
  return <BytespikeProvider locale="en">{children}</BytespikeProvider>;
}

/** Renders below a provider whose language does not depend on the machine. */
export function show(element: ReactElement): RenderResult {
  return render(element, { wrapper: Page });
}

export type Theme = 'light' | 'dark';

export function setTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  document.body.style.background = 'var(--bs-bg)';
}

/** What is right needs no address, and rules about style sheets, which axe would read all anew for each run, are none of those that it is asked. */
export const ASKED: axe.RunOptions = { resultTypes: ['violations'], preload: { assets: ['media'] } };

/** What axe finds wrong, and where. */
export async function violations(container: Element, options: axe.RunOptions = {}): Promise<string[]> {
  const found = await axe.run(container, { ...ASKED, ...options });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** Makes the browser report a preference of its user; `undefined` takes it back. */
export const emulate = (name: string, value: string | undefined): Promise<void> => emulateAll({ [name]: value ?? '' });

/** Makes the browser report these preferences of its user, and no others. */
export async function emulateAll(preferences: Record<string, string>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: Object.entries(preferences).map(([name, value]) => ({ name, value })) });
}

/** A plain picture of this size, as an address of this page. */
export async function picture(width: number, height: number): Promise<string> {
  return URL.createObjectURL(await pngOf(width, height));
}
