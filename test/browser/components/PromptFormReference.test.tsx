import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ImageEditRequest, type PromptFormProps, recommendModel } from 'bytespike-react';
import { describe, expect, test, vi } from 'vitest';
import { addresses, drag, generate, image, onSubmit, paste, picker, png, preview, prompt, removal, root, send, transfer, uploadImage } from './prompt-form-image-support.js';
import { picture } from './support.js';

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
    await waitFor(() => expect(addresses.revoked).toEqual(addresses.made));
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
