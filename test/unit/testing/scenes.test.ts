import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { compose, planOf } from '../../../src/testing/media/picture.js';
import type { SceneName } from '../../../src/testing/media/scenes/plan.js';
import { COLOR_WORDS, SCENE_WORDS, THING_WORDS } from '../../../src/testing/media/scenes/words.js';
import { toSvg } from '../../../src/testing/media/svg.js';
import { THINGS, type ThingName } from '../../../src/testing/media/things/things.js';
import { anyLetter, fc } from '../../support/chance.js';

const order = (prompt: string, fields: object = {}) => ({ prompt, key: '1', width: 1024, height: 1024, ...fields });
const shown = (prompt: string) => planOf(order(prompt)).subjects;
const names = (prompt: string) => shown(prompt).map(({ thing }) => thing);
const one = (prompt: string, thing: ThingName) => shown(prompt).find((subject) => subject.thing === thing)!;

describe('a prompt leads to', () => {
  it.each<[string, SceneName, readonly ThingName[]]>([
    ['A kettle on the left and a mug on the right', 'table', ['kettle', 'mug']],
    ['Perfume bottle, crystal and brushed steel', 'table', ['perfume']],
    ['Slow zoom into a bowl of ramen, steam rising, window light from the left', 'table', ['ramen']],
    ['A stoneware ramen bowl on a linen cloth', 'table', ['ramen']],
    ['国潮风格的月饼礼盒包装插画', 'table', ['giftBox']],
    ['Portrait of a woman, hands folded', 'portrait', []],
    ['A neon sign that says "OPEN LATE"', 'street', ['neon']],
    ['A street at night', 'street', []],
    ['A fox in a forest', 'forest', ['fox']],
    ['A lighthouse in fog, seen from the water', 'sea', ['lighthouse']],
    ['Paper boat at dawn', 'sea', ['paperBoat']],
    ['Skyline of a city', 'skyline', []],
    ['A cat on an armchair', 'interior', ['cat', 'chair']],
    ['A cat under a tree', 'meadow', ['cat', 'tree']],
    ['A flower in a vase between two pears', 'table', ['flower', 'vase', 'pear', 'pear']],
    ['Two people under an umbrella', 'street', ['person', 'person', 'umbrella']],
    ['Koi fish', 'underwater', ['fish']],
    ['A rocket', 'space', ['rocket']],
    ['Map of an old town', 'map', []],
    ['Make it so', 'abstract', []],
    ['A red kettle on oak', 'table', ['kettle']],
    ['A kettle on dark oak, morning light', 'table', ['kettle']],
    ['A mug on an oak table', 'table', ['mug']],
    ['A cup on a pine board', 'table', ['cup']],
    ['A bowl carved from oak', 'table', ['bowl']],
    ['A bird on an oak', 'meadow', ['bird', 'tree']],
    ['A cat on oak trees', 'meadow', ['cat', 'tree', 'tree']],
    ['An oak', 'meadow', ['tree']],
    ['A kettle, no mug', 'table', ['kettle']],
    ['Three cups', 'table', ['cup', 'cup', 'cup']],
    ['Sneakers', 'table', ['shoe', 'shoe']],
    ['The red mug and the blue mug', 'table', ['mug', 'mug']],
    ['A mug. The mug is full.', 'table', ['mug']],
    ['三个杯子', 'table', ['cup', 'cup', 'cup']],
  ])('"%s": %s with %j', (prompt, scene, things) => {
    expect([planOf(order(prompt)).scene, names(prompt)]).toEqual([scene, things]);
  });

  const firstWord = (words: string) => words.split('|')[0]!.replace(/\([^)]*\)\??/g, '').replace(/.\?/g, '').trim();

  /** Words that are no pattern, each with its thing. */
  const plain = Object.entries(THING_WORDS).flatMap(([thing, [words]]) => words.split(/\|(?![^(]*\))/).filter((word) => /^[\p{L} -]+$/u.test(word)).map((word) => [word, thing] as const));

  test('each thing, by each of its words, in each language', () => {
    const found = new Set(plain.map(([, thing]) => thing));
    expect(Object.keys(THINGS).filter((thing) => !found.has(thing))).toEqual([]);
    const astray = plain.filter(([word, thing]) => !names(word > '\u2e80' ? `街，${word}` : `In a street, a ${word}`).includes(thing as ThingName));
    expect(astray).toEqual([]);
  });

  it.each(SCENE_WORDS.map(([scene, words]) => [scene, firstWord(words)]))('the scene %s by "%s"', (scene, word) => {
    expect(planOf(order(`The ${word}`)).scene).toBe(scene);
  });
});

describe('a thing', () => {
  test('is where it is asked to be', () => {
    const both = 'A kettle on the right and a mug on the left';
    expect(one(both, 'mug').x).toBeLessThan(0.4);
    expect(one(both, 'kettle').x).toBeGreaterThan(0.6);
    expect(one('On the left a kettle, on the right a mug', 'kettle').x).toBeLessThan(one('On the left a kettle, on the right a mug', 'mug').x);
    expect(one('A lemon in the middle, a cup', 'lemon').x).toBe(0.5);
    expect(one('A kettle left of a mug', 'kettle').x).toBeLessThan(one('A kettle left of a mug', 'mug').x);
    expect(one('A kettle behind a mug', 'kettle').y).toBeLessThan(one('A kettle behind a mug', 'mug').y);
    expect(one('A kettle in front of a mug', 'kettle').y).toBeGreaterThan(one('A kettle in front of a mug', 'mug').y);
    expect(one('A lamp above a book', 'lamp')).toMatchObject({ isShelved: true });
    expect(one('A lamp above a book', 'lamp').y).toBeLessThan(-0.1);
    expect(one('A lamp below a book', 'book').y).toBeLessThan(-0.1);
    const [left, vase, right] = [...shown('A vase between two pears')].sort((a, b) => a.x - b.x).map(({ thing }) => thing);
    expect([left, vase, right]).toEqual(['pear', 'vase', 'pear']);
  });

  test('is in the picture, however many there are and whatever its shape', () => {
    for (const [width, height] of [[1024, 1024], [1536, 640], [640, 1536]] as const) {
      for (const prompt of ['Eight cups', 'A kettle, a mug, a vase, a lamp, two books and a cat', 'A lamp above a chair', 'A horse on a house', 'A cup right of a mug right of a bottle']) {
        for (const { x, y, thing, size } of planOf(order(prompt, { width, height })).subjects) {
          const unit = size / 100 / (width / Math.min(width, height));
          expect(x - (THINGS[thing].width / 2) * unit, prompt).toBeGreaterThanOrEqual(-0.005);
          expect(x + (THINGS[thing].width / 2) * unit, prompt).toBeLessThanOrEqual(1.005);
          expect(y - (THINGS[thing].height * size) / 100, prompt).toBeGreaterThan(-0.72);
        }
      }
    }
  });

  test('has the colour that is named with it, and the table its own', () => {
    const { subjects, ground } = planOf(order('A red kettle and a mug in blue on a green table'));
    expect([...subjects.map(({ color }) => color), ground]).toEqual([colorNamed('red'), colorNamed('blue'), colorNamed('green')]);
    expect(planOf(order('A kettle on a blue table')).subjects[0]?.color).toBeUndefined();
    // Of wood that nobody calls a table, too.
    const wood = planOf(order('A red kettle on oak'));
    expect([wood.subjects[0]?.color, wood.ground]).toEqual([colorNamed('red'), colorNamed('oak')]);
    expect(planOf(order('A kettle on white oak')).ground).toBe(colorNamed('white'));
    expect(planOf(order('A bird on an oak')).ground).toBeUndefined();
  });
});

function colorNamed(word: string): string {
  return COLOR_WORDS.find(([, words]) => words.split('|').includes(word))![0];
}

describe('lettering', () => {
  it.each(['"OPEN"', '“OPEN”', '„OPEN“', '«OPEN»', '»OPEN«', '「OPEN」', '『OPEN』', '‘OPEN’', "'OPEN'", 'OPEN'])('is drawn that stands between marks: A sign that says %s', (said) => {
    expect(compose(order(`A sign that says ${said}, don't blur it`)).shapes.filter(({ shape }) => shape === 'letters')).toMatchObject([{ text: 'OPEN' }]);
  });

  test('is on what the prompt names for it, else on a sign of its own', () => {
    expect(one('A mug that says “Hello”', 'mug').text).toBe('Hello');
    expect(shown('A kettle with the words 「你好」').find(({ text }) => text === '你好')).toMatchObject({ thing: 'sign' });
    expect(names('“Night” in a street at night')).toEqual(['neon']);
    expect(shown('A mug')[0]?.text).toBeUndefined();
  });

  test('is escaped, and without what no document can hold', () => {
    const svg = toSvg(compose(order('A sign that says “<b>&\u0000\ud800</b>”')));
    expect(svg).toContain('&lt;b&gt;&amp; &lt;/b&gt;');
    // oxlint-disable-next-line no-control-regex -- what no XML may hold is what is looked for
    expect(svg).not.toMatch(/[\u0000\ud800]/);
  });
});

describe('what is asked of a picture', () => {
  /** No number that is none, nothing that only JavaScript reads. */
  const expectDrawn = (prompt: string, fields: object = {}) => {
    const picture = compose(order(prompt, fields));
    const svg = toSvg(picture).replace(/<text.*?<\/text>/g, '');
    expect(/NaN|undefined|Infinity|\de-\d|(?:color|fill|stroke)="(?!#[0-9a-f]{6}"|url|none).*?"/.exec(svg)?.[0], prompt).toBeUndefined();
    expect(picture.shapes.length).toBeLessThan(700);
  };

  test('in stories and in the demo is drawn', () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const codes = ['stories', 'demo'].flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules')).map((name) => readFileSync(`${root}${folder}/${name}`, 'utf8')));
    const prompts = codes.flatMap((code) => [...code.matchAll(/prompt\w*(?: =|:|\() ?'([^'\n]+)'/g)].map(([, prompt]) => prompt!));
    expect(prompts.length).toBeGreaterThan(20);
    for (const prompt of prompts) expectDrawn(prompt);
  });

  test('may be anything, in any order and any size', () => {
    const words = fc.constantFrom(...Object.values(THING_WORDS).flatMap(([list]) => list.split('|').filter((word) => !/[(?[]/.test(word))), 'red', 'two', 'behind', 'on', 'left', 'at night', 'in snow', ',', 'and', '"Words"', 'remove', 'add', 'replace', 'with', 'bigger', 'seen from above', 'in ink');
    const prompt = fc.oneof(fc.array(words, { maxLength: 9 }).map((list) => list.join(' ')), fc.string({ unit: anyLetter, maxLength: 40 }));
    const size = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(prompt, prompt, size, size, (first, second, width, height) => {
        expectDrawn(second, { width, height, before: order(first) });
      }),
      { numRuns: 300 },
    );
  });
});
