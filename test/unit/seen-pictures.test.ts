import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSeen } from '../looks/seen.js';

const [reference, picture, other] = ['reference', 'picture', 'other'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

test('a picture that was right stays so when others are taken anew, and no longer when it, its reference or its name is another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['one', 'two', 'gone']) writeFileSync(join(folder, `${name}.png`), '');
  const open = (isUpdate: boolean) => openSeen(folder, () => isUpdate);
  open(true).add('one', reference, picture);
  open(true).add('gone', reference, picture);
  rmSync(join(folder, 'gone.png'));
  open(true).add('two', reference, other);
  open(false).add('two', reference, picture);
  const seen = open(false);
  expect(seen.has('one', reference, picture)).toBe(true);
  expect(seen.has('two', reference, other)).toBe(true);
  expect([seen.has('gone', reference, picture), seen.has('one', reference, other), seen.has('one', other, picture), seen.has('two', reference, picture), open(true).has('one', reference, picture)]).toEqual([false, false, false, false, false]);
});
