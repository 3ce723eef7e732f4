import { describe, expect, it } from 'vitest';
import { nearest, NEAREST } from '../../../src/core/search/nearest.js';
import { segmented } from '../../../src/core/search/segmented.js';
import { describedOf, shortened } from '../../../src/core/search/texts.js';
import { cosine, placed, quantised } from '../../../src/core/search/vector.js';
import { folded, hasAll, wordsOf } from '../../../src/core/search/words.js';
import { scoresIn, vectorsIn } from '../../../src/core/wire/meaning.js';
import { createRandom, SEED } from '../../support/chance.js';
import { createManualClock } from '../../support/manual-clock.js';
import { clipsOf } from '../../support/search-rig.js';

const DIMENSIONS = 1024;
const draw = createRandom(SEED);
const vector = () => Float32Array.from({ length: DIMENSIONS }, () => draw() - 0.5);
const lengthOf = (values: ArrayLike<number>) => Math.hypot(...Array.prototype.slice.call(values));
const exact = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0) / lengthOf(a) / lengthOf(b);

describe('where a text lies, as it is kept', () => {
  it('is a byte for each number, and as near to others as before', () => {
    for (let round = 0; round < 50; round++) {
      const one = vector();
      const other = one.map((value) => value + (draw() - 0.5) * round * 0.1);
      const [a, b] = [placed(quantised(one)), placed(quantised(other))];
      expect(a.values.byteLength).toBe(DIMENSIONS);
      expect(cosine(a, b)).toBeCloseTo(exact(one, other), 2);
    }
  });

  it('of 2,000 is some 2 MB', () => {
    expect(2000 * quantised(vector()).byteLength).toBeLessThan(2.1e6);
  });

  it('says nothing of a vector of another length', () => {
    expect(cosine(placed(quantised(vector())), placed(quantised(vector().slice(0, 512))))).toBe(-1);
  });
});

describe('the nearest of many', () => {
  it('are found in turns that leave room for others, and are stopped in between', async () => {
    const clock = createManualClock();
    const entries = describedOf(clipsOf([...Array(10_000).keys()].map((number) => `Shot ${number}`)));
    const query = placed(quantised(vector()));
    const near = placed(quantised(vector().map((value, at) => value + query.values[at]! / 50)));
    const far = placed(quantised(vector()));
    const wanted = new Set([7, 4444, 9999].map((at) => entries[at]!.texts[0]!.name));
    let looked = 0;
    const placeOf = (name: string) => (looked++, wanted.has(name) ? near : far);
    const found = nearest(entries, query, placeOf, clock, new AbortController().signal);
    expect(looked).toBe(1000);
    await clock.advance(0);
    const best = await found;
    expect([best.length, looked]).toEqual([NEAREST, 10_000]);
    expect(best.slice(0, 3)).toEqual([entries[7], entries[4444], entries[9999]]);
    const stop = new AbortController();
    looked = 0;
    const stopped = nearest(entries, query, placeOf, clock, stop.signal);
    stop.abort();
    await stopped;
    expect(looked).toBe(1000);
  });
});

describe('texts', () => {
  it('are in one line, and cut where they are longer than counts, between letters', () => {
    expect(shortened('  a \n kettle\t')).toBe('a kettle');
    for (const letter of ['a', 'é', '壶', '🫖', '"', '\\', '\u0001', '\ud800']) {
      const cut = shortened(letter.repeat(3000));
      const bytes = new TextEncoder().encode(JSON.stringify(cut)).length - 2;
      expect(bytes).toBeLessThanOrEqual(1200);
      expect(bytes).toBeGreaterThan(1190);
      expect(cut).toBe(letter.repeat(cut.length / letter.length));
    }
  });

  it('have names of their own, the same text the same', () => {
    const entries = describedOf(clipsOf([...Array(5000).keys()].map((number) => `Shot ${number % 4000}`)));
    expect(new Set(entries.map(({ texts }) => texts[0]!.name)).size).toBe(4000);
  });

  it('that say nothing are none', () => {
    const [clip] = clipsOf(['A kettle']);
    expect(describedOf([{ ...clip!, request: { ...clip!.request, prompt: ' ' } }])).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['Ein grüner KESSEL', 'kessel grun', true],
    ['Ａ ｋｅｔｔｌｅ', 'kettle', true],
    ['一个蓝色的水壶', '水壶蓝色', true],
    ['夜の街', '街夜', true],
    ['A kettle', 'kettle lamp', false],
    ['A kettle', '   ', true],
  ])('%s has "%s": %s', (text, search, expected) => {
    expect(hasAll(folded(text), wordsOf(search).flatMap(segmented))).toBe(expected);
  });
});

describe('the answers that are read', () => {
  it('are vectors in the order of their texts, all of one length', () => {
    const entry = (index: number, ...embedding: unknown[]) => ({ index, embedding });
    expect(vectorsIn({ data: [entry(1, 2, 0), entry(0, 1, 0)] }, 2)?.map(([first]) => first)).toEqual([1, 2]);
    expect(vectorsIn({ data: [{ embedding: [1] }, { embedding: [2] }] }, 2)?.map(([first]) => first)).toEqual([1, 2]);
    for (const data of [[entry(0, 1)], [entry(0, 1), entry(1, 1, 2)], [entry(0, 1), entry(1, 'x')], [entry(0, 1), entry(1, 0)], [entry(0, 1), entry(0, 1)], null, 'a']) expect(vectorsIn({ data }, 2)).toBeUndefined();
  });

  it('are scores in the order of their texts, whatever they are called', () => {
    const results = [{ index: 1, relevance_score: 0.9 }, { index: 0, relevance_score: -3 }];
    expect(scoresIn({ results }, 2)).toEqual([-3, 0.9]);
    expect(scoresIn({ data: [{ index: 0, score: 1 }] }, 1)).toEqual([1]);
    for (const wrong of [results.slice(1), [{ index: 0 }, { index: 1 }], [{ index: 0, score: '1' }, { index: 1, score: 2 }], undefined]) expect(scoresIn({ results: wrong }, 2)).toBeUndefined();
  });
});
