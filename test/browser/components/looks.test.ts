// Every state of every component in every theme, both directions, a narrow place, and with what readers ask their browser for.
import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { everyState } from '../../support/stories.js';
import { emulate, violations } from './support.js';

const states = everyState({ locale: 'en' });
const page = document.documentElement;

function look(theme: string, scheme: string, direction: 'ltr' | 'rtl' = 'ltr'): void {
  page.dataset['theme'] = theme;
  page.style.colorScheme = scheme;
  page.dir = direction;
  document.body.style.cssText = 'margin: 0; background: var(--bs-bg)';
}

/** Colours on their way from one theme to the next are in neither. */
const still = new CSSStyleSheet();
still.replaceSync('* { transition: none !important }');

beforeAll(() => {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
});

afterAll(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
});

afterEach(async () => {
  cleanup();
  look('light', '');
  await emulate('prefers-reduced-motion', undefined);
});

async function faint(): Promise<string[]> {
  const found = await axe.run(document.body, { runOnly: ['color-contrast'] });
  return found.violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`));
}

describe('to be read', () => {
  test.each(states)('$name, in every theme and from right to left', async ({ show, play }) => {
    look('light', 'light');
    await show();
    await play();
    look('light', 'light', 'rtl');
    expect(await violations(document.body)).toEqual([]);
    for (const [theme, scheme] of [['dark', 'dark'], ['high-contrast', 'light'], ['high-contrast', 'dark']] as const) {
      look(theme, scheme);
      expect(await faint(), `${theme}, ${scheme}`).toEqual([]);
    }
  });
});

describe('where motion is unwelcome, in a place 320 pixels wide', () => {
  test.each(states)('$name stands still, and does not overflow either way', async ({ show }) => {
    await emulate('prefers-reduced-motion', 'reduce');
    document.body.style.width = '320px';
    await show();
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    expect(moving.map(({ effect }) => (effect as KeyframeEffect).target?.className)).toEqual([]);
    for (const direction of ['ltr', 'rtl'] as const) {
      page.dir = direction;
      // What lies over the whole window is as wide as that.
      const within = [...document.querySelectorAll('main *')].filter((element) => element.closest('[role=dialog], dialog') === null);
      const wide = within.filter((element) => element.getBoundingClientRect().width > 320 && !scrolls(element.parentElement));
      expect(wide.map(({ className }) => className), direction).toEqual([]);
    }
  });
});

/** Whether something above it shows what is wider by scrolling, or cuts it on purpose. */
function scrolls(element: Element | null): boolean {
  if (element === null || element === document.body) return false;
  return getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement);
}
