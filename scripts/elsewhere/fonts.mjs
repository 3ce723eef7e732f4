// A machine with one face for all text, as a system has that nobody installed fonts on.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { installPackage, which } from '../system.mjs';

/**
 * The environment in which fontconfig, and so Chromium on Linux, knows one face.
 * @throws Error where there is no fontconfig, or no font at all
 */
export function oneFont() {
  if (!which('fc-match')) installPackage('fontconfig');
  if (!which('fc-match')) throw new Error('Which fonts there are is asked of fontconfig, and it is not here. Debian: apt-get install fontconfig.');
  const face = execFileSync('fc-match', ['--format=%{file}', 'sans-serif'], { encoding: 'utf8' });
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-fonts-'));
  copyFileSync(face, join(folder, basename(face)));
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`);
  return { FONTCONFIG_FILE: config };
}
