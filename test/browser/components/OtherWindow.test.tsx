// Our parts in the document of a frame, as apps put them there by a portal; and the focus in a shadow root.
import { act, waitFor } from '@testing-library/react';
import { AssetGallery, AssetViewer, BytespikeProvider, createClient, ModelPicker, PromptForm } from 'bytespike-react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { GenerateButton } from 'bytespike-react/react-query';
import { createRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { history } from '../../../stories/asset-gallery/history.js';
import { ActionButton } from '../../../src/components/ActionButton.js';
import { listenToGestures } from '../../../src/components/asset-viewer/lightbox/gestures.js';
import { createZoom } from '../../../src/components/asset-viewer/lightbox/zoom.js';
import { createSynced } from '../../../src/components/compare-assets/synced.js';
import { withTrueType } from '../../../src/core/base/file-type.js';
import css from '../../../src/styles.css?inline';
import { picture } from './support.js';

const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}), storage: null });

const assets = async () => [{ kind: 'image', url: await picture(8, 8) } as const];

afterEach(() => {
  document.body.replaceChildren();
});

/** A frame of this page's own, with our style sheet. */
function frame(): Document {
  const element = document.createElement('iframe');
  element.style.cssText = 'width:700px;height:500px';
  document.body.append(element);
  const { contentDocument } = element;
  if (contentDocument === null) throw new Error('The frame has no document.');
  contentDocument.head.append(Object.assign(contentDocument.createElement('style'), { textContent: css }));
  return contentDocument;
}

function shadow(place: Element): ShadowRoot {
  const root = place.appendChild(place.ownerDocument.createElement('div')).attachShadow({ mode: 'open' });
  root.append(Object.assign(document.createElement('style'), { textContent: css }));
  return root;
}

/** Rendered by this page into another place. Returns how to render anew. */
async function mount(place: Element | ShadowRoot, ui: ReactNode): Promise<(ui: ReactNode) => Promise<void>> {
  const root = createRoot(document.createElement('div'));
  onTestFinished(() => act(() => root.unmount()));
  const render = (next: ReactNode) =>
    act(async () =>
      root.render(
        <QueryClientProvider client={new QueryClient()}>
          <BytespikeProvider client={client} locale="en">
            {createPortal(next, place)}
          </BytespikeProvider>
        </QueryClientProvider>,
      ),
    );
  await render(ui);
  return render;
}

function there<Found extends Element = HTMLElement>(from: ParentNode, selector: string): Promise<Found> {
  return waitFor(() => {
    const element = from.querySelector<Found>(selector);
    if (element === null) throw new Error(`There is no ${selector}.`);
    return element;
  });
}

test('what opens lies in the document of the frame, where its style sheet is, and gives the focus back there', async () => {
  const framed = frame();
  const url = await picture(200, 100);
  await mount(
    framed.body,
    <>
      <ModelPicker kind="video" />
      <AssetViewer assets={[{ kind: 'image', url, width: 200, height: 100 }]} backCloses={false} />
      <GenerateButton kinds={['image']} />
    </>,
  );
  const doors = { '.bs-picker-popup': '.bs-picker-button', '.bs-lightbox': 'img.bs-media', '.bs-generate-dialog[open]': '.bs-generate-button' };
  for (const [popup, door] of Object.entries(doors)) {
    await userEvent.click(await there(framed, door));
    const opened = await there(framed, `${popup}:not([hidden])`);
    expect(document.querySelector(popup)).toBe(null);
    // Where it is only drawn yet, nobody hears of a key.
    await waitFor(() => expect(opened.contains(framed.activeElement)).toBe(true));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(framed.querySelector(`${popup}:not([hidden])`)).toBe(null));
    await waitFor(() => expect(framed.activeElement?.tagName).toBe('BUTTON'));
  }
});

test('a press on the button of the list closes it, in a frame too', async () => {
  const framed = frame();
  await mount(framed.body, <ModelPicker kind="video" />);
  const button = await there(framed, '.bs-picker-button');
  await userEvent.click(button);
  await there(framed, '.bs-picker-popup');
  await userEvent.click(button);
  await waitFor(() => expect(framed.querySelector('.bs-picker-popup')).toBe(null));
});

test.each(['a frame', 'a shadow root'])('in %s, the list opens on the model that is chosen, and goes along with the keyboard', async (where) => {
  const root = where === 'a frame' ? frame() : shadow(document.body);
  await mount(root instanceof ShadowRoot ? root : root.body, <ModelPicker kind="video" defaultValue="seedance-fast" />);
  await userEvent.click(await there(root, '.bs-picker-button'));
  const list = await there(root, '.bs-picker-list');
  await waitFor(() => expect(list.scrollTop).toBeGreaterThan(0));
  await waitFor(() => expect(root.activeElement?.className).toBe('bs-picker-search'));
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(list.scrollTop).toBe(0));
});

test('what lies in a shadow root of a frame opens in there', async () => {
  const root = shadow(frame().body);
  await mount(root, <ModelPicker kind="video" />);
  await userEvent.click(await there(root, '.bs-picker-button'));
  expect(await there(root, '.bs-picker-popup')).not.toBe(null);
});

test.each(['a frame', 'a shadow root'])('in %s, a button that goes away hands its focus on', async (where) => {
  const root = where === 'a frame' ? frame() : shadow(document.body);
  const next = createRef<HTMLButtonElement>();
  const ui = (isThere: boolean) => (
    <>
      {isThere && <ActionButton label="Cancel" focusNext={next} onPress={() => {}} />}
      <button ref={next} type="button">Next</button>
    </>
  );
  const render = await mount(root instanceof ShadowRoot ? root : root.body, ui(true));
  (await there(root, '.bs-button')).focus();
  await render(ui(false));
  expect(root.activeElement).toBe(next.current);
});

test.each(['a frame', 'a shadow root'])('in %s, the grid scrolls to the tile that the keyboard names', async (where) => {
  const root = where === 'a frame' ? frame() : shadow(document.body);
  await mount(root instanceof ShadowRoot ? root : root.body, <AssetGallery tasks={history(60, await assets())} />);
  const grid = await there(root, '[role=grid]');
  grid.style.cssText += ';max-height:300px;overflow:auto';
  grid.focus();
  await userEvent.keyboard('{ArrowDown}{End}{Control>}{End}{/Control}');
  await waitFor(() => expect(grid.scrollTop).toBeGreaterThan(0));
});

test('sizes in a frame are told by the window of the frame, which may be drawn when this one is not', async () => {
  const framed = frame();
  // The types of a frame's window leave out its constructors.
  const view = framed.defaultView as unknown as typeof globalThis;
  const watched: Element[] = [];
  view.ResizeObserver = class extends view.ResizeObserver {
    override observe(target: Element): void {
      watched.push(target);
      super.observe(target);
    }
  };
  await mount(framed.body, <AssetGallery tasks={history(3, await assets())} />);
  expect(watched).toEqual([framed.querySelector('.bs-gallery-stage')]);
});

test('a player that lies on a stage in a frame is no part of the picture', () => {
  const stage = frame().body;
  const toggle = vi.fn<() => void>();
  onTestFinished(listenToGestures(stage, { zoom: { ...createZoom(), toggle }, onSwipe: () => {}, onOutside: () => {} }));
  const player = stage.appendChild(stage.ownerDocument.createElement('div'));
  player.className = 'bs-player';
  const picture = stage.appendChild(stage.ownerDocument.createElement('img'));
  const doubleTap = (target: Element) => {
    for (const type of ['pointerdown', 'pointerup', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1 }));
  };
  doubleTap(player);
  expect(toggle).not.toHaveBeenCalled();
  doubleTap(picture);
  expect(toggle).toHaveBeenCalledTimes(1);
});

test('two clips of a frame stop together when one of them is stopped', async () => {
  const framed = frame();
  const synced = createSynced();
  const [one, two] = [framed.createElement('video'), framed.createElement('video')];
  for (const video of [one, two]) Object.assign(video, { play: async () => {}, pause: () => {} });
  synced.hold(0, one);
  synced.hold(1, two);
  await synced.play();
  one.dispatchEvent(new Event('pause'));
  expect(synced.isPlaying()).toBe(false);
});

test('digits of other scripts are typed in a frame as well', async () => {
  const framed = frame();
  await mount(framed.body, <PromptForm onSubmit={() => {}} defaultValue={{ kind: 'video', prompt: 'Tide', models: { video: 'sora-2' } }} />);
  const field = await there<HTMLInputElement>(framed, 'input[type=number]');
  await userEvent.click(field);
  field.select();
  // As a key of a keyboard in Arabic does.
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\u0666', key: '\u0666' });
  await waitFor(() => expect(field.value).toBe('6'));
});

test('a file of a frame keeps its name under its true type', async () => {
  const { defaultView } = frame();
  // The types of a frame's window leave out its constructors.
  const { File: Foreign } = defaultView as unknown as typeof globalThis;
  const file = new Foreign([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'a.bin', { type: '' });
  expect(file instanceof File).toBe(false);
  const { name, type } = (await withTrueType(file)) as File;
  expect([name, type]).toEqual(['a.bin', 'image/jpeg']);
});
