import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { billable, closeGateways, panels, takeAMoment, visit } from './panel-support.js';
import { picture, setTheme } from './support.js';

const prompt = 'A kettle on the left';
const drawn = { kind: 'image', prompt, models: { image: 'gpt-image-2' } } as const;
const submit = () => screen.getByRole('button', { name: /^(Generat|Upload)/ });
const model = () => screen.getByRole('button', { name: /^Model/ });
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
const result = () => screen.getByRole('region', { name: 'Results' });
const progress = () => within(result()).getByRole('group', { name: /generation$/ });
const ready = (made = 1) =>
  waitFor(() => {
    expect(progress().dataset['status']).toBe('completed');
    expect(result().querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(made);
  });
const reference = () => screen.queryByRole<HTMLImageElement>('img', { name: 'The reference image' });
/** The action of a result, by keyboard. */
async function press(name: string | RegExp): Promise<void> {
  within(result()).getByRole('button', { name }).focus();
  await userEvent.keyboard('{Enter}');
}
const send = async () => {
  words().focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
};

async function png(): Promise<File> {
  const address = await picture(40, 30);
  const file = new File([await (await fetch(address)).blob()], 'rocks.png', { type: 'image/png' });
  URL.revokeObjectURL(address);
  return file;
}

beforeEach(() => {
  localStorage.clear();
  setTheme('light');
});
afterEach(closeGateways);

describe.each(panels)('a picture from a picture, on $name', ({ name, GenerationPanel }) => {
  test('from a file, by keyboard alone: one edit, billed once, at the price that was shown', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={drawn} />);
    expect(submit().textContent).toContain('$0.03');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Drop, paste or choose a reference image');
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, await png());
    await waitFor(() => expect(reference()?.naturalWidth).toBe(40));
    expect(submit().textContent).toContain('$0.03');
    await send();
    await ready();
    expect(billable(gateway)).toEqual(['/v1/images/edits']);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-image-2', amount: 0.03 }]);
    expect(progress().textContent).toContain('$0.03');
  });

  test.each(['drop', 'paste'] as const)('from a %s, as a turn of a conversation', async (how) => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={{ ...drawn, models: { image: 'gpt-4o-image' } }} />);
    const data = new DataTransfer();
    data.items.add(await png());
    const event =
      how === 'drop'
        ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
        : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    act(() => void words().dispatchEvent(event));
    await waitFor(() => expect(reference()).not.toBeNull());
    expect(submit().textContent).toContain('$0.08');
    await send();
    await ready();
    expect(billable(gateway)).toEqual(['/v1/chat/completions']);
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-4o-image', amount: 0.08 }]);
  });

  test('from a result: it stands in the form, beside what was typed, and makes the next one', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={drawn} />);
    await send();
    await ready();
    await userEvent.clear(words());
    await userEvent.type(words(), 'The same at dusk');
    await press('Use as reference');
    await waitFor(() => expect(reference()?.naturalWidth).toBe(1024));
    expect(words().value).toBe('The same at dusk');
    expect(document.activeElement).toBe(words());
    expect(model().textContent).toContain('GPT-Image 2');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Image' }).checked).toBe(true);
    await send();
    await waitFor(() => expect(billable(gateway)).toEqual(['/v1/images/generations', '/v1/images/edits']));
    await ready();
    // One place for pictures: the one that was asked for last.
    expect(within(result()).getAllByRole('group', { name: /generation$/ })).toHaveLength(1);
    expect(gateway.ledger.charges).toHaveLength(2);
    // Without it the next one is drawn anew, in the same place.
    screen.getByRole('button', { name: 'Remove the image' }).focus();
    await userEvent.keyboard('{Enter}');
    await send();
    await waitFor(() => expect(billable(gateway).at(-1)).toBe('/v1/images/generations'));
    await ready();
  });

  test('an edit is gone on from as an edit: variations, remix, and as a reference', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={drawn} />);
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, await png());
    await waitFor(() => expect(reference()?.naturalWidth).toBe(40));
    await send();
    await ready();
    await userEvent.clear(words());
    await userEvent.click(screen.getByRole('button', { name: 'Remove the image' }));
    await press('Variations');
    await waitFor(() => expect(reference()?.naturalWidth).toBe(40));
    expect(words().value).toBe(prompt);
    expect(submit().textContent).toContain('$0.12');
    await send();
    await ready(4);
    expect(billable(gateway)).toEqual(['/v1/images/edits', '/v1/images/edits']);
    await press(/^Use as reference, 2 of 4/);
    await waitFor(() => expect(reference()?.naturalWidth).toBe(1024));
    await press(/^Remix, 1 of 4/);
    await waitFor(() => expect(reference()?.naturalWidth).toBe(40));
  });

  test('an edit whose answer was lost says that it may be billed, and is tried again as an edit', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={drawn} />);
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, await png());
    await waitFor(() => expect(reference()?.naturalWidth).toBe(40));
    gateway.inject({ kind: 'reset-after-body', on: 'POST /v1/images/edits' });
    await send();
    await waitFor(() => expect(progress().dataset['status']).toBe('unknown'));
    expect(billable(gateway)).toEqual(['/v1/images/edits']);
    takeAMoment();
    await press(/^Try again/);
    await ready();
    expect(billable(gateway)).toEqual(['/v1/images/edits', '/v1/images/edits']);
  });

  test('the recommendation chooses only a model that takes it, and a chosen one that takes none gives way', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={{ ...drawn, models: { image: 'nano-banana' }, aspectRatio: '16:9' }} />);
    await send();
    await ready();
    await press('Use as reference');
    await waitFor(() => expect(model().textContent).toContain('GPT-4o Image'));
    expect(model().textContent).toContain('Auto');
    expect(screen.getByText('Shape: 3:2 instead of 16:9')).toBeTruthy();
    expect(submit().textContent).toMatch(/up to|\$/);
    await send();
    await waitFor(() => expect(billable(gateway)).toEqual(['/v1/images/generations', '/v1/chat/completions']));
    await ready();
  });

  test('is not offered where no model takes one', async () => {
    visit(name, <GenerationPanel models={['seedream-v4', 'veo-3.1']} defaultDraft={{ ...drawn, models: { image: 'seedream-v4' } }} />);
    expect(document.querySelector('input[type=file]')).toBeNull();
    await send();
    await ready();
    expect(within(result()).getByRole('button', { name: /^Remix/ })).toBeTruthy();
    expect(within(result()).queryByRole('button', { name: /^Use as reference/ })).toBeNull();
  });

  test('is the first frame of a clip where the form is for clips and files can be put somewhere', async () => {
    const stored: Blob[] = [];
    const uploadImage = async (file: Blob) => (stored.push(file), 'https://files.example.com/1.png');
    const { gateway } = visit(name, <GenerationPanel defaultDraft={drawn} uploadImage={uploadImage} />);
    await send();
    await ready();
    await userEvent.click(screen.getByRole('radio', { name: 'Video' }));
    within(result()).getByRole('button', { name: 'Use as reference' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole<HTMLImageElement>('img', { name: 'The first frame' }).naturalWidth).toBe(1024));
    await send();
    await waitFor(() => expect(billable(gateway)).toEqual(['/v1/images/generations', '/v1/tasks/submit']));
    expect(stored).toMatchObject([{ type: 'image/png' }]);
  });
});
