// The dialog of GenerateButton with real presses: what the platform does for it, and what it does beside.
import { act, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BytespikeProvider, createClient } from 'bytespike-react';
import { GenerateButton } from 'bytespike-react/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { page as tab, userEvent } from 'vitest/browser';
import css from '../../../src/styles.css?inline';
import { emulate } from './support.js';

const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}) });
const root = document.documentElement;

/** The button on a page that is longer than its window. */
async function mount(place: HTMLElement = document.body, container?: HTMLElement, beside?: ReactNode): Promise<void> {
  const page = place.appendChild(place.ownerDocument.createElement('div'));
  page.style.cssText = 'padding-block: 300px 3000px';
  const app = createRoot(page);
  onTestFinished(async () => {
    await act(async () => app.unmount());
    page.remove();
  });
  await act(async () =>
    app.render(
      <StrictMode>
        <QueryClientProvider client={new QueryClient()}>
          <BytespikeProvider client={client} locale="en" {...(container && { container })}>
            <GenerateButton kinds={['image']} />
            {beside}
          </BytespikeProvider>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

const opener = (page = document) => page.querySelector<HTMLElement>('.bs-generate-button')!;
const dialog = (page: ParentNode = document) => page.querySelector<HTMLDialogElement>('.bs-generate-dialog');

async function open(page = document): Promise<HTMLDialogElement> {
  await userEvent.click(opener(page));
  await waitFor(() => expect(dialog(page)?.open).toBe(true));
  return dialog(page)!;
}

/** In the corner of the window, beside the dialog. */
const CORNER = { position: { x: 3, y: 3 } };

beforeEach(async () => {
  await tab.viewport(900, 700);
  await emulate('prefers-reduced-motion', 'reduce');
});
afterEach(() => emulate('prefers-reduced-motion', undefined));

test('is modal, has its name and the focus, and gives that back', async () => {
  await mount();
  const opened = await open();
  expect(opened.matches(':modal')).toBe(true);
  expect(document.getElementById(opened.getAttribute('aria-labelledby')!)?.textContent).toBe('Generate');
  expect(document.activeElement).toBe(opened.querySelector('textarea'));
  for (let presses = 0; presses < 40; presses++) {
    await userEvent.tab();
    // Out of it leads only to the browser's own, which no page sees.
    expect(document.activeElement === document.body || opened.contains(document.activeElement)).toBe(true);
  }
  await userEvent.click(opened.querySelector('.bs-generate-head button')!);
  expect(opened.open).toBe(false);
  expect(document.activeElement).toBe(opener());
});

test('Escape closes it, whoever presses the key', async () => {
  await mount();
  const opened = await open();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(opened.open).toBe(false));
  await open();
  const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  await act(async () => void document.activeElement!.dispatchEvent(press));
  expect(opened.open).toBe(false);
  expect(opener().dataset['status']).toBe('idle');
});

test('a key that is taken already, or meant for what a keyboard composes, closes nothing', async () => {
  await mount();
  const opened = await open();
  const field = opened.querySelector('textarea')!;
  const take = (event: Event) => event.preventDefault();
  field.addEventListener('keydown', take);
  await userEvent.keyboard('{Escape}');
  field.removeEventListener('keydown', take);
  await act(async () => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 229, bubbles: true })));
  expect(opened.open).toBe(true);
});

test('what the platform closes by itself is closed', async () => {
  await mount();
  const opened = await open();
  opened.close();
  await waitFor(() => expect(opener().getAttribute('aria-expanded')).toBe('false'));
  expect(document.activeElement).toBe(opener());
  await open();
  expect(opener().dataset['status']).toBe('open');
});

test('a press beside it closes it; one that began inside or is on its edge does not', async () => {
  await mount();
  const opened = await open();
  await userEvent.click(opened, { position: { x: 6, y: 6 } });
  await userEvent.dragAndDrop(opened.querySelector('textarea')!, opened, { targetPosition: { x: 6, y: 6 } });
  const { left, top } = opened.getBoundingClientRect();
  const at = (x: number, y: number) => ({ bubbles: true, clientX: x, clientY: y });
  await act(async () => {
    opened.querySelector('textarea')!.dispatchEvent(new PointerEvent('pointerdown', at(left + 60, top + 200)));
    opened.dispatchEvent(new MouseEvent('click', at(left / 2, top / 2)));
  });
  expect(opened.open).toBe(true);
  await userEvent.click(document.documentElement, { ...CORNER, force: true });
  expect(opened.open).toBe(false);
  expect(document.activeElement).toBe(opener());
});

test('a press beside it closes an open list first', async () => {
  await mount();
  const opened = await open();
  await userEvent.click(opened.querySelector('.bs-picker-button')!);
  await waitFor(() => expect(opened.querySelector('.bs-picker-popup')).not.toBeNull());
  await userEvent.click(document.documentElement, { ...CORNER, force: true });
  await waitFor(() => expect(opened.querySelector('.bs-picker-popup')).toBeNull());
  expect(opened.open).toBe(true);
  await userEvent.click(document.documentElement, { ...CORNER, force: true });
  await waitFor(() => expect(opened.open).toBe(false));
});

test('the page behind it stays where it is, and is as it was afterwards', async () => {
  await mount();
  window.scrollTo(0, 120);
  const { width } = document.body.getBoundingClientRect();
  await open();
  const flow = getComputedStyle(root).overflow === 'visible' ? getComputedStyle(document.body).overflow : getComputedStyle(root).overflow;
  expect(flow).toBe('hidden');
  expect([window.scrollY, document.body.getBoundingClientRect().width]).toEqual([120, width]);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(dialog()!.open).toBe(false));
  expect([root.style.overflow, document.body.style.overflow, root.style.scrollbarGutter, window.scrollY]).toEqual(['', '', '', 120]);
});

test('an app whose root scrolls by a rule of its own has that back as well', async () => {
  root.style.overflow = 'auto';
  onTestFinished(() => void (root.style.overflow = ''));
  await mount();
  await open();
  expect([root.style.overflow, document.body.style.overflow]).toEqual(['hidden', '']);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(root.style.overflow).toBe('auto'));
});

test('taken off the page while it is open, it holds nothing any more', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const app = createRoot(place);
  await act(async () =>
    app.render(
      <QueryClientProvider client={new QueryClient()}>
        <BytespikeProvider client={client} locale="en">
          <GenerateButton kinds={['image']} />
        </BytespikeProvider>
      </QueryClientProvider>,
    ),
  );
  await open();
  await act(async () => app.unmount());
  place.remove();
  expect(dialog()).toBeNull();
  expect([root.style.overflow, document.body.style.overflow]).toEqual(['', '']);
});

test('lies in the container that the provider names, of whatever page that is', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.style.cssText = 'inline-size: 600px; block-size: 500px';
  onTestFinished(() => frame.remove());
  const page = frame.contentDocument!;
  page.head.appendChild(page.createElement('style')).textContent = css;
  const container = page.body.appendChild(page.createElement('div'));
  await mount(page.body, container);
  await act(async () => opener(page).click());
  await waitFor(() => expect(dialog(page)?.matches(':modal')).toBe(true));
  expect(container.contains(dialog(page))).toBe(true);
  expect(page.activeElement).toBe(dialog(page)!.querySelector('textarea'));
  expect([page.body.style.overflow, document.body.style.overflow]).toEqual(['hidden', '']);
  await act(async () => void page.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })));
  expect(dialog(page)!.open).toBe(false);
  expect(page.activeElement).toBe(opener(page));
});

test('what the app opens on top of it keeps its own key', async () => {
  await mount();
  const opened = await open();
  const own = opened.appendChild(document.createElement('dialog'));
  own.appendChild(document.createElement('button'));
  own.showModal();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(own.open).toBe(false));
  expect(opened.open).toBe(true);
  own.remove();
});

test('comes in a moment, and at once where motion is unwelcome', async () => {
  await mount();
  const opened = await open();
  const durations = () => ['', '::backdrop'].map((part) => getComputedStyle(opened, part).transitionProperty);
  expect(durations()).toEqual(['none', 'none']);
  await emulate('prefers-reduced-motion', undefined);
  expect(durations()).toEqual(['opacity, scale', 'opacity, scale']);
});

test('opened again as soon as it was closed, it has the focus', async () => {
  await emulate('prefers-reduced-motion', undefined);
  await mount();
  const opened = await open();
  for (let times = 0; times < 8; times++) {
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(opened.open).toBe(false));
    // What is closed is gone: nothing of it is still on its way out.
    expect(getComputedStyle(opened).display).toBe('none');
    await act(async () => opener().click());
    expect(document.activeElement).toBe(opened.querySelector('textarea'));
  }
});
