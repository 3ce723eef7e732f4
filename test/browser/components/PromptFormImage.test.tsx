import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { addresses, drag, generate, image, onSubmit, paste, picker, png, preview, prompt, removal, send, transfer, uploadImage, video } from './prompt-form-image-support.js';
import { violations } from './support.js';

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

  test('as an address that this page may not show: the gateway may be let in', async () => {
    video();
    drag('drop', transfer('https://files.example.com/2.png'));
    expect(preview()).not.toBeNull();
    // Nobody serves it.
    await waitFor(() => expect(preview()).toBeNull());
    // What looks at it then is loaded.
    await act(async () => void (await import('../../../src/components/prompt-form/reference/unshown.js')));
    expect(screen.getByText('https://files.example.com/2.png')).toBeTruthy();
    expect((await send())?.[0]).toMatchObject({ imageUrl: 'https://files.example.com/2.png' });
    expect(screen.queryByText(/cannot be read/)).toBeNull();
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
    await waitFor(() => expect(addresses.revoked).toEqual(addresses.made));
    expect(addresses.made).toHaveLength(1);
    expect((await send())?.[0]).not.toHaveProperty('imageUrl');
  });

  test('for another one, and with the form', async () => {
    const { unmount } = video();
    await userEvent.upload(picker(), await png());
    drag('drop', transfer(await png('second.png')));
    await waitFor(() => expect(screen.getByText('second.png')).toBeTruthy());
    await waitFor(() => expect(addresses.revoked).toEqual(addresses.made.slice(0, 1)));
    unmount();
    await waitFor(() => expect(addresses.revoked).toEqual(addresses.made));
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
