import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { PromptForm, type PromptFormProps } from 'bytespike-react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { pngOf } from '../../support/png.js';
import { setTheme, show } from './support.js';

export const prompt = 'Tide over black rocks';
export const onSubmit = vi.fn<NonNullable<PromptFormProps['onSubmit']>>();
export const uploadImage = vi.fn<(file: Blob) => Promise<string>>();

/** Addresses of the page's own files: those that were made, and those given up. */
export const addresses = { made: [] as string[], revoked: [] as string[] };
let spies: { mockRestore: () => void }[] = [];

beforeEach(() => {
  setTheme('light');
  onSubmit.mockClear();
  uploadImage.mockReset().mockResolvedValue('https://files.example.com/1.png');
  Object.assign(addresses, { made: [], revoked: [] });
  const { createObjectURL, revokeObjectURL } = URL;
  const making = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    const url = createObjectURL(file);
    addresses.made.push(url);
    return url;
  });
  const revoking = vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    // Those of the test before are given up a second after it.
    if (addresses.made.includes(url)) addresses.revoked.push(url);
    revokeObjectURL(url);
  });
  spies = [making, revoking];
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
});

export async function png(name = 'rocks.png'): Promise<File> {
  return new File([await pngOf(40, 30)], name, { type: 'image/png' });
}

export const video = (props: Partial<PromptFormProps> = {}) =>
  show(<PromptForm onSubmit={onSubmit} uploadImage={uploadImage} defaultValue={{ kind: 'video', prompt, models: { video: 'veo-3.1-fast' } }} {...props} />);
export const image = (id: string, props: Partial<PromptFormProps> = {}) =>
  show(<PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'image', prompt, models: { image: id } }} {...props} />);
export const root = () => document.querySelector<HTMLFormElement>('.bs-prompt-form')!;
export const picker = () => root().querySelector<HTMLInputElement>('input[type=file]')!;
export const generate = () => screen.getByRole('button', { name: /^(Generat|Upload)/ });
/** Presses it and waits for what is sent: an image that was just taken is looked at first. */
export async function send() {
  const before = onSubmit.mock.calls.length;
  await userEvent.click(generate());
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(before + 1));
  return onSubmit.mock.lastCall;
}
export const preview = () => screen.queryByRole<HTMLImageElement>('img', { name: /first frame|reference image/ });
export const removal = () => screen.getByRole('button', { name: 'Remove the image' });

export function transfer(...parts: (File | string)[]): DataTransfer {
  const data = new DataTransfer();
  for (const part of parts) {
    if (typeof part === 'string') data.setData('text/uri-list', part);
    else data.items.add(part);
  }
  return data;
}

export function drag(type: string, dataTransfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  act(() => void screen.getByRole('textbox', { name: 'Prompt' }).dispatchEvent(event));
  return event;
}

export function paste(clipboardData: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  act(() => void screen.getByRole('textbox', { name: 'Prompt' }).dispatchEvent(event));
  return event;
}
