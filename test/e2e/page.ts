import type { Browser, BrowserContext, Page } from 'playwright';
import { expect, test as base } from 'vitest';
import { calmed } from '../support/calmed.js';
import { launchChromium } from '../support/chromium.js';
import { PATIENCE_MS } from '../support/patience.js';
import { fromNowOn, openStudio, type Studio } from './studio.js';
import { witness } from './witness.js';

interface Fixtures {
  browser: Browser;
  /** The process of all tests of a file, which take turns. */
  server: Studio;
  /** The server with a ledger of this test's own: it holds nothing else. */
  studio: Studio;
  /** A visitor who was never here: cookies and storage are their own. */
  visitor: BrowserContext;
  /** On the studio. The test fails when its console speaks or one of its requests does not get through. */
  page: Page;
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({ task: _ }, provide) => {
      const browser = await launchChromium();
      await provide(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  server: [
    async ({ task: _ }, provide) => {
      const server = await openStudio();
      await provide(server);
      expect(await server.stop()).toBe(0);
    },
    { scope: 'file' },
  ],
  studio: async ({ server }, provide) => provide(await fromNowOn(server)),
  visitor: async ({ browser, task }, provide) => {
    const visitor = await calmed(await browser.newContext());
    const tell = witness(visitor);
    await provide(visitor);
    const said = task.result?.state === 'fail' ? await tell() : '';
    await visitor.close();
    if (said !== '') throw new Error(said);
  },
  page: async ({ visitor, studio }, provide) => {
    const page = await visitor.newPage();
    const problems = watch(page);
    await page.goto(studio.url);
    await provide(page);
    await page.close();
    expect(problems).toEqual([]);
  },
});

/** What a person with the developer tools open would see. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => problems.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}

/** Turns the form to what is to be made. */
export async function turnTo(page: Page, kind: 'Image' | 'Video'): Promise<void> {
  await page.getByRole('radio', { name: kind, exact: true }).check();
}

/** Fills the form in and presses its button. */
export async function generate(page: Page, kind: 'Image' | 'Video', prompt: string): Promise<void> {
  await turnTo(page, kind);
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt);
  await press(page);
}

/** Presses the button of the form, which names the price. */
export async function press(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Generate · / }).click();
}

/** Lets gateway time pass, a little at a time, until something holds. */
export async function passUntil(studio: Studio, what: string, holds: () => Promise<boolean>): Promise<void> {
  const givenUp = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > givenUp) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}.`);
    await studio.pass(30);
  }
}

/** Lets time pass until what was begun is billed, and the page has heard of it. */
export async function complete(page: Page, studio: Studio): Promise<void> {
  const { charges } = await studio.ledger();
  await passUntil(studio, 'a charge', async () => (await studio.ledger()).charges.length > charges.length);
  await progress(page, 'completed').waitFor();
}

/** Chooses from the list of models, by the name that people see. */
export async function chooseModel(page: Page, name: string): Promise<void> {
  await page.locator('.bs-prompt-form').getByRole('button', { name: /^Model/ }).click();
  await page.getByRole('combobox', { name: 'Search models' }).fill(name);
  await page.waitForFunction((words) => {
    const rows = [...document.querySelectorAll('.bs-picker-list [role="option"]')].map((row) => row.textContent.toLowerCase());
    return rows.length > 0 && rows.every((row) => words.every((word) => row.includes(word)));
  }, name.toLowerCase().split(' '));
  const list = page.getByRole('listbox', { name: 'Models' });
  await list.getByRole('option').filter({ has: page.getByText(name, { exact: true }) }).click();
  await list.waitFor({ state: 'detached' });
}

/** The part of the page that tells how the generation is going, once it is there. */
export function progress(page: Page, status: string) {
  return page.locator(`.bs-task-progress[data-status="${status}"]`);
}

/** Builds of Chromium without H.264 play the WebM that this word asks for. */
export async function playable(page: Page, prompt: string): Promise<string> {
  const playsMp4 = await page.evaluate(() => document.createElement('video').canPlayType('video/mp4; codecs="avc1.4d401f"') !== '');
  return playsMp4 ? prompt : `${prompt} [webm]`;
}
