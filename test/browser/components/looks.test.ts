// Every state of every component in every theme, both directions, a narrow place, with what readers ask their browser for,
// when their browser translates it, and with no figure that nobody accounts for.
import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { unaccounted } from '../../support/figures.js';
import { everyState } from '../../support/stories.js';
import { mixed, translatable } from '../../support/texts.js';
import { emulate, violations } from './support.js';

const states = everyState({ locale: 'en' });
const page = document.documentElement;
/** Of a column, in pixels. */
const NARROW = 320;

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

function moving(): string[] {
  const running = document.getAnimations().filter(({ playState }) => playState === 'running');
  return running.map(({ effect }) => String((effect as KeyframeEffect).target?.className));
}

/** What is wider than its place. What lies over the whole window is as wide as that. */
function tooWide(): string[] {
  const within = [...document.querySelectorAll('main *')].filter((element) => element.closest('[role=dialog], dialog') === null);
  return within.filter((element) => element.getBoundingClientRect().width > NARROW && !scrolls(element.parentElement)).map(({ className }) => className);
}

// Put up once for all of it, which takes longer than most of what is looked at; what it plays with motion is a story's own test.
test.each(states)('$name stands still where motion is unwelcome, fits a narrow place, and is read in every theme, either way', async ({ show, play }) => {
  look('light', 'light');
  await emulate('prefers-reduced-motion', 'reduce');
  document.body.style.width = `${NARROW}px`;
  await show();
  expect.soft(moving(), 'moving').toEqual([]);
  for (const direction of ['ltr', 'rtl'] as const) {
    page.dir = direction;
    expect.soft(tooWide(), `wider than ${NARROW} pixels, ${direction}`).toEqual([]);
  }
  expect.soft(unaccounted(), 'figures without a row in docs/billing.md').toEqual([]);
  look('light', 'light');
  await play();
  expect.soft(mixed(document.body), 'texts that a translation would cut loose').toEqual([]);
  expect.soft(translatable(document.body), 'figures that a translation would change').toEqual([]);
  look('light', 'light', 'rtl');
  expect.soft(await violations(document.body)).toEqual([]);
  for (const [theme, scheme] of [['dark', 'dark'], ['high-contrast', 'light'], ['high-contrast', 'dark']] as const) {
    look(theme, scheme);
    expect.soft(await faint(), `${theme}, ${scheme}`).toEqual([]);
  }
});

/** Whether something above it shows what is wider by scrolling, or cuts it on purpose. */
function scrolls(element: Element | null): boolean {
  if (element === null || element === document.body) return false;
  return getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement);
}
