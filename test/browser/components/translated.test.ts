// Every state of every component on a page that the browser translates, through all that its story does then.
import { cleanup, render } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { everyState } from '../../support/stories.js';
import { translate } from '../../support/translator.js';

// That of ten thousand counts the elements of the page, and a translation adds some.
const states = everyState({ locale: 'en' }).filter(({ name }) => !name.includes('TenThousand'));

afterEach(cleanup);

function translated() {
  const translator = translate(document.body);
  onTestFinished(translator.stop);
  return translator;
}

test.each(states)('$name', async ({ show, play }) => {
  await show();
  const { cutLoose } = translated();
  await play();
  expect(cutLoose).toEqual([]);
});

test('what would be wrong is found', async () => {
  const { cutLoose } = translated();
  render(createElement('p', { className: 'bs-root' }, 'about ', createElement('b', {}, 'much')));
  await expect.poll(() => cutLoose).toEqual(['about  in <p class="bs-root">']);
});
