// Beside the browser: takes a picture of a part of its page, and holds it against the reference while the page goes on.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import type { BrowserCommand } from 'vitest/node';
import { difference, type Pixels } from './difference.js';
import { openSeen } from './seen.js';

/** Of the page, in pixels. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

declare module 'vitest/internal/browser' {
  interface BrowserCommands {
    /** Takes a picture; `isRight` tells what came of it, and the page may go on meanwhile. */
    take(name: string, part: Part): Promise<void>;
    /** Whether the picture that was taken last under this name is its reference. */
    isRight(name: string): Promise<boolean>;
    /** Says how the page differs from the reference of this name, once nothing more is drawn; nothing when it does not. */
    picture(name: string, part: Part): Promise<string | undefined>;
  }
}

/** A rounded corner, drawn by another processor; a word or an icon is more. */
const FEW = 40;
/** What a picture was that is not as it should be; git leaves it out. */
const FAILED = '.vitest/looks';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

type Commands = {
  take: BrowserCommand<[name: string, part: Part]>;
  isRight: BrowserCommand<[name: string]>;
  picture: BrowserCommand<[name: string, part: Part]>;
};

/** @param references the folder that they are in */
export function pictures(references: string): Commands {
  /** How each picture that was taken differs from its reference. */
  const compared = new Map<string, Promise<string | undefined>>();
  const pathOf = (name: string) => join(references, `${name}.png`);
  let isUpdate = false;
  const seen = openSeen(references, () => isUpdate);

  async function differenceOf(name: string, picture: Buffer): Promise<string | undefined> {
    const path = pathOf(name);
    if (!existsSync(path)) return 'There is no reference of it.';
    const reference = await readFile(path);
    if (seen.has(name, reference, picture)) return undefined;
    const wrong = compare(await read(reference), await read(picture));
    if (wrong === undefined) seen.add(name, reference, picture);
    return wrong;
  }

  return {
    async take({ page, project }, name, part) {
      isUpdate = project.vitest.config.snapshotOptions.updateSnapshot === 'all';
      compared.set(name, differenceOf(name, await shoot(page, part)));
    },
    async isRight(_, name) {
      return compared.has(name) && (await compared.get(name)) === undefined;
    },
    async picture({ page, project }, name, part) {
      const path = pathOf(name);
      const taken = await standing(() => shoot(page, part), async (picture) => (await differenceOf(name, picture)) === undefined);
      const wrong = await differenceOf(name, taken);
      if (wrong === undefined) return undefined;
      if (isUpdate) {
        await write(path, await small(taken));
        return differenceOf(name, taken);
      }
      const failed = join(project.vitest.config.root, FAILED, `${name}.png`);
      await write(failed, taken);
      return `${wrong} The reference is ${relative('', path)}, what was seen ${relative('', failed)}. If it is meant, take the references anew: npm run looks`;
    },
  };
}

/** One that is right is so at once. Any other may be of something that was still being drawn: it stands when the next is the same. */
async function standing(take: () => Promise<Buffer>, isRight: (picture: Buffer) => Promise<boolean>): Promise<Buffer> {
  let before = await take();
  while (!(await isRight(before))) {
    const after = await take();
    if (after.equals(before)) break;
    before = after;
  }
  return before;
}

async function shoot(page: Page, clip: Part): Promise<Buffer> {
  const session = await sessionOf(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip: { ...clip, scale: 1 }, optimizeForSpeed: true });
  return Buffer.from(data, 'base64');
}

function compare(reference: Pixels, taken: Pixels): string | undefined {
  if (reference.width !== taken.width || reference.height !== taken.height) {
    return `It is ${taken.width}×${taken.height} pixels, not ${reference.width}×${reference.height}.`;
  }
  const count = difference(reference, taken);
  return count > FEW ? `${count} pixels are not as they should be.` : undefined;
}

async function read(picture: Buffer): Promise<Pixels> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** 256 colours: a third of the bytes, and no difference that the comparison or an eye would find. */
async function small(picture: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(picture).png({ palette: true, dither: 0, effort: 10 }).toBuffer();
}

async function write(path: string, picture: Buffer): Promise<undefined> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}
