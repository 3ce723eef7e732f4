// What browsers, file managers, keyboards and scripts do to the form that nobody asked them for.
import { act, screen, waitFor } from '@testing-library/react';
import { AssetGallery, AssetViewer, PromptForm, type PromptFormProps, type TaskRecord } from 'bytespike-react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { pngOf } from '../../support/png.js';
import { picture, show } from './support.js';

const onSubmit = vi.fn<NonNullable<PromptFormProps['onSubmit']>>();
beforeEach(() => void onSubmit.mockClear());

const image = (props: Partial<PromptFormProps> = {}) =>
  show(<PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'image', prompt: 'Tide over black rocks', models: { image: 'gpt-image-2' } }} {...props} />);
const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
const reference = () => document.querySelector('.bs-form-reference');
const go = () => screen.getByRole('button', { name: /^Generat/ });

async function bytes(type: 'image/png' | 'image/jpeg' = 'image/png'): Promise<Blob> {
  if (type === 'image/png') return pngOf(40, 30);
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
  return canvas.convertToBlob({ type });
}
const file = async (name: string, type: string, holds?: 'image/jpeg') => new File([await bytes(holds)], name, { type });

function transfer(texts: Record<string, string>, ...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const [type, text] of Object.entries(texts)) data.setData(type, text);
  for (const each of files) data.items.add(each);
  return data;
}

/** Whether the form took it, and left nothing to the browser. */
function send(event: Event): boolean {
  act(() => void prompt().dispatchEvent(event));
  return event.defaultPrevented;
}
const paste = (clipboardData: DataTransfer) => send(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
function drop(dataTransfer: DataTransfer): boolean {
  for (const type of ['dragenter', 'dragover']) send(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  return send(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

const SOURCE = 'https://example.com/harbour.webp';
const picked = (html: string, ...others: File[]) => transfer({ 'text/html': html, 'text/uri-list': 'https://example.com/gallery' }, ...others);

describe('what is pasted', () => {
  test.each<[string, () => Promise<DataTransfer>]>([
    ['a file copied in a file manager, its name beside it', async () => transfer({ 'text/plain': 'harbour.png' }, await file('harbour.png', 'image/png'))],
    ['the same with its path', async () => transfer({ 'text/plain': '/home/ann/harbour.png' }, await file('harbour.png', 'image/png'))],
    ['a picture copied in a page, its address beside it', async () => transfer({ 'text/plain': SOURCE, 'text/html': `<img src="${SOURCE}">` }, await file('image.png', 'image/png'))],
    ['a screenshot', async () => transfer({}, await file('image.png', 'image/png'))],
    ['the second of two files, the first being no picture', async () => transfer({ 'text/plain': 'a.pdf\nharbour.png' }, new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }), await file('harbour.png', 'image/png'))],
  ])('is taken: %s', async (_, data) => {
    image();
    expect(paste(await data())).toBe(true);
    await waitFor(() => expect(reference()).not.toBe(null));
  });

  test.each<[string, () => Promise<DataTransfer>]>([
    ['cells of a sheet, with a picture of them', async () => transfer({ 'text/plain': 'Price\t4', 'text/html': '<table><tr><td>Price</td><td>4</td></tr></table>' }, await file('image.png', 'image/png'))],
    ['words', async () => transfer({ 'text/plain': 'a kite' })],
    ['a file that is no picture', async () => transfer({ 'text/plain': 'a.pdf' }, new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }))],
    ['an address', async () => transfer({ 'text/plain': SOURCE })],
  ])('is left to the browser: %s', async (_, data) => {
    image();
    expect(paste(await data())).toBe(false);
    expect(reference()).toBe(null);
  });
});

describe('what is dropped', () => {
  test.each<[string, DataTransfer | (() => Promise<DataTransfer>)]>([
    ['a picture within a link', picked(`<a href="https://example.com/gallery"><img src="${SOURCE}" alt=""></a>`)],
    ['a picture of a page', transfer({ 'text/html': `<img src="${SOURCE}">`, 'text/uri-list': SOURCE })],
    ['a link that leads to a picture', transfer({ 'text/uri-list': `# harbour\r\n${SOURCE}` })],
    ['a file without a type', async () => transfer({}, await file('harbour.png', ''))],
    ['the first of several pictures', async () => transfer({}, await file('harbour.png', 'image/png'), await file('quay.png', 'image/png'))],
    ['a file with its path as text and as an address', async () => transfer({ 'text/plain': '/home/ann/harbour.png', 'text/uri-list': 'file:///home/ann/harbour.png' }, await file('harbour.png', 'image/png'))],
    ['a picture dragged from a page that another one holds', picked(`<meta charset="utf-8"><figure><img src="${SOURCE}" alt="" srcset="${SOURCE} 2x"></figure>`)],
  ])('is taken: %s', async (_, data) => {
    image();
    expect(drop(typeof data === 'function' ? await data() : data)).toBe(true);
    await waitFor(() => expect(reference()).not.toBe(null));
  });

  test.each([
    ['a plain link', transfer({ 'text/uri-list': 'https://example.com/about', 'text/html': '<a href="https://example.com/about">About</a>', 'text/plain': 'https://example.com/about' })],
    ['words', transfer({ 'text/plain': 'a kite' })],
  ])('is left to the browser: %s', (_, data) => {
    image();
    expect(drop(data)).toBe(false);
    expect(reference()).toBe(null);
  });

  const HEIC = Uint8Array.from('\0\0\0\x20ftypheic\0\0\0\0mif1heic', (character) => character.charCodeAt(0));
  test.each([
    ['no picture', new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })],
    ['a drawing', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' })],
    ['a picture of a phone', new File([HEIC], 'IMG_0001.HEIC', { type: 'image/heic' })],
    ['a picture of a phone that is called a JPEG', new File([HEIC], 'IMG_0001.JPG', { type: 'image/jpeg' })],
    ['a folder, which is a file without a type', new File([], 'Pictures')],
  ])('is told what is wrong with it, where the browser would leave the page for it: %s', async (_, held) => {
    image();
    expect(drop(transfer({}, held))).toBe(true);
    await waitFor(() => expect(document.querySelector('.bs-form-field[data-field=image] .bs-form-issue')?.textContent).toMatch(/not a PNG, JPEG or WebP|cannot be read/));
    await userEvent.click(go());
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('a picture is what its bytes are', () => {
  test.each([
    ['photo.jpg', ''],
    ['photo.jpg', 'image/jpg'],
    ['photo.jfif', 'image/pjpeg'],
    ['photo.jpeg', 'image/png'],
    ['download.jpg', 'application/octet-stream'],
  ])('%s, called "%s"', async (name, type) => {
    image();
    drop(transfer({}, await file(name, type, 'image/jpeg')));
    await waitFor(() => expect(reference()).not.toBe(null));
    await userEvent.click(go());
    await waitFor(() => expect(onSubmit.mock.calls[0]?.[1]).toBe('edit'));
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ image: { type: 'image/jpeg', name } });
  });

  test.each(['', 'image/png; charset=binary', 'application/octet-stream'])('though the app itself handed it over as "%s", as a bucket answers', async (type) => {
    image({ defaultValue: { kind: 'image', prompt: 'Dusk', models: { image: 'gpt-image-2' }, image: new Blob([await bytes()], { type }) } });
    await userEvent.click(go());
    await waitFor(() => expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ image: { type: 'image/png' } }));
  });
});

describe('a number', () => {
  const clip = () => show(<PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'video', prompt: 'Tide', models: { video: 'sora-2' } }} />);
  const seconds = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Seconds' });

  test('is not changed by the wheel that is meant for the page, and neither is the price', async () => {
    clip();
    const [before, price] = [seconds().value, go().textContent];
    await userEvent.click(seconds());
    // Of the system, as a person's is: one that is made by a script changes nothing anyway.
    await userEvent.wheel(seconds(), { delta: { y: -240 } });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect([seconds().value, go().textContent]).toEqual([before, price]);
  });

  test('is typed in the digits of the person’s keyboard', async () => {
    clip();
    await userEvent.click(seconds());
    seconds().select();
    // As a key of a keyboard in Arabic does.
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', text: '٧', key: '٧' });
    await waitFor(() => expect(seconds().value).toBe('7'));
    await userEvent.click(screen.getByText('More settings'));
    const seed = screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed' });
    await userEvent.fill(seed, '۱۲۳۴');
    await userEvent.click(go());
    await waitFor(() => expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ durationSeconds: 7, seed: 1234 }));
  });

  test.each(['12', '１２', '۱۲', '१२', '一二', '١٢'])('is read that a keyboard composes: %s', async (text) => {
    clip();
    await userEvent.click(seconds());
    seconds().select();
    for (const selectionStart of [1, 2]) {
      await cdp().send('Input.imeSetComposition', { text: text.slice(0, selectionStart), selectionStart, selectionEnd: selectionStart });
    }
    await cdp().send('Input.insertText', { text });
    await waitFor(() => expect(seconds().value).toBe('12'));
  });
});

test('a prompt is laid out by its own script wherever it is shown, and typed', async () => {
  const arabic = 'قطة تجلس على سطح (at dusk, 35mm).';
  const url = await picture(200, 100);
  const asset = { kind: 'image', url, width: 200, height: 100, revisedPrompt: `${arabic} 2` } as const;
  const record: TaskRecord = { version: 1, outTaskId: 'a', taskId: 't', createdAt: 0, request: { model: 'gpt-image-2', prompt: arabic }, snapshot: { taskId: 't', status: 'completed', assets: [asset], cost: { billed: 'yes' } } };
  show(
    <>
      <AssetViewer assets={[asset]} prompt={arabic} backCloses={false} />
      <AssetGallery tasks={[record]} />
      <PromptForm defaultValue={{ kind: 'image', prompt: arabic, negativePrompt: arabic, models: { image: 'seedream-v4' } }} />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Prompt' }));
  await userEvent.click(document.querySelector('img.bs-media')!);
  await waitFor(() => expect(document.querySelector('.bs-lightbox-prompt')).not.toBe(null));
  const written = [...document.querySelectorAll('*')].filter((element) => element.childElementCount === 0 && ((element as HTMLInputElement).value ?? element.textContent).startsWith(arabic));
  const directions = written.map((element) => `${element.className || element.localName}: ${getComputedStyle(element).direction}`);
  expect(directions.length).toBeGreaterThan(4);
  expect(directions.filter((each) => !each.endsWith('rtl'))).toEqual([]);
});
