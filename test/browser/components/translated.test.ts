// Every story of every component on a page that the browser translates, through all that it does then; its console is silent.
// The project `stories` leaves these to this file.
import { cleanup, render } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { everyStory } from '../../support/stories.js';
import { translate } from '../../support/translator.js';

// Those of the panel and the button with the other flavour are Storybook's own.
const stories = everyStory({ locale: 'en' }).filter(({ name }) => !name.includes('DrivenWithSwr'));
/** That of ten thousand counts the elements of the page, and a translation adds some. */
const asItIs = 'TenThousand';

afterEach(cleanup);

function translated() {
  const translator = translate(document.body);
  onTestFinished(translator.stop);
  return translator;
}

test.each(stories)('$name', async ({ name, show, play }) => {
  await show();
  const { cutLoose } = name.includes(asItIs) ? { cutLoose: [] } : translated();
  await play();
  expect(cutLoose).toEqual([]);
});

test('what would be wrong is found', async () => {
  const { cutLoose } = translated();
  render(createElement('p', { className: 'bs-root' }, 'about ', createElement('b', {}, 'much')));
  await expect.poll(() => cutLoose).toEqual(['about  in <p class="bs-root">']);
});
