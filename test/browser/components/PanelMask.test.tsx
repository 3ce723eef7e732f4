import { screen, waitFor, within } from '@testing-library/react';
import { userEvent as typed } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isNear, type Spot } from '../../support/mask-way.js';
import { byMouse, byTouch, editor, isReady, pictureFile, pixelsOf, stage, strayed } from './mask-support.js';
import { closeGateways, panels, visit } from './panel-support.js';
import { setTheme } from './support.js';

const SIZE = { width: 1024, height: 1024 };
const RADIUS = 1024 / 16 / 2;
const drawn = { kind: 'image', prompt: 'A kettle on the left', models: { image: 'gpt-image-2' } } as const;
const WAY: readonly Spot[] = [[0.25, 0.25], [0.5, 0.7], [0.8, 0.3]];

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const result = () => screen.getByRole('region', { name: 'Results' });
const picker = () => document.querySelector<HTMLInputElement>('input[type=file]')!;
const dialog = () => document.querySelector<HTMLDialogElement>('.bs-mask-dialog')!;

beforeEach(async () => {
  localStorage.clear();
  setTheme('light');
  await page.viewport(1100, 900);
});
afterEach(() => {
  closeGateways();
});

/** A panel, and the forms of all edits that leave it. */
function openPanel(name: string, draft: object = drawn) {
  const { GenerationPanel } = panels.find((panel) => panel.name === name)!;
  const forms: Promise<FormData>[] = [];
  const shown = visit(name, <GenerationPanel defaultDraft={draft} />, {}, (answer) => (request) => {
    if (request.url.endsWith('/v1/images/edits')) forms.push(request.clone().formData());
    return answer(request);
  });
  return { ...shown, forms };
}

/** Chooses a picture, and opens the editor on it, by keyboard. */
async function openEditor(file: File): Promise<void> {
  await typed.upload(picker(), file);
  const choose = await screen.findByRole('button', { name: 'Choose what changes' });
  choose.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(dialog()?.open).toBe(true));
  await isReady();
}

const use = () => within(dialog()).getByRole('button', { name: 'Use it' });

const ways = {
  'by mouse': { paint: () => byMouse(WAY), isMeant: (scale: number) => isNear(WAY, SIZE, RADIUS, 1 / scale) },
  'by touch': {
    paint: async () => {
      await byTouch(WAY.map((spot) => [spot]));
    },
    isMeant: (scale: number) => isNear(WAY, SIZE, RADIUS, 1.5 / scale),
  },
  'by keyboard alone': {
    paint: async () => {
      while (document.activeElement !== stage()) await userEvent.tab();
      await userEvent.keyboard('{ArrowUp}{ArrowUp}{Shift>}{ArrowRight}{/Shift}{Enter}{Escape}');
    },
    // A quarter in the middle, once up and once wider.
    isMeant: () => (x: number, y: number) => x > 384 && x < 384 + 256 + 20 && y > 384 - 20 && y < 384 - 20 + 256,
  },
};

describe.each(panels)('a mask, on $name', ({ name }) => {
  test.each(Object.keys(ways) as (keyof typeof ways)[])('painted %s arrives as painted; what it covers changes and nothing else; it is billed once', async (how) => {
    const { gateway, forms } = openPanel(name);
    const file = await pictureFile(SIZE.width, SIZE.height);
    await openEditor(file);
    const scale = editor().querySelector('.bs-mask-plane')!.getBoundingClientRect().width / SIZE.width;
    await ways[how].paint();
    while (document.activeElement !== use()) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(dialog().open).toBe(false));
    expect(document.activeElement).toBe(button('Change the marking'));
    expect(screen.getByRole('img', { name: 'What may change is marked' })).toBeTruthy();
    screen.getByRole('textbox', { name: 'Prompt' }).focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(result().querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
    expect(forms).toHaveLength(1);
    const form = await forms[0]!;
    const mask = form.get('mask') as File;
    const arrived = await strayed(mask, ways[how].isMeant(scale));
    expect({ ...arrived, marked: arrived.marked > 20_000 }).toEqual({ marked: true, wrong: [], between: 0 });
    expect(await (form.get('image') as File).arrayBuffer()).toEqual(await file.arrayBuffer());
    const shown = result().querySelector<HTMLImageElement>('.bs-figure img')!;
    const after = await pixelsOf(await (await fetch(shown.src)).blob());
    const cover = await pixelsOf(mask);
    expect([after.width, after.height]).toEqual([1024, 1024]);
    const changed = { covered: 0, uncovered: 0 };
    // What was there is black.
    for (let at = 0; at < after.data.length; at += 4) {
      if (after.data[at]! + after.data[at + 1]! + after.data[at + 2]! > 0) changed[cover.data[at + 3] === 0 ? 'covered' : 'uncovered']++;
    }
    expect(changed).toEqual({ covered: arrived.marked, uncovered: 0 });
    expect(gateway.ledger.charges).toMatchObject([{ model: 'gpt-image-2', amount: 0.03 }]);
  });

  test('is kept while the window is closed and opened again, and gone with its picture or when it is removed', async () => {
    const { gateway, forms } = openPanel(name);
    await openEditor(await pictureFile(64, 64));
    await byMouse(WAY);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog().open).toBe(false));
    // Closed without being used, it is none yet; what was painted is still there.
    expect(screen.queryByRole('img', { name: 'What may change is marked' })).toBeNull();
    expect(document.activeElement).toBe(button('Choose what changes'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(dialog().open).toBe(true));
    expect(within(dialog()).getByText(/% is marked$/)).toBeTruthy();
    use().click();
    await screen.findByRole('img', { name: 'What may change is marked' });
    button('Remove the marking').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(button('Choose what changes')));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(within(dialog()).getByText('Nothing is marked')).toBeTruthy());
    await isReady();
    await byMouse(WAY);
    use().click();
    await screen.findByRole('img', { name: 'What may change is marked' });
    // Another picture has none.
    button('Remove the image').click();
    await waitFor(() => expect(screen.queryByRole('img', { name: 'What may change is marked' })).toBeNull());
    await typed.upload(picker(), await pictureFile(32, 32));
    await screen.findByRole('button', { name: 'Choose what changes' });
    button(/^Generate/).click();
    await waitFor(() => expect(result().querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
    expect((await forms[0]!).has('mask')).toBe(false);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  test('is offered for models that take one, and chooses among them where the choice is left open', async () => {
    openPanel(name, { ...drawn, models: { image: 'gpt-4o-image' } });
    await typed.upload(picker(), await pictureFile(64, 64));
    await screen.findByRole('img', { name: 'The reference image' });
    expect(screen.queryByRole('button', { name: 'Choose what changes' })).toBeNull();
  });

  test('leads “Auto” to a model that takes it', async () => {
    const { forms, gateway } = openPanel(name, { ...drawn, models: {} });
    await openEditor(await pictureFile(64, 64));
    await byMouse(WAY);
    use().click();
    await waitFor(() => expect(button(/^Model/).textContent).toMatch(/GPT-Image 2/));
    button(/^Generate/).click();
    await waitFor(() => expect(result().querySelectorAll('.bs-figure[data-state="shown"]')).toHaveLength(1));
    expect((await forms[0]!).has('mask')).toBe(true);
    expect(gateway.ledger.charges).toMatchObject([{ model: expect.stringMatching(/^gpt-image-2/) }]);
  });
});
