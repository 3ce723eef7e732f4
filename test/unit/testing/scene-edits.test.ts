import { catalog } from 'bytespike-react';
import { describe, expect, it, test } from 'vitest';
import type { Drawing } from '../../../src/testing/base/drawing.js';
import { compose, planOf } from '../../../src/testing/media/picture.js';
import { drawPixels } from '../../../src/testing/media/raster.js';

const SIZE = { width: 160, height: 160 };
const order = (prompt: string, fields: Partial<Drawing> = {}): Drawing => ({ prompt, key: '1', ...SIZE, ...fields });
const first = order('A kettle on the left and a mug on the right');
const after = (prompt: string, before = first) => order(prompt, { key: '2', before });
const pixels = (drawing: Drawing) => drawPixels(compose(drawing)).data;
const things = (drawing: Drawing) => planOf(drawing).subjects.map(({ thing }) => thing);

/** Where two pictures differ, in parts of the width. */
function changedColumns(a: Drawing, b: Drawing): [from: number, to: number] {
  const [one, other] = [pixels(a), pixels(b)];
  const columns = [...one.keys()].filter((at) => one[at] !== other[at]).map((at) => (Math.floor(at / 4) % SIZE.width) / SIZE.width);
  return [Math.min(...columns), Math.max(...columns)];
}

/** How many pixels of each half are more of this colour than of any other. */
function halves(drawing: Drawing, isColor: (red: number, green: number, blue: number) => boolean): [left: number, right: number] {
  const data = pixels(drawing);
  const counts: [number, number] = [0, 0];
  for (let at = 0; at < data.length; at += 4) if (isColor(data[at]!, data[at + 1]!, data[at + 2]!)) counts[(at / 4) % SIZE.width < SIZE.width / 2 ? 0 : 1] += 1;
  return counts;
}

describe('what a prompt says is seen', () => {
  const isRed = (red: number, green: number, blue: number) => red > 120 && green < red * 0.5 && blue < red * 0.5;
  const isBlue = (red: number, green: number, blue: number) => blue > 100 && red < blue * 0.55;

  test('on the side that it names, in the colour that it names', () => {
    const [redLeft, redRight] = halves(order('A red kettle on the left and a blue mug on the right'), isRed);
    const [blueLeft, blueRight] = halves(order('A red kettle on the left and a blue mug on the right'), isBlue);
    expect([redLeft > 400, redRight < redLeft / 4, blueRight > 200, blueLeft < blueRight / 4]).toEqual([true, true, true, true]);
    const [otherLeft, otherRight] = halves(order('A red kettle on the right and a blue mug on the left'), isRed);
    expect(otherRight).toBeGreaterThan(otherLeft * 4);
  });

  test('and the same order is the same picture', () => {
    expect(compose(after('make it red'))).toEqual(compose(after('make it red')));
    expect(compose(order('A fox'))).not.toEqual(compose(order('A fox', { key: '2' })));
  });
});

describe('a turn changes', () => {
  test('the colour of what it names and nothing beside it', () => {
    const [from, to] = changedColumns(first, after('make it red'));
    expect([from > 0.02, to < 0.66]).toEqual([true, true]);
    expect(changedColumns(first, after('a green mug, please'))[0]).toBeGreaterThan(0.55);
    expect(changedColumns(first, after('make the mug green'))[0]).toBeGreaterThan(0.55);
  });

  test('what is there, and leaves the others where they are', () => {
    const before = planOf(first).subjects;
    expect(things(after('remove the mug'))).toEqual(['kettle']);
    expect(changedColumns(first, after('remove the mug'))[0]).toBeGreaterThan(0.55);
    expect(planOf(after('add a second cup')).subjects.slice(0, 2)).toEqual(before);
    expect(things(after('add a second cup'))).toEqual(['kettle', 'mug', 'mug']);
    expect(things(after('replace the mug with a lemon'))).toEqual(['kettle', 'lemon']);
    expect(planOf(after('replace the mug with a lemon')).subjects[1]).toMatchObject({ x: before[1]!.x });
    expect(things(after('turn it into a teapot'))).toEqual(['teapot', 'mug']);
    expect(things(after('make the mug green and add a lamp on the right'))).toEqual(['kettle', 'mug', 'lamp']);
    expect(things(after('remove one cup', order('Three cups')))).toEqual(['cup', 'cup']);
    expect(planOf(after('move the mug to the left')).subjects).toMatchObject([before[0]!, { thing: 'mug', x: expect.closeTo(0.24, 2) }]);
    expect(planOf(after('put the mug behind the kettle')).subjects[0]).toEqual(before[0]);
    expect(planOf(after('bigger')).subjects).toMatchObject([{ size: before[0]!.size * 1.25 }, before[1]!]);
  });

  it.each([
    ['at dusk', { mood: 'dusk' }],
    ['in the rain', { weather: 'rain', mood: 'rain' }],
    ['seen from above', { isAbove: true }],
    ['on a blue table', { ground: '#2f66b3' }],
    ['as a linocut', { hand: 'ink' }],
    ['more like yesterday', { lights: ['more like yesterday/2'] }],
  ])('"%s" into %j, and what stands there stays', (prompt, fields) => {
    expect(planOf(after(prompt))).toEqual({ ...planOf(first), ...fields });
    expect(compose(after(prompt))).not.toEqual(compose(first));
  });

  test('what a turn before it left, as often as it is asked', () => {
    const chain = ['at night', 'add a lamp', 'remove the kettle', 'no idea', 'no idea'].reduce((before, prompt, index) => order(prompt, { key: String(index), before }), first);
    expect(planOf(chain)).toMatchObject({ mood: 'night', subjects: [{ thing: 'mug' }, { thing: 'lamp' }], lights: ['no idea/3', 'no idea/4'] });
  });

  test('the weather, and leaves a night a night', () => {
    expect(planOf(after('in the snow', order('A street at night')))).toMatchObject({ mood: 'night', weather: 'snow' });
  });

  test('more than one thing at once, beside each other', () => {
    const [, , one, other] = planOf(after('add two lemons on the left')).subjects;
    expect([one!.x < 0.24, other!.x > 0.24]).toEqual([true, true]);
  });

  test('the words on what holds them', () => {
    const sign = order('A sign that says “OPEN”');
    expect(planOf(after('it should say “CLOSED”', sign)).subjects).toEqual([{ ...planOf(sign).subjects[0]!, text: 'CLOSED' }]);
  });
});

describe('a model', () => {
  const images = catalog.models.filter(({ kind }) => kind === 'image');

  it.each(images.map(({ id }) => id))('%s draws the same things in the same places', (model) => {
    const { hand, ...rest } = planOf(order('A kettle', { model }));
    const { hand: _, ...plain } = planOf(order('A kettle'));
    expect(rest).toEqual(plain);
    expect(hand).not.toBe('');
  });

  test('has a hand of its own, and one that nobody knows that of a camera', () => {
    const hands = images.map(({ id }) => planOf(order('A kettle', { model: id })).hand);
    expect(new Set(hands).size).toBeGreaterThan(6);
    expect(new Set(hands.map((_, index) => JSON.stringify(compose(order('A kettle', { model: images[index]!.id }))))).size).toBe(new Set(hands).size);
    expect(compose(order('A kettle', { model: 'new' }))).toEqual(compose(order('A kettle')));
  });

  test('keeps it from turn to turn, but for words that name another', () => {
    const drawn = order('A kettle', { model: 'nano-banana-v2' });
    expect(planOf(after('make it red', drawn)).hand).toBe('riso');
    expect(planOf(after('as a watercolour', drawn)).hand).toBe('wash');
  });
});
