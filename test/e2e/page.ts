import { type Browser, chromium, type Page } from 'playwright';
import { expect, test as base } from 'vitest';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { startStudio, type Studio } from './studio.js';

interface Fixtures {
  browser: Browser;
  /** A studio of this test's own: its ledger holds nothing else. */
  studio: Studio;
  /** On the studio. The test fails when its console speaks or one of its requests does not get through. */
  page: Page;
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({ task: _ }, provide) => {
      const executablePath = findChromium();
      const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
      await provide(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  studio: async ({ task: _ }, provide) => {
    const studio = await startStudio();
    await provide(studio);
    expect(await studio.stop()).toBe(0);
  },
  page: async ({ browser, studio }, provide) => {
    const page = await browser.newPage();
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

export async function generate(page: Page, kind: 'Image' | 'Video', prompt: string): Promise<void> {
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
  await page.getByRole('button', { name: 'Generate' }).click();
}

/** Chooses from the list of models, by the name that people see. */
export async function chooseModel(page: Page, name: string): Promise<void> {
  await page.getByRole('form', { name: 'Generate' }).getByRole('button', { name: /^Model/ }).click();
  await page.getByRole('combobox', { name: 'Search models' }).fill(name);
  await page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) }).click();
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
