// Every state of every component in a language that nobody speaks: what is still plain English bypasses the messages.
import { cleanup } from '@testing-library/react';
import { catalog } from 'bytespike-react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { plainWords, pseudo } from '../../support/pseudo.js';
import { everyState } from '../../support/stories.js';

/** What is no word of ours: data, and what a person wrote. Longer ones first, since some are the beginning of others. */
const DATA = [
  ...catalog.models.flatMap(({ id, name, vendor }) => [name, id, vendor]),
  ...[
    'A hand-painted sign that says “Open late”',
    'A kettle on the left and a mug on the right',
    'A kettle on a table, morning light',
    'A lighthouse in fog, seen from the water',
    'As a linocut',
    'At dusk',
    'Donaudampfschifffahrts',
    'In blue and white',
    'In fog',
    'Make it red',
    'Lighthouse',
    'Ramen',
    'fog',
    'sea',
    'style',
    'On a train',
    'On a wooden tray',
    'Seen from above',
    'With two cups',
    'and beside it a mug that is a little smaller than the one before',
    'elektrizitätenhauptbetriebswerkbauunterbeamten',
    'A kettle,',
    'A red kettle on oak',
    'A blue kettle on slate',
    'A white kettle on linen',
    'A green kettle on marble',
    'A {{colour}} kettle on {{ground}}',
    'A {{colour kettle',
    'colour',
    'ground',
    'And the kettle begins to sing',
    'Make a cover',
    'No cover yet.',
    'Perfume bottle, crystal and brushed steel',
    'Second take',
    'Slow zoom into a bowl of ramen, steam rising, window light from the left',
    'Steam rises, slowly',
    'The fog closes in again',
    'Tide coming in over black rocks',
    'Tide over black rocks',
    'somebody-new-1',
    `somebody-${'very-new-'.repeat(8)}1`,
    'Blurred',
    'Somebody',
  ],
  ...Array.from({ length: 50 }, (_, index) => `A kettle on a table, number ${index + 1}`),
  ...Array.from({ length: 501 }, (_, index) => [`model-${index}`, `Vendor ${index}`]).flat(),
  ...['PNG', 'JPEG', 'WebP', 'MP4', 'WebM', 'GIF', 'HD', 'https://'],
].sort((a, b) => b.length - a.length);

afterEach(cleanup);

// Money and dates have no Latin letters in Japanese.
test.each(everyState({ locale: 'ja', messages: pseudo }))('$name says nothing in plain English', async ({ name, show }) => {
  await show();
  // Before its part is there, nothing of it can be read.
  await vi.waitFor(() => expect(document.querySelector('.bs-waiting:not(:has(button))')).toBeNull());
  expect(plainWords(document.body, DATA)).toEqual([]);
  // Those that show what happens while, or when, nothing opens.
  if (/NotOpened|Opening/.test(name)) return;
  await openEach();
  expect(plainWords(document.body, DATA), 'with what it opens').toEqual([]);
});

test('what is said in plain English is found, shown or spoken, and data are not', () => {
  document.body.innerHTML = '<p>Generate</p><button aria-label="Stop it">×</button><p>PNG</p><p>𝖦𝖾𝗇</p>';
  expect(plainWords(document.body, DATA)).toEqual(['Generate', 'Stop it']);
  document.body.innerHTML = '';
});

/** Opens what can be opened: by the button that says that it has a popup, and in a gallery by the key that asks whether to remove. */
async function openEach(): Promise<void> {
  for (const opener of document.querySelectorAll<HTMLButtonElement>('[aria-haspopup]:enabled')) {
    await userEvent.click(opener);
    await vi.waitFor(() => expect(shown('[role=dialog], [role=listbox], dialog')).not.toBe(0));
  }
  const grid = document.querySelector<HTMLElement>('.bs-gallery-grid');
  if (grid?.ariaMultiSelectable !== 'true') return;
  grid.focus();
  await userEvent.keyboard(' {Delete}');
  await vi.waitFor(() => expect(shown('dialog')).toBe(1));
}

const shown = (selector: string): number => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
