// Another day for a process and all that it starts, Chromium included.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage, which } from '../system.mjs';

const SOURCE = fileURLToPath(new URL('./clock.c', import.meta.url));

let library;

/**
 * The environment in which the wall clock is `seconds` ahead.
 * @throws Error where a library cannot be preloaded, or nothing compiles it
 */
export function aheadBy(seconds) {
  library ??= compiled();
  return { LD_PRELOAD: [library, process.env.LD_PRELOAD].filter(Boolean).join(':'), CLOCK_AHEAD: String(Math.round(seconds)) };
}

/** Seconds until noon (UTC) of the next day that has this month and date. */
export function until({ month, date }) {
  const now = new Date();
  for (let year = now.getUTCFullYear(); ; year += 1) {
    const moment = new Date(Date.UTC(year, month - 1, date, 12));
    if (moment.getUTCDate() === date && moment > now) return (moment - now) / 1000;
  }
}

function compiled() {
  if (process.platform !== 'linux') throw new Error(`The clock is moved by a preloaded library, which this script knows how to do on Linux alone, not on ${process.platform}.`);
  if (!which('cc')) for (const name of ['libc6-dev', 'gcc']) installPackage(name, { dnf: name === 'gcc' ? ['gcc'] : ['glibc-devel'], apk: name === 'gcc' ? ['gcc'] : ['musl-dev'] });
  if (!which('cc')) throw new Error('The clock is moved by a small library in C, and there is no compiler. Debian: apt-get install gcc libc6-dev.');
  const path = join(mkdtempSync(join(tmpdir(), 'bytespike-clock-')), 'clock.so');
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', path, SOURCE], { stdio: 'inherit' });
  return path;
}
