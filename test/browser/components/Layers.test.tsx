// Where lists and dialogs lie that are opened from within something that is its own layer or root.
import { act, waitFor } from '@testing-library/react';
import { AssetViewer, BytespikeProvider, createClient, ModelPicker } from 'bytespike-react';
import { GenerateButton } from 'bytespike-react/react-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import css from '../../../src/styles.css?inline';
import { picture } from './support.js';

const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}) });
let asset: string;

/** Our parts in an element of the page's own. */
async function mount(place: Element | ShadowRoot, container?: HTMLElement): Promise<void> {
  asset ??= await picture(200, 100);
  const root = createRoot(place.appendChild(document.createElement('div')));
  onTestFinished(() => act(() => root.unmount()));
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <BytespikeProvider client={client} locale="en" {...(container && { container })}>
          <ModelPicker kind="video" />
          <AssetViewer assets={[{ kind: 'image', url: asset, width: 200, height: 100 }]} backCloses={false} />
          <GenerateButton kinds={['image']} />
        </BytespikeProvider>
      </QueryClientProvider>,
    ),
  );
}

function add<Name extends keyof HTMLElementTagNameMap>(name: Name, style = ''): HTMLElementTagNameMap[Name] {
  const element = document.body.appendChild(document.createElement(name));
  element.style.cssText = style;
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.pointerEvents = '';
});

function there(from: ParentNode, selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const element = from.querySelector<HTMLElement>(selector);
    expect(element).not.toBe(null);
    return element!;
  });
}

/** What is closed and still there says so by an attribute of its own, a dialog of the platform by the lack of one. */
const OPEN = ':not([hidden], dialog:not([open]))';
const ANY = ['.bs-picker-popup', '.bs-lightbox', '.bs-generate-dialog'].map((name) => name + OPEN).join();

/** Opens each of the three in turn and says what lies in their middle, as a pointer would find it. */
async function opened(place: Document | ShadowRoot, from: ParentNode = place): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  const doors = { '.bs-picker-popup': '.bs-picker-button', '.bs-lightbox': 'img.bs-media', '.bs-generate-dialog': '.bs-generate-button' };
  for (const [popup, door] of Object.entries(doors)) {
    const opener = await there(from, door);
    await userEvent.click(opener);
    await there(place, `${popup}${OPEN}`);
    // It may still be on its way to where it stays.
    await vi.waitUntil(() => isOnTop(place, popup)).catch(() => false);
    found[popup] = isOnTop(place, popup);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(place.querySelector(`${popup}${OPEN}`)).toBe(null));
  }
  return found;
}

function isOnTop(place: Document | ShadowRoot, selector: string): boolean {
  const element = place.querySelector(selector);
  if (element === null) return false;
  const { x, y, width, height } = element.getBoundingClientRect();
  const hit = place.elementFromPoint(x + width / 2, y + height / 2);
  return width > 0 && hit !== null && element.contains(hit);
}

const ALL = { '.bs-picker-popup': true, '.bs-lightbox': true, '.bs-generate-dialog': true };

test('on the page itself, at its end', async () => {
  await mount(add('div'));
  expect(await opened(document)).toEqual(ALL);
});

test('in a modal dialog of the platform, which stays open', async () => {
  const dialog = add('dialog');
  dialog.showModal();
  await mount(dialog);
  expect(await opened(document)).toEqual(ALL);
  expect(dialog.open).toBe(true);
});

test('in a dialog that is moved by a transform, clips, and alone takes the pointer', async () => {
  const dialog = add('div', 'position: fixed; inset: 50% auto auto 50%; transform: translate(-50%, -50%); inline-size: 300px; block-size: 200px; overflow: auto; pointer-events: auto');
  dialog.setAttribute('role', 'dialog');
  document.body.style.pointerEvents = 'none';
  await mount(dialog);
  expect(await opened(document)).toEqual(ALL);
});

test.each(['.bs-picker-button', '[aria-label^="View larger"]', '.bs-generate-button'])('in a dialog that takes the focus once it is lost, %s keeps what it gets back', async (door) => {
  const dialog = add('div');
  dialog.setAttribute('role', 'dialog');
  dialog.tabIndex = -1;
  // As that of Base UI does, and once more in the next frame.
  dialog.addEventListener('focusout', () =>
    queueMicrotask(() => {
      if (document.activeElement !== document.body) return;
      dialog.focus();
      requestAnimationFrame(() => dialog.focus());
    }),
  );
  await mount(dialog);
  const opener = await there(dialog, door);
  opener.focus();
  await userEvent.keyboard('{Enter}');
  const popup = await there(document, ANY);
  await waitFor(() => expect(popup.contains(document.activeElement)).toBe(true));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.querySelector(ANY)).toBe(null));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(document.activeElement).toBe(opener);
});

test('in a popover, and in a fullscreen element', async () => {
  const popover = add('div');
  popover.popover = 'manual';
  popover.showPopover();
  await mount(popover);
  expect(await opened(document)).toEqual(ALL);
  popover.remove();

  const stage = add('section', 'background: white');
  const button = stage.appendChild(document.createElement('button'));
  button.textContent = 'Fullscreen';
  button.addEventListener('click', () => void stage.requestFullscreen());
  await userEvent.click(button);
  await waitFor(() => expect(document.fullscreenElement).toBe(stage));
  await mount(stage);
  expect(await opened(document)).toEqual(ALL);
  await document.exitFullscreen().catch(() => {});
});

test('in a shadow root, with its style sheet and in its theme', async () => {
  const host = add('div');
  host.dataset['theme'] = 'dark';
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  await mount(shadow);
  expect(await opened(shadow)).toEqual(ALL);
  await userEvent.click(shadow.querySelector('.bs-picker-button')!);
  const popup = await there(shadow, '.bs-picker-popup');
  expect(getComputedStyle(popup).colorScheme).toBe('dark');
  expect(getComputedStyle(popup).backgroundColor).toBe('rgb(18, 22, 31)');
});

/** A shadow root that has our style sheet. */
function shadowIn(place: Element | ShadowRoot): ShadowRoot {
  const shadow = place.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}

test('in a shadow root within another one', async () => {
  const inner = shadowIn(shadowIn(add('div')));
  await mount(inner);
  expect(await opened(inner)).toEqual(ALL);
});

test('in a shadow root within a modal dialog, and within a popover', async () => {
  const dialog = add('dialog');
  dialog.showModal();
  const inDialog = shadowIn(dialog);
  await mount(inDialog);
  expect(await opened(inDialog)).toEqual(ALL);
  expect(dialog.open).toBe(true);
  dialog.remove();

  const popover = add('div');
  popover.popover = 'manual';
  popover.showPopover();
  const inPopover = shadowIn(popover);
  await mount(inPopover);
  expect(await opened(inPopover)).toEqual(ALL);
});

test('in a modal dialog within a shadow root', async () => {
  const shadow = shadowIn(add('div'));
  const dialog = shadow.appendChild(document.createElement('dialog'));
  dialog.showModal();
  await mount(dialog);
  expect(await opened(shadow)).toEqual(ALL);
  expect(dialog.open).toBe(true);
});

test('in the container that the provider names', async () => {
  const container = add('div');
  await mount(add('div'), container);
  await userEvent.click(document.querySelector('.bs-picker-button')!);
  await waitFor(() => expect(container.querySelector('.bs-picker-popup')).toBeTruthy());
});
