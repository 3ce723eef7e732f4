// Finds a Chromium: CHROMIUM_PATH, one that is installed, playwright's own; then gets one, from whoever has it.
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { attempt, installPackage, which } from './system.mjs';

const CACHE = fileURLToPath(new URL('../node_modules/.cache/bytespike-react', import.meta.url));

/** Whether the Chromium of the lock file is for this machine. */
const hasPinned = process.platform === 'linux' && process.arch === 'x64';

/** What Playwright switches off. Of two such flags Chromium hears the last, so that ours has to say it again; a test holds the two together. */
const OFF_FOR_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Pages of an address bar that nobody sees. Loaded for each window, they take the processor for a second, more than many a test. */
const ADDRESS_BAR = ['WebUIOmniboxAimPopup', 'WebUIOmniboxPopup'];

/** Flags under which a headless Chromium makes no request of its own, and draws nothing for nobody. */
export const chromiumFlags = [
  `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...ADDRESS_BAR].join()}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The environment of a Chromium that finds no fonts but those of the lock file, and speaks English: what a machine has
 * installed, and whose it is, changes no width, no picture and no price. Linux alone asks it.
 */
export const ownMachine = () => ({
  ...process.env,
  FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
  LANGUAGE: 'en',
  LC_ALL: 'en_US.UTF-8',
});

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium that is already here; `undefined` leaves the choice to playwright. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which does not exist. Unset it or point it at a Chromium binary.`);
  }
  return NAMES.map((name) => (name.startsWith('/') ? name : which(name))).find((path) => path && starts(path)) ?? process.env.CHROMIUM_FOUND;
}

/**
 * Path of a Chromium, installed when there is none.
 * @throws Error with what to do when none can be had
 */
export async function ensureChromium() {
  const here = findChromium() ?? (await playwrights());
  if (here) return here;
  console.log('No Chromium here. Trying playwright, the package manager and npm in turn.');
  for (const attempt of [downloadPlaywrights, installFromSystem, fromNpm]) {
    const path = await attempt();
    if (path) return path;
  }
  throw new Error(
    'The tests need a Chromium and none could be had: none on PATH, and neither playwright, the package manager nor npm brought one that starts. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to its binary.',
  );
}

async function playwrights() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && starts(path) ? path : undefined;
}

function downloadPlaywrights() {
  return attempt('playwright', ['install', 'chromium'], 120_000) ? playwrights() : undefined;
}

function installFromSystem() {
  installPackage('chromium', { brew: ['--cask', 'chromium'] });
  return findChromium();
}

/**
 * Path of the Chromium that the lock file names: the same wherever it runs, which is Linux on x64 alone. A build made for
 * serverless machines: it has no window, no H.264, and needs some libraries of the system's. It is unpacked here, by its
 * version: its own loader takes whatever another project left in the folder for temporary files, of another version or half
 * written too.
 */
export async function pinnedChromium() {
  const bin = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  const { version } = JSON.parse(readFileSync(join(bin, '../package.json'), 'utf8'));
  const path = join(CACHE, `chromium-${version}`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  // Another process may be at it as well: who is the last to finish puts the same in its place.
  const unfinished = `${path}.${process.pid}`;
  await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o755 }));
  renameSync(unfinished, path);
  return path;
}

/**
 * Path of the Chromium that most tests run in; `undefined` leaves the choice to playwright. One without a window takes three
 * fifths of the processor that one takes which has a window and shows it to nobody.
 */
export async function quickChromium() {
  return (process.env.CHROMIUM_PATH ? undefined : await fromNpm()) ?? findChromium();
}

/** A disk may be full, or not to be written to. */
async function fromNpm() {
  const path = hasPinned ? await pinnedChromium().catch(() => undefined) : undefined;
  return path && starts(path) ? path : undefined;
}

/** A launcher may be on PATH with no browser behind it, and a browser may lack its libraries. */
function starts(path) {
  return existsSync(path) && attempt(path, ['--version'], 20_000);
}
