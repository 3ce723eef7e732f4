import { compile } from 'tailwindcss';
import tailwind from 'tailwindcss/index.css?raw';
import styles from '../../../src/styles.css?inline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A utility for each property that themes and users fight over, and what it comes out as. */
const UTILITIES = [
  { name: 'p-[3px]', property: 'padding-top', value: '3px' },
  { name: 'gap-[5px]', property: 'row-gap', value: '5px' },
  { name: 'bg-[rgb(1,2,3)]', property: 'background-color', value: 'rgb(1, 2, 3)' },
  { name: 'text-[rgb(4,5,6)]', property: 'color', value: 'rgb(4, 5, 6)' },
  { name: 'text-[21px]', property: 'font-size', value: '21px' },
  { name: 'rounded-[7px]', property: 'border-top-left-radius', value: '7px' },
  { name: 'border-[9px]', property: 'border-top-width', value: '9px' },
] as const;

/** Every class that the stylesheet knows, so that a new part is held to this as well. */
const parts = [...new Set([...styles.matchAll(/\.(bs-[a-z-]+)/g)].map(([, name = '']) => name))].sort();

let utilities = '';

beforeAll(async () => {
  const { build } = await compile('@import "tailwindcss";', {
    loadStylesheet: (id, base) => Promise.resolve({ path: id, base, content: tailwind }),
  });
  utilities = build(UTILITIES.map(({ name }) => name));
});

const sheets: HTMLStyleElement[] = [];

function load(...contents: readonly string[]): void {
  // The theme that the page of these tests came with is put out of the way of the order under test.
  for (const sheet of document.querySelectorAll('style')) sheet.disabled = true;
  for (const content of contents) {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = content;
    sheets.push(sheet);
  }
}

afterAll(() => {
  for (const sheet of sheets) sheet.remove();
  for (const sheet of document.querySelectorAll('style')) sheet.disabled = false;
});

/** What a part with these classes comes out as. */
function look(className: string): Record<string, string> {
  const element = document.body.appendChild(document.createElement('div'));
  element.className = className;
  const computed = getComputedStyle(element);
  const values = Object.fromEntries(UTILITIES.map(({ property }) => [property, computed.getPropertyValue(property)]));
  element.remove();
  return values;
}

it('holds every rule, whatever its state, in layers of its own, and forces none', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const outside = [...sheet.cssRules].filter(
    (rule) => !(rule instanceof CSSLayerStatementRule || (rule instanceof CSSLayerBlockRule && /^components\.bytespike(\.|$)/.test(rule.name))),
  );
  expect(outside.map(({ cssText }) => cssText.slice(0, 80))).toEqual([]);
  expect(styles).not.toContain('!important');
});

describe.each([
  ['Tailwind first', () => load(utilities, styles)],
  ['the theme first', () => load(styles, utilities)],
])('with %s', (_order, loadBoth) => {
  beforeAll(() => {
    for (const sheet of sheets.splice(0)) sheet.remove();
    loadBoth();
  });

  it.each(parts)('a utility on .%s wins over the theme', (part) => {
    const asked = Object.fromEntries(UTILITIES.map(({ property, value }) => [property, value]));
    expect(look([part, ...UTILITIES.map(({ name }) => name)].join(' '))).toEqual(asked);
  });

  it('the theme wins over Tailwind’s reset', () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.className = 'bs-button';
    expect(getComputedStyle(button).borderTopWidth).toBe('1px');
    expect(getComputedStyle(button).paddingLeft).not.toBe('0px');
    button.remove();
  });
});
