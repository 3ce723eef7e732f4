// What axe is asked about where it is only asked about what is not certain: every fault that it would find on its own.
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { unsure } from '../../support/contrast.js';
import { ASKED, setTheme } from './support.js';

const CARD = 'position: relative; isolation: isolate; background: rgb(255 255 255); color: rgb(40 40 40)';

/** A card with two texts, and what makes one of them faint. */
function card(fault: string, extra = ''): Element {
  document.body.innerHTML = `<main style="${CARD}"><p>This can be read</p><div>${extra}<p class="fault" style="${fault}">That cannot</p></div></main>`;
  return document.querySelector('.fault')!;
}

async function found(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { ...ASKED, runOnly: ['color-contrast'], elementRef: true });
  return violations.flatMap(({ nodes }) => nodes.map(({ element }) => element!.className));
}

const layer = (style: string): string => `<i style="position: absolute; inset: 0; ${style}"></i>`;

afterEach(() => {
  document.body.innerHTML = '';
  setTheme('light');
});

test('what stands out for certain is not asked about', () => {
  card('');
  expect(unsure(document.body)).toEqual([]);
});

test.each([
  ['another colour', 'color: rgb(150 150 150)', ''],
  ['a colour that something shows through', 'color: rgb(40 40 40 / 0.4)', ''],
  ['a mixed colour', 'color: color-mix(in srgb, black 30%, white)', ''],
  ['less of it', 'opacity: 0.4', ''],
  ['another ground', 'background: rgb(90 90 90)', ''],
  ['something slid below it', 'position: relative', layer('background: rgb(90 90 90)')],
  ['something far below it', 'position: relative', layer('background: rgb(90 90 90); z-index: -1')],
])('%s is found, and asked about', async (_, fault, extra) => {
  const faulty = card(fault, extra);
  expect(await found()).toEqual(['fault']);
  expect(unsure(document.body)).toContain(faulty);
});

test.each([
  ['a picture behind it', 'position: relative', layer('background: linear-gradient(red, blue)')],
  ['a picture that it is in', '', ''],
  ['a ground that is only below a part of it', 'background: rgb(250 250 250); height: 4px', ''],
  ['light of its own', 'text-shadow: 0 0 3px red', ''],
  ['other light', 'filter: invert(0.5)', ''],
  ['colours that are mixed with what is below', 'mix-blend-mode: multiply', ''],
  ['something over it that changes colours', '', layer('z-index: 1; backdrop-filter: invert(0.5)')],
  ['a colour of another kind', 'color: lab(20 0 0)', ''],
])('%s is asked about', (name, fault, extra) => {
  const faulty = card(fault, extra);
  if (name.includes('it is in')) faulty.parentElement!.style.backgroundImage = 'linear-gradient(red, blue)';
  expect(unsure(document.body)).toContain(faulty);
});

test('a colour that is faint in one theme only is found there', async () => {
  const faulty = card('');
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = '[data-theme=dark] .fault { color: rgb(150 150 150) }';
  expect(unsure(document.body)).toEqual([]);
  setTheme('dark');
  expect(await found()).toEqual(['fault']);
  expect(unsure(document.body)).toEqual([faulty]);
  sheet.remove();
});

test('what is scrolled out of sight lies on what it is scrolled in, and what cannot be used is not asked about', () => {
  document.body.innerHTML = `<main style="${CARD}"><div style="overflow: auto; height: 20px; background: rgb(90 90 90)"><p style="height: 90px"></p><p class="fault">Below</p></div>
    <button disabled style="color: rgb(200 200 200)">Off</button></main>`;
  expect(unsure(document.body)).toEqual([document.querySelector('.fault')]);
});
