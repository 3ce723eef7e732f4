// Finds a Chromium that is already here: CHROMIUM_PATH, one on PATH, playwright's own, the npm package's.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Flags under which a headless Chromium makes no request of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which does not exist. Unset it or point it at a Chromium binary.`);
  }
  for (const name of NAMES) {
    const path = which(name);
    if (path) return path;
  }
  return undefined;
}

function which(name) {
  try {
    return execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split('\n')[0]
      .trim();
  } catch {
    return undefined;
  }
}
