// How every state of every component looks, in every theme, held against references that somebody has looked at.
import { commands, page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emulateAll } from '../browser/components/support.js';
import { everyState } from '../support/stories.js';
import { vanished } from './forced-colors.js';
import type { Part } from './pictures.js';
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-sc';
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
  isForced = false;
});

afterEach(async () => {
  await emulateAll({});
});

// Those that were driven through a whole run show the times that it took; the sheet of every model is a page of forms.
const states = everyState({ locale: 'en' }).filter(({ name }) => !/Driven|EveryModel/.test(name));
const pathOf = (name: string, look: string): string => `${name.replace(' · ', '/')}/${look}`;

test.each(states)('$name', async ({ name, load, show, play }) => {
  await load();
  const component = /\/(\w+)/.exec(name)![1]!;
  document.body.style.inlineSize = `${WIDTHS[component] ?? WINDOW.width}px`;
  await show();
  await play();
  await settled();
  const part = await seen();
  for (const each of LOOKS) {
    await dress(each);
    await commands.take(pathOf(name, each.look), part);
  }
  expect.soft(vanished()).toEqual([]);
  for (const each of LOOKS) {
    const path = pathOf(name, each.look);
    if (await commands.isRight(path)) continue;
    await dress(each);
    expect.soft(await commands.picture(path, part), each.look).toBeUndefined();
  }
});

let isForced = false;

async function dress({ look, theme, scheme }: (typeof LOOKS)[number]): Promise<void> {
  root.dataset['theme'] = theme;
  root.style.colorScheme = scheme;
  // It goes to the browser and back, which takes as long as to draw.
  if (isForced === (look === 'forced-colors')) return;
  isForced = !isForced;
  await emulateAll(isForced ? { ...still, 'forced-colors': 'active' } : still);
}

test('what the machine has installed is not in the pictures', async () => {
  document.body.innerHTML = '<main><span style="font-family: Of The Lock File">iiii</span><br><span style="font-family: Of The Lock File">mmmm</span></main>';
  const [narrow, wide] = [...document.querySelectorAll('span')].map((word) => word.getBoundingClientRect().width);
  expect(narrow, 'the width of a letter in scripts/fonts.conf’s own face').toBe(wide);
});

test('what vanishes in forced colours is found', async () => {
  document.body.innerHTML = `<main><button style="border: 0; appearance: none"></button>
    <div role="group"><button class="choice" aria-pressed="true">One</button><button class="choice" aria-pressed="false">Two</button></div></main>`;
  expect(vanished().map((found) => found.split(':')[0])).toEqual(['no edge', 'chosen, and looks like the others']);
});

test('no reference is left of a state that is gone, and of each it is known which picture is right', async () => {
  const references = Object.keys(import.meta.glob('./references/**/*.png')).map((path) => path.replace('./references/', '').replace('.png', ''));
  const expected = states.flatMap(({ name }) => LOOKS.map(({ look }) => pathOf(name, look)));
  expect(references.filter((reference) => !expected.includes(reference))).toEqual([]);
  // Each without one is decoded and compared in every run.
  const remembered = (await commands.readFile('test/looks/references/seen.txt')).split('\n').map((line) => line.split(': ')[0]!);
  expect(expected.filter((name) => !remembered.includes(name)), 'not in seen.txt: npm run looks').toEqual([]);
});

/** Parts that the library has asked for and that are not there yet. */
let awaited = 0;
globalThis.askedFor = (part) => {
  awaited++;
  const over = () => void awaited--;
  part.then(over, over);
  return part;
};

/** Waits until all is there, decoded, and nothing has changed for two frames: lists put in what is seen once they are measured. */
async function settled(): Promise<void> {
  const changes = new MutationObserver(() => undefined);
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  await vi.waitUntil(
    async () => {
      changes.takeRecords();
      const isWhole = awaited === 0;
      // One that is out of sight is not asked for, and would never come.
      await Promise.all([...document.images].filter(({ complete }) => complete).map((image) => image.decode().catch(() => undefined)));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return isWhole && awaited === 0 && isLoaded() && changes.takeRecords().length === 0;
    },
  );
  changes.disconnect();
}

/** Whether what scrolls an element shows it: a picture beyond that is not asked for, and never comes. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
    const box = around.getBoundingClientRect();
    if (bottom <= box.top || top >= box.bottom) return false;
  }
  return true;
}

/** Whether what was loaded is also shown: the components fade it in when they hear of it. */
function isLoaded(): boolean {
  const isShown = (element: Element): boolean => getComputedStyle(element).opacity === '1';
  const pictures = [...document.images].filter(isInSight).every((image) => image.complete && (image.naturalWidth === 0 || isShown(image)));
  const clips = [...document.querySelectorAll('video')].every((clip) => clip.error !== null || (clip.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && isShown(clip)));
  // A tile asks for its film once it was not scrolled past.
  const films = [...document.querySelectorAll('.bs-tile-film')].every((film) => film.querySelector('video') !== null);
  return pictures && clips && films && document.fonts.status === 'loaded';
}

/** The part of the page that the state is in. What lies over the page is seen with the window. */
async function seen(): Promise<Part> {
  const isCovered = [...document.querySelectorAll('[role=dialog], .bs-generate-dialog, .bs-mask-dialog, .bs-batch-dialog')].some((dialog) => dialog.checkVisibility());
  if (isCovered) {
    await page.viewport(WINDOW.width, WINDOW.height);
    return { x: 0, y: 0, ...WINDOW };
  }
  const { left, top, right, bottom } = document.querySelector('main')!.getBoundingClientRect();
  return { x: Math.floor(left), y: Math.floor(top), width: Math.ceil(right) - Math.floor(left), height: Math.ceil(bottom) - Math.floor(top) };
}
