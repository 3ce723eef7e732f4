import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createRandom, fc, SEED } from '../support/chance.js';
import { FIXED_SEED, seedOf } from '../support/seed.js';

// `npm test` draws the same cases every time. Chance comes from test/support/chance.ts alone.

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The last watches who draws, and draws nothing. */
const OWNERS = ['test/support/chance.ts', 'test/support/seed.ts', 'test/setup/chance.ts', 'test/unit/fixtures.test.ts'];
/** Chance that no seed has a say in, or a seed that is another one each time. What a test spies on is not drawn from. */
const CHANCE = /from 'fast-check'|import\('fast-check'\)|\bMath\.random\b|(?<!')\b(randomUUID|randomBytes|randomInt|getRandomValues)\b|\b(createRandom\(|seed: )[^,)}]*\b(Date|performance|process)\b/;

const isChance = (line: string) => CHANCE.test(line.replace(/\/\/.*|^\s*\*.*/, ''));
const files = readdirSync(`${root}/test`, { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('/node_modules/') && !OWNERS.includes(name) && name !== 'test/unit/chance.test.ts');

it('no test draws from chance but through the one seed', () => {
  expect(files.length).toBeGreaterThan(100);
  const drawing = files.flatMap((file) => readFileSync(`${root}/${file}`, 'utf8').split('\n').filter(isChance).map((line) => `${file}: ${line.trim()}`));
  expect(drawing).toEqual([]);
});

it.each(["import fc from 'fast-check';", 'const word = Math.random();', 'crypto.randomUUID()', 'crypto.getRandomValues(bytes)', 'createRandom(Date.now())', 'fc.assert(property, { seed: performance.now() })'])('sees the chance in %s', (line) => {
  expect(isChance(line)).toBe(true);
});

describe('the seed', () => {
  const next = createRandom(FIXED_SEED);
  const first = [next(), next()];

  it('is the same for each property, and for what is made without a random of its own', () => {
    expect(SEED).toBe(FIXED_SEED);
    expect(fc.readConfigureGlobal().seed).toBe(FIXED_SEED);
    expect([Math.random(), Math.random()]).toEqual(first);
  });

  it('begins anew with each test', () => {
    expect([Math.random(), Math.random()]).toEqual(first);
  });

  it('is told where a property fails, so that the failure can be had again', () => {
    expect(() => fc.assert(fc.property(fc.integer(), () => false))).toThrow(`seed: ${FIXED_SEED}`);
  });

  it.each([
    [undefined, FIXED_SEED],
    ['-7', -7],
  ])('of SEED=%s is %d', (text, seed) => {
    expect(seedOf(text)).toBe(seed);
  });

  it('is a whole number when it is drawn', () => {
    expect(Number.isInteger(seedOf('random'))).toBe(true);
  });

  it.each(['x', '1.5', '99999999999'])('is refused when SEED=%s', (text) => {
    expect(() => seedOf(text)).toThrow('whole number of 32 bits');
  });
});
