// npm run picture: the pictures at the top of the README, of the demo as `npm start` serves it, with something in it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withProject } from './install.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const PORT = 4197;
const SIZE = { width: 1440, height: 1120 };
/** A page of text should not wait for its picture. */
const MOST_BYTES = 150_000;

/** Made one after the other, so the last one is what the panel shows. */
const WISHES = [
  { kind: 'Image', prompt: 'City skyline at dusk, lights coming on' },
  { kind: 'Image', prompt: 'A fox in the snow' },
  { kind: 'Image', prompt: 'Three lemons and a blue cup on marble' },
  { kind: 'Video', prompt: 'A sailing boat at sunset, pan left' },
  { kind: 'Image', prompt: 'A neon sign that says "OPEN LATE" over a wet street at night' },
  { kind: 'Image', prompt: 'A red kettle on a wooden table at dawn, steam rising', shape: '3:2' },
];

await withProject(import.meta.url, async () => {
  const { chromium } = await import('playwright');
  const { default: sharp } = await import('sharp');
  const { chromiumFlags, findChromium, ownMachine } = await import('./chromium.mjs');
  const server = spawn(process.execPath, [here('start.mjs')], { env: { ...process.env, BYTESPIKE_API_KEY: '', PORT: String(PORT), SPEED: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({ args: chromiumFlags, env: ownMachine(), executablePath: findChromium() });
  try {
    await served(server.stdout);
    const page = await browser.newPage({ viewport: SIZE, locale: 'en-US', reducedMotion: 'reduce' });
    await page.goto(`http://localhost:${PORT}/`);
    for (const wish of WISHES) await make(page, wish);
    await page.evaluate(() => (document.activeElement instanceof HTMLElement && document.activeElement.blur(), scrollTo(0, 0)));
    mkdirSync(here('../docs/pictures'), { recursive: true });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours go over into one another.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      const file = here(`../docs/pictures/studio-${colorScheme}.webp`);
      await sharp(await page.screenshot()).webp({ quality: 84, effort: 6 }).toFile(file);
      const { size } = statSync(file);
      console.log(`${file}: ${size} bytes`);
      if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes and may have ${MOST_BYTES}.`);
    }
    return 0;
  } finally {
    await browser.close();
    server.kill();
    await once(server, 'exit');
  }
});

/** Until the demo says where it is. */
async function served(output) {
  for await (const text of output) if (String(text).includes(`:${PORT}`)) return;
  throw new Error('The demo ended before it was served.');
}

async function make(page, { kind, prompt, shape = '1:1' }) {
  await page.getByRole('radio', { name: kind, exact: true }).check({ force: true });
  await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
  await page.getByRole('radio', { name: shape }).check({ force: true });
  await page.getByRole('button', { name: /^Generate/ }).click();
  await page.locator('.bs-generation-stage .bs-figure[data-state="shown"]').waitFor({ timeout: 300_000 });
  await page.getByRole('gridcell', { name: new RegExp(prompt.slice(0, 12)) }).first().waitFor({ timeout: 300_000 });
}
