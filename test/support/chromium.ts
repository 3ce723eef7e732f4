import { type Browser, chromium } from 'playwright';
import { inject } from 'vitest';
import { chromiumFlags, ownMachine } from '../../scripts/chromium.mjs';
import { PATIENCE_MS } from './patience.js';

/** A browser in which every page is waited for as long as tests wait; Playwright's own 30 s are too short for a busy machine. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = inject('chromium');
  const browser = await chromium.launch({ args: chromiumFlags, env: ownMachine(), ...(executablePath === '' ? {} : { executablePath }) });
  const newContext = browser.newContext.bind(browser);
  // `newPage` makes its context by this one as well.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  return browser;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the Chromium that this project is for; empty leaves the choice to playwright. */
    chromium: string;
  }
}
