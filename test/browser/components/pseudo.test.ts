// Every state of every component in a language that nobody speaks: what is still plain English bypasses the messages.
import { cleanup } from '@testing-library/react';
import { catalog } from 'bytespike-react';
import { afterEach, expect, test } from 'vitest';
import { plainWords, pseudo } from '../../support/pseudo.js';
import { everyState } from '../../support/stories.js';

/** What is no word of ours: data, and what a person wrote. Longer ones first, since some are the beginning of others. */
const DATA = [
  ...catalog.models.flatMap(({ id, name, vendor }) => [name, id, vendor]),
  ...[
    'A hand-painted sign that says “Open late”',
    'A kettle on the left and a mug on the right',
    'A lighthouse in fog, seen from the water',
    'Make a cover',
    'No cover yet.',
    'Perfume bottle, crystal and brushed steel',
    'Second take',
    'Slow zoom into a bowl of ramen, steam rising, window light from the left',
    'Tide coming in over black rocks',
    'Tide over black rocks',
    'somebody-new-1',
  ],
  ...['PNG', 'JPEG', 'WebP', 'MP4', 'WebM', 'GIF', 'HD', 'https://'],
].sort((a, b) => b.length - a.length);

afterEach(cleanup);

// Money and dates have no Latin letters in Japanese.
test.each(everyState({ locale: 'ja', messages: pseudo }))('$name says nothing in plain English', async ({ show }) => {
  await show();
  expect(plainWords(document.body, DATA)).toEqual([]);
});
