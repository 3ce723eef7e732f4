// A machine with one face for all text, as a system has that nobody installed fonts on.
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../install.mjs';

const FACE = join(root, 'node_modules', 'dejavu-fonts-ttf', 'ttf', 'DejaVuSans.ttf');

/** The environment in which fontconfig, and so Chromium on Linux, knows one face. With none at all it would not start. */
export function oneFont() {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-fonts-'));
  copyFileSync(FACE, join(folder, 'face.ttf'));
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`);
  return { FONTCONFIG_FILE: config };
}
