import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ImageEditRequest, PromptForm, type PromptFormProps, recommendModel } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pngOf } from '../../support/png.js';
import { picture, setTheme, show, violations } from './support.js';

const prompt = 'Tide over black rocks';
const onSubmit = vi.fn<NonNullable<PromptFormProps['onSubmit']>>();
const uploadImage = vi.fn<(file: Blob) => Promise<string>>();

let made: string[] = [];
let revoked: string[] = [];
let spies: { mockRestore: () => void }[] = [];

beforeEach(() => {
  setTheme('light');
  onSubmit.mockClear();
  uploadImage.mockReset().mockResolvedValue('https://files.example.com/1.png');
  [made, revoked] = [[], []];
  const { createObjectURL, revokeObjectURL } = URL;
  const making = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    const url = createObjectURL(file);
    made.push(url);
    return url;
  });
  const revoking = vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    // Those of the test before are given up a second after it.
    if (made.includes(url)) revoked.push(url);
    revokeObjectURL(url);
  });
  spies = [making, revoking];
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
});

async function png(name = 'rocks.png'): Promise<File> {
  return new File([await pngOf(40, 30)], name, { type: 'image/png' });
}

const video = (props: Partial<PromptFormProps> = {}) =>
  show(<PromptForm onSubmit={onSubmit} uploadImage={uploadImage} defaultValue={{ kind: 'video', prompt, models: { video: 'veo-3.1-fast' } }} {...props} />);
const image = (id: string, props: Partial<PromptFormProps> = {}) =>
  show(<PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'image', prompt, models: { image: id } }} {...props} />);
const root = () => document.querySelector<HTMLFormElement>('.bs-prompt-form')!;
const picker = () => root().querySelector<HTMLInputElement>('input[type=file]')!;
const generate = () => screen.getByRole('button', { name: /^(Generat|Upload)/ });
/** Presses it and waits for what is sent: an image that was just taken is looked at first. */
async function send() {
  const before = onSubmit.mock.calls.length;
  await userEvent.click(generate());
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(before + 1));
  return onSubmit.mock.lastCall;
}
const preview = () => screen.queryByRole<HTMLImageElement>('img', { name: /first frame|reference image/ });
const removal = () => screen.getByRole('button', { name: 'Remove the image' });

function transfer(...parts: (File | string)[]): DataTransfer {
  const data = new DataTransfer();
  for (const part of parts) {
    if (typeof part === 'string') data.setData('text/uri-list', part);
    else data.items.add(part);
  }
  return data;
}

function drag(type: string, dataTransfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  act(() => void screen.getByRole('textbox', { name: 'Prompt' }).dispatchEvent(event));
  return event;
}

function paste(clipboardData: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  act(() => void screen.getByRole('textbox', { name: 'Prompt' }).dispatchEvent(event));
  return event;
}

describe('an image comes in', () => {
  test('by picking it, on the keyboard', async () => {
    video();
    const opened = vi.spyOn(picker(), 'click');
    screen.getByRole('button', { name: 'Drop, paste or choose a first frame' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledTimes(1);
    await userEvent.upload(picker(), await png());
    await waitFor(() => expect(preview()?.naturalWidth).toBe(40));
    expect(screen.getByText('rocks.png')).toBeTruthy();
  });

  test('by dropping it on any part of the form, which says that it may', async () => {
    video();
    const data = transfer(await png());
    expect(drag('dragenter', data).defaultPrevented).toBe(true);
    expect(screen.getByRole('button', { name: 'Drop the image here' })).toBeTruthy();
    drag('dragleave', data);
    expect(screen.getByRole('button', { name: 'Drop, paste or choose a first frame' })).toBeTruthy();
    drag('dragenter', data);
    drag('drop', data);
    await waitFor(() => expect(preview()).not.toBeNull());
  });

  test('by pasting it, and text stays text', async () => {
    video();
    const words = new DataTransfer();
    words.setData('text/plain', 'tide');
    words.items.add(await png());
    expect(paste(words).defaultPrevented).toBe(false);
    expect(preview()).toBeNull();
    expect(paste(transfer(await png('image.png'))).defaultPrevented).toBe(true);
    await waitFor(() => expect(preview()).not.toBeNull());
    expect(screen.getByText('First frame', { selector: '.bs-form-file' })).toBeTruthy();
  });

  test('as an address that is dropped', async () => {
    video();
    drag('drop', transfer('# a comment\r\nhttps://files.example.com/2.png'));
    expect((await send())?.[0]).toMatchObject({ imageUrl: 'https://files.example.com/2.png' });
    expect(uploadImage).not.toHaveBeenCalled();
  });

  test('as an address that is typed, where the app takes no files', async () => {
    video({ uploadImage: undefined });
    screen.getByText('More settings').click();
    const address = screen.getByRole('textbox', { name: 'First frame' });
    await userEvent.type(address, 'http:');
    expect(address.getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(generate());
    await waitFor(() => expect(document.activeElement).toBe(address));
    await userEvent.clear(address);
    await userEvent.type(address, 'https://files.example.com/3.png');
    expect((await send())?.[0]).toMatchObject({ imageUrl: 'https://files.example.com/3.png' });
  });

  test('text that is dragged is left to the field below it', () => {
    video();
    const words = new DataTransfer();
    words.setData('text/plain', 'tide');
    expect(drag('dragover', words).defaultPrevented).toBe(false);
  });
});

describe('an image goes', () => {
  test('with its button, which hands the focus on, and its address is given up', async () => {
    video();
    await userEvent.upload(picker(), await png());
    await waitFor(() => expect(preview()).not.toBeNull());
    removal().focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /choose a first frame/ })));
    await waitFor(() => expect(revoked).toEqual(made));
    expect(made).toHaveLength(1);
    expect((await send())?.[0]).not.toHaveProperty('imageUrl');
  });

  test('for another one, and with the form', async () => {
    const { unmount } = video();
    await userEvent.upload(picker(), await png());
    drag('drop', transfer(await png('second.png')));
    await waitFor(() => expect(screen.getByText('second.png')).toBeTruthy());
    await waitFor(() => expect(revoked).toEqual(made.slice(0, 1)));
    unmount();
    await waitFor(() => expect(revoked).toEqual(made));
  });
});

describe('an image is checked before anything is sent', () => {
  test.each([
    ['no image', new File(['%PDF'], 'brief.pdf', { type: 'application/pdf' }), 'This is not a PNG, JPEG or WebP image.'],
    ['an SVG', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }), 'This is not a PNG, JPEG or WebP image.'],
    ['too large', new File([new Uint8Array(3 * 1024 * 1024)], 'a.png', { type: 'image/png' }), 'This image has 3 MB, and 2 MB are taken.'],
    ['named like one', new File(['no picture'], 'a.png', { type: 'image/png' }), 'This image cannot be read.'],
  ])('%s', async (_name, file, said) => {
    video({ maxImageBytes: 2 * 1024 * 1024 });
    drag('drop', transfer(file));
    await waitFor(() => expect(document.querySelector('[data-field="image"] .bs-form-issue')?.textContent).toContain(said));
    await userEvent.click(generate());
    await waitFor(() => expect(document.activeElement).toBe(removal()));
    expect(uploadImage).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.click(removal());
    await send();
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  test('a file, where the app has nowhere to put it', async () => {
    video({ uploadImage: undefined });
    drag('drop', transfer(await png()));
    await waitFor(() => expect(screen.getByText(/no place to put files/)).toBeTruthy());
    await userEvent.click(generate());
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('a model that takes none keeps it for one that does', async () => {
    image('seedream-v4');
    drag('drop', transfer(await png()));
    await waitFor(() => expect(screen.getByText('Reference image: left out, and kept for a model that takes it')).toBeTruthy());
    expect(await send()).toEqual([expect.not.objectContaining({ image: expect.anything() }), 'image']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'gpt-4o-image');
    expect(await send()).toEqual([expect.objectContaining({ model: 'gpt-4o-image', image: expect.any(File) }), 'edit']);
  });
});

describe('a file whose bytes are slow to read', () => {
  /** Its first bytes come when the test says so. */
  function slow(file: File): { file: File; arrive: () => Promise<void> } {
    const first = file.slice(0, 32);
    let arrive = () => {};
    const read = new Promise<void>((resolve) => (arrive = resolve));
    vi.spyOn(first, 'arrayBuffer').mockImplementation(async () => (await read, file.arrayBuffer()));
    vi.spyOn(file, 'slice').mockReturnValue(first);
    return { file, arrive: () => act(async () => arrive()) };
  }

  test('goes along when the button is pressed at once, as what it is and not as what it is called', async () => {
    image('gpt-image-2');
    const { file, arrive } = slow(new File([await png()], 'harbour.jpeg', { type: 'image/jpeg' }));
    await userEvent.upload(picker(), file);
    await userEvent.click(generate());
    expect(onSubmit).not.toHaveBeenCalled();
    await arrive();
    await waitFor(() => expect(onSubmit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ image: expect.objectContaining({ name: 'harbour.jpeg', type: 'image/png' }) }), 'edit'));
  });

  test('takes nothing back that was typed meanwhile, nor another file', async () => {
    const onValueChange = vi.fn<NonNullable<PromptFormProps['onValueChange']>>();
    image('gpt-image-2', { onValueChange });
    const draft = () => onValueChange.mock.lastCall![0];
    const first = slow(new File([await png()], 'a.jpg', { type: 'image/jpg' }));
    await userEvent.upload(picker(), first.file);
    await userEvent.type(screen.getByRole('textbox', { name: 'Prompt' }), ' at dusk');
    await first.arrive();
    await waitFor(() => expect(draft().image).toMatchObject({ name: 'a.jpg', type: 'image/png' }));
    expect(draft().prompt).toBe(`${prompt} at dusk`);
    const second = slow(new File([await png()], 'b.jpg', { type: 'image/jpg' }));
    await userEvent.upload(picker(), second.file);
    await userEvent.upload(picker(), await png('c.png'));
    await second.arrive();
    await waitFor(() => expect(screen.getByText('c.png')).toBeTruthy());
    expect(draft().image).toMatchObject({ name: 'c.png' });
  });
});

describe('a picture that a picture is made from', () => {
  test('comes in by the keyboard, is called a reference, and goes out as an edit', async () => {
    image('gpt-image-2');
    const opened = vi.spyOn(picker(), 'click');
    screen.getByRole('button', { name: 'Drop, paste or choose a reference image' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledTimes(1);
    const file = await png();
    await userEvent.upload(picker(), file);
    await waitFor(() => expect(preview()?.naturalWidth).toBe(40));
    expect(screen.getByText('Reference image')).toBeTruthy();
    screen.getByRole('textbox', { name: 'Prompt' }).focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ model: 'gpt-image-2', image: file }), 'edit');
    removal().focus();
    await userEvent.keyboard('{Enter}');
    expect(await send()).toEqual([expect.not.objectContaining({ image: expect.anything() }), 'image']);
    await waitFor(() => expect(revoked).toEqual(made));
  });

  test('comes in by pasting', async () => {
    image('gpt-4o-image');
    const file = await png('image.png');
    paste(transfer(file));
    await waitFor(() => expect(preview()).not.toBeNull());
    await send();
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ image: file }), 'edit');
    expect(uploadImage).not.toHaveBeenCalled();
  });

  test('is read from its address on submit, once, and is the same file for the same wish', async () => {
    const address = await picture(40, 30);
    image('gpt-image-2', { defaultValue: { kind: 'image', prompt, image: address, models: { image: 'gpt-image-2' } } });
    await waitFor(() => expect(preview()?.naturalWidth).toBe(40));
    await send();
    await send();
    const [first, second] = onSubmit.mock.calls.map(([request]) => (request as ImageEditRequest).image);
    expect(first).toMatchObject({ type: 'image/png' });
    expect(second).toBe(first);
    URL.revokeObjectURL(address);
  });

  test('is shown from bytes that came as an address, without putting them into the page', async () => {
    const bytes = new Uint8Array(await (await png()).arrayBuffer());
    const address = `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
    const { container } = image('gpt-4o-image', { defaultValue: { kind: 'image', prompt, image: address, models: { image: 'gpt-4o-image' } } });
    await waitFor(() => expect(preview()?.naturalWidth).toBe(40));
    expect(container.innerHTML).not.toContain('data:image');
    expect(screen.getByText('Reference image', { selector: '.bs-form-file' })).toBeTruthy();
    await send();
  });

  test('that this page may not read stops what needs the file, and says what to do', async () => {
    const foreign = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    // It is shown all the same: there is no such server in a test, and the page is not told.
    const asShown = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('error', asShown, true);
    image('gpt-image-2');
    drag('drop', transfer('https://files.example.com/5.png'));
    await userEvent.click(generate());
    await waitFor(() => expect(screen.getByText(/could not be loaded from its address, and nothing was sent/)).toBeTruthy());
    await waitFor(() => expect(document.activeElement).toBe(removal()));
    expect(onSubmit).not.toHaveBeenCalled();
    // Where the model reads addresses itself, it need not be read here.
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'gpt-4o-image');
    await userEvent.click(generate());
    await waitFor(() => expect(onSubmit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ image: 'https://files.example.com/5.png' }), 'edit'));
    window.removeEventListener('error', asShown, true);
    foreign.mockRestore();
  });

  test('is left to a recommended model that takes one, and the form says so', async () => {
    const recommendation = { ...recommendModel({ kind: 'image', prompt, imageInit: true }), status: 'ready' as const };
    image('', { recommendation, defaultValue: { kind: 'image', prompt } });
    await userEvent.upload(picker(), await png());
    expect(screen.getByRole('option', { name: 'Auto: GPT-4o Image', selected: true })).toBeTruthy();
    await send();
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ model: 'gpt-4o-image', image: expect.any(File) }), 'edit');
  });

  test('is not taken where the app has no use for one', async () => {
    image('gpt-image-2', { startsFromImage: ['video'] });
    expect(root().querySelector('input[type=file]')).toBeNull();
  });
});

describe('a first frame is put where the gateway can read it', () => {
  test('on submit, and the button says so meanwhile', async () => {
    let finish = (_address: string): void => {};
    uploadImage.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    video();
    const file = await png();
    await userEvent.upload(picker(), file);
    expect(uploadImage).not.toHaveBeenCalled();
    await userEvent.click(generate());
    // What prepares it is loaded by then, and not before.
    await waitFor(() => expect(uploadImage).toHaveBeenCalledExactlyOnceWith(file, { signal: expect.any(AbortSignal), onProgress: expect.any(Function) }));
    expect(generate().textContent).toBe('Uploading the image');
    await userEvent.click(generate());
    await act(async () => finish('https://files.example.com/4.png'));
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ imageUrl: 'https://files.example.com/4.png' });
    expect(uploadImage).toHaveBeenCalledTimes(1);
  });

  test('and where that fails nothing is sent or lost, and it can be tried again', async () => {
    uploadImage.mockRejectedValueOnce(new Error('offline'));
    video();
    await userEvent.upload(picker(), await png());
    await userEvent.click(generate());
    await waitFor(() => expect(screen.getByText(/could not be uploaded, and nothing was sent/)).toBeTruthy());
    await waitFor(() => expect(document.activeElement).toBe(removal()));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByDisplayValue(prompt)).toBeTruthy();
    await send();
    expect(screen.queryByText(/could not be uploaded/)).toBeNull();
  });
});

test.each([
  ['a first frame', () => video()],
  ['a reference', () => image('gpt-image-2')],
])('has no fault that axe finds with %s', async (_name, form) => {
  const { container } = form();
  await userEvent.upload(picker(), await png());
  await waitFor(() => expect(preview()).not.toBeNull());
  expect(await violations(container)).toEqual([]);
});
