// Every state of every component in every theme, both directions, a narrow place, with what readers ask their browser for,
// when their browser translates it, with the one style sheet of its own, and with no figure that nobody accounts for.
import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { createElement } from 'react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Comparison, sheetOf } from '../../support/cascade.js';
import { unsure } from '../../support/contrast.js';
import { unaccounted } from '../../support/figures.js';
import { sheetFaults } from '../../support/own-sheets.js';
import { constructed, MOODS } from '../../support/sheets.js';
import { everyState } from '../../support/stories.js';
import { mixed, translatable } from '../../support/texts.js';
import { ASKED, emulate, violations } from './support.js';

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

/** `faint` tells of colours. */
const ALL_ELSE: axe.RunOptions = { rules: { 'color-contrast': { enabled: false } } };

/** Texts that are too faint, as axe says it of those that it is asked about. */
async function faint(asked = unsure(document.body)): Promise<string[]> {
  if (asked.length === 0) return [];
  const found = await axe.run({ include: asked as HTMLElement[] }, { ...ASKED, runOnly: ['color-contrast'] });
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
test.each(states)('$name stands still where motion is unwelcome, fits a narrow place, and is read in every theme, either way', async ({ name, show, play }) => {
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
  expect.soft(sheetFaults({ name }), 'otherwise with its own sheets, or with all in another order').toEqual([]);
  look('light', 'light', 'rtl');
  expect.soft(await violations(document.body, ALL_ELSE)).toEqual([]);
  expect.soft(await faint(), 'light, from right to left').toEqual([]);
  for (const [theme, scheme] of [['dark', 'dark'], ['high-contrast', 'light'], ['high-contrast', 'dark']] as const) {
    look(theme, scheme);
    expect.soft(await faint(), `${theme}, ${scheme}`).toEqual([]);
  }
});

test('what would be wrong is found', async () => {
  look('light', 'light');
  document.body.style.width = `${NARROW}px`;
  const faults = { className: 'bs-root bs-faulty', style: { color: '#eee', inlineSize: NARROW + 1 } };
  render(createElement('main', {}, createElement('p', faults, '$1.20'), createElement('p', faults, 'about ', 3)));
  document.querySelector('.bs-faulty')!.animate([{ opacity: 1 }, { opacity: 0.9 }], { duration: 1000, iterations: Infinity });
  expect(moving()).toEqual(['bs-root bs-faulty']);
  expect(tooWide()).toEqual(['bs-root bs-faulty', 'bs-root bs-faulty']);
  expect(unaccounted()).toEqual(['bs-root bs-faulty: $1.20']);
  expect(mixed(document.body)).toHaveLength(2);
  expect(translatable(document.body)).toHaveLength(1);
  expect(await violations(document.body)).toEqual([expect.stringContaining('color-contrast')]);
  expect(await faint()).toHaveLength(2);
  document.querySelector('main')!.innerHTML = '<div class="bs-root bs-bar"></div>';
  expect(sheetFaults({ name: 'balance-meter/BalanceMeter · Faulty' })).toContainEqual(expect.stringContaining('its own, asItStands: '));
});

test('what other sheets could make otherwise is read, and nothing else', () => {
  render(createElement('p', { className: 'one two' }));
  const readIf = (...lists: string[][]) => new Comparison(lists.map((texts) => texts.map((text) => sheetOf(constructed(text), Object.values(MOODS))))).propertiesOf(document.querySelector('p')!);
  const [one, two] = ['.one { color: red; left: 0 }', '.two { color: blue; top: 0 }'];
  expect(readIf([one, two], [one, two, '.three .one { top: 1px }', '.one:not(p) { top: 1px }']), 'about others').toEqual([]);
  expect(readIf([one, two], [two, one]), 'another order').toEqual(['color']);
  expect(readIf([one, two, one], [two, one]), 'the last of the same').toEqual([]);
  expect(readIf([one, two], [one])).toEqual(['color', 'top']);
  expect(readIf([one], [one, '.one:hover { inline-size: 1px }'], [one, '@media (forced-colors: active) { p { top: 1px } }'])).toEqual(['width', 'height', 'top']);
  expect(readIf([one], [one, 'main .none, p::before { content: "" }', '.three ::after { content: "" }'])).toEqual(['content']);
  const [moved, move] = ['.one { animation-name: move }', '@keyframes move { from { opacity: 0 } }'];
  expect(readIf([moved, move], [moved])).toEqual(['animation-name', 'opacity']);
  const [low, high] = ['@layer low { .one { color: red } }', '@layer high { .two { color: blue } }'];
  expect(readIf(['@layer low, high;', low, high], ['@layer low, high;', high, low])).toEqual([]);
  expect(readIf(['@layer low, high;', low, high], ['@layer high, low;', low, high])).toEqual(['color']);
});

/** Whether something above it shows what is wider by scrolling, or cuts it on purpose. */
function scrolls(element: Element | null): boolean {
  if (element === null || element === document.body) return false;
  return getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement);
}
