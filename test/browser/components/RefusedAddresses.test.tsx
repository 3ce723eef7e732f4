import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type Asset, AssetGallery, AssetViewer, PromptForm, type PromptFormProps } from 'bytespike-react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { history } from '../../../stories/asset-gallery/history.js';
import { pngOf } from '../../support/png.js';
import { setTheme, show } from './support.js';

// A page's policy refuses addresses in the only way that an element is told: it does not load. Which
// policy that is, is tried in test/e2e/policy.test.ts.

function watched<T extends { mockRestore(): void }>(spy: T): T {
  onTestFinished(() => spy.mockRestore());
  return spy;
}

const made: Blob[] = [];

beforeEach(() => {
  setTheme('light');
  made.length = 0;
  const { createObjectURL, revokeObjectURL } = URL;
  watched(vi.spyOn(URL, 'createObjectURL')).mockImplementation((bytes) => {
    made.push(bytes as Blob);
    const url = createObjectURL(bytes);
    revokeObjectURL(url);
    return url;
  });
});

/** Written out they are refused as well: before one is loaded, which is later than this looks at it, it leads nowhere. */
function refuseWritten(): void {
  const observer = new MutationObserver(() => {
    for (const image of document.querySelectorAll<HTMLImageElement>('img[src^="data:"]')) image.src = 'blob:refused';
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['src'] });
  onTestFinished(() => observer.disconnect());
}

async function written(): Promise<string> {
  const bytes = new Uint8Array(await (await pngOf(40, 30)).arrayBuffer());
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

const assetOf = (url: string): Asset => ({ kind: 'image', url, width: 40, height: 30, mime: 'image/png' });

describe('where a page refuses addresses of bytes', () => {
  const onSubmit = vi.fn<NonNullable<PromptFormProps['onSubmit']>>();
  const form = () => {
    onSubmit.mockClear();
    show(<PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'image', prompt: 'Tide', models: { image: 'gpt-image-2' } }} />);
  };
  const choose = (file: File) => userEvent.upload(document.querySelector<HTMLInputElement>('.bs-prompt-form input[type=file]')!, file);
  const preview = () => screen.queryByRole<HTMLImageElement>('img', { name: /reference image/ });
  const generate = () => userEvent.click(screen.getByRole('button', { name: /^Generate/ }));

  test('a chosen picture is shown by its bytes written out, and is sent', async () => {
    form();
    await choose(new File([await pngOf(40, 30)], 'rocks.png', { type: 'image/png' }));
    await waitFor(() => expect(preview()?.naturalWidth).toBe(40));
    await generate();
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
  });

  test('and those as well, it is not shown, and not called unreadable: it is sent', async () => {
    refuseWritten();
    const drawing = watched(vi.spyOn(globalThis, 'createImageBitmap'));
    form();
    await choose(new File([await pngOf(40, 30)], 'rocks.png', { type: 'image/png' }));
    await waitFor(() => expect(drawing).toHaveBeenCalledTimes(1));
    await act(() => drawing.mock.results[0]?.value as Promise<ImageBitmap>);
    expect(preview()).toBeNull();
    expect(screen.getByText('rocks.png', { exact: false })).toBeTruthy();
    await generate();
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
    expect(screen.queryByText(/cannot be read/)).toBeNull();
  });

  test('what is no picture is called so all the same', async () => {
    form();
    await choose(new File(['no picture'], 'rocks.png', { type: 'image/png' }));
    expect(await screen.findByText(/cannot be read/)).toBeTruthy();
  });

  test('a result that came as base64 is shown, in the viewer and in the history', async () => {
    const asset = assetOf(await written());
    show(
      <>
        <AssetViewer assets={[asset]} />
        <AssetGallery tasks={history(1, [asset])} />
      </>,
    );
    await waitFor(() => expect(document.querySelector('.bs-figure')?.getAttribute('data-state')).toBe('shown'));
    await waitFor(() => expect(document.querySelector('.bs-tile-media[data-shown]')).not.toBeNull());
  });

  test('and is saved where nothing shows it', async () => {
    refuseWritten();
    const names: string[] = [];
    watched(vi.spyOn(HTMLAnchorElement.prototype, 'click')).mockImplementation(function (this: HTMLAnchorElement) {
      names.push(`${this.protocol} ${this.download}`);
    });
    show(<AssetViewer assets={[assetOf(await written())]} prompt="Tide" />);
    await waitFor(() => expect(document.querySelector('.bs-figure')?.getAttribute('data-state')).toBe('broken'));
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(names).toEqual(['blob: tide.png']));
    expect(made.at(-1)).toMatchObject({ type: 'image/png' });
  });
});
