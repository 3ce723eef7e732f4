// How every state of every component looks, in every theme, held against references that somebody has looked at.
import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emulateAll } from '../browser/components/support.js';
import { everyState } from '../support/stories.js';
import '@fontsource-variable/inter';
import { vanished } from './forced-colors.js';
import './looks.css';

const LOOKS = [
  { look: 'light', theme: 'light', scheme: 'light' },
  { look: 'dark', theme: 'dark', scheme: 'dark' },
  { look: 'high-contrast', theme: 'high-contrast', scheme: 'light' },
  { look: 'high-contrast-dark', theme: 'high-contrast', scheme: 'dark' },
  { look: 'forced-colors', theme: 'light', scheme: 'light' },
] as const;

/** A card in a column, or a page: what a component is mostly given. */
const WIDTHS: Record<string, number> = { TaskProgress: 400, TaskProgressImage: 400, CostPreview: 400, BalanceMeter: 400, ModelPicker: 400 };
const WINDOW = { width: 880, height: 720 };
/** As high as the highest: what is not in the window would not be in the picture. */
const WHOLE = 2400;

const root = document.documentElement;
const still = { 'prefers-reduced-motion': 'reduce' };

beforeEach(async () => {
  await page.viewport(WINDOW.width, WHOLE);
  await emulateAll(still);
});

afterEach(async () => {
  vi.useRealTimers();
  await emulateAll({});
});

// Those that were driven through a whole run show the times that it took; the sheet of every model is a page of forms.
const states = everyState({ locale: 'en' }).filter(({ name }) => !/Driven|EveryModel/.test(name));
const pathOf = (name: string, look: string): string => `${name.replace(' · ', '/')}/${look}`;

test.each(states)('$name', async ({ name, load, show, play }) => {
  await load();
  vi.setSystemTime(new Date(2026, 10, 21, 14, 0));
  const component = /\/(\w+)/.exec(name)![1]!;
  document.body.style.inlineSize = `${WIDTHS[component] ?? WINDOW.width}px`;
  await show();
  await play();
  await vi.waitUntil(isLoaded, { timeout: 10_000 });
  const subject = await subjectOf();
  const mask = [...document.querySelectorAll('kbd, textarea, .bs-tile-prompt')].filter(isOfTheMachine).map((element) => page.elementLocator(element));
  for (const { look, theme, scheme } of LOOKS) {
    root.dataset['theme'] = theme;
    root.style.colorScheme = scheme;
    await emulateAll({ ...still, 'forced-colors': look === 'forced-colors' ? 'active' : 'none' });
    await expect.soft(subject).toMatchScreenshot(pathOf(name, look), { screenshotOptions: { mask } });
  }
  expect(vanished()).toEqual([]);
});

test('no reference is left of a state that is gone', () => {
  const references = Object.keys(import.meta.glob('./references/**/*.png')).map((path) => path.replace('./references/', '').replace('.png', ''));
  const expected = states.flatMap(({ name }) => LOOKS.map(({ look }) => pathOf(name, look)));
  expect(references.filter((reference) => !expected.includes(reference))).toEqual([]);
});

/** Whether it is drawn in fonts that a machine has or has not. */
function isOfTheMachine(element: Element): boolean {
  return element.tagName === 'KBD' || /\p{Script=Han}/u.test(element.textContent);
}

/** Whether what was loaded is also shown: the components fade it in when they hear of it. */
function isLoaded(): boolean {
  const isShown = (element: Element): boolean => getComputedStyle(element).opacity === '1';
  const pictures = [...document.images].every((image) => image.complete && (image.naturalWidth === 0 || isShown(image)));
  const clips = [...document.querySelectorAll('video')].every((clip) => clip.error !== null || (clip.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && isShown(clip)));
  return pictures && clips && document.fonts.status === 'loaded';
}

/** What lies over the page is seen with the window. */
async function subjectOf() {
  const isCovered = [...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.checkVisibility());
  if (!isCovered) return page.elementLocator(document.querySelector('main')!);
  await page.viewport(WINDOW.width, WINDOW.height);
  return page;
}
