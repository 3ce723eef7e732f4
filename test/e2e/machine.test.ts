import { afterEach, expect, test, vi } from 'vitest';
import { launchChromium } from '../support/chromium.js';

afterEach(() => vi.unstubAllEnvs());

// Else a price is "0,21 $", and every test that reads one fails on the machine of whoever speaks another language.
test('a browser of tests speaks English on a machine that does not', async () => {
  for (const name of ['LANG', 'LC_ALL', 'LANGUAGE']) vi.stubEnv(name, 'de_DE.UTF-8');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    expect(await page.evaluate(() => [navigator.language, new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' }).format(0.21)])).toEqual(['en-US', '$0.21']);
  } finally {
    await browser.close();
  }
});
