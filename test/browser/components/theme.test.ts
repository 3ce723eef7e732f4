import { afterEach, expect, test } from 'vitest';
import { emulate, setTheme } from './support.js';

const COLOURS = ['bg', 'surface', 'sunken', 'line', 'line-strong', 'text', 'muted', 'faint', 'accent', 'accent-ink', 'accent-soft', 'ok', 'ok-soft', 'warn', 'warn-soft', 'bad', 'bad-soft'];

const added: HTMLElement[] = [];

function add(attributes: Record<string, string> = {}, parent: HTMLElement = document.body): HTMLElement {
  const element = parent.appendChild(document.createElement('div'));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  added.push(element);
  return element;
}

/** The colours as they come out where they are used. */
function colours(parent?: HTMLElement): string[] {
  const probe = add({}, parent);
  return COLOURS.map((name) => {
    probe.style.color = `var(--bs-${name})`;
    return getComputedStyle(probe).color;
  });
}

const inTheme = (theme: string): string[] => colours(add({ 'data-theme': theme }));

afterEach(() => {
  setTheme('light');
  document.documentElement.style.colorScheme = '';
  for (const element of added.splice(0)) element.remove();
});

test('the three themes differ in every colour, on the page and in a part of it', () => {
  const light = inTheme('light');
  for (const other of [inTheme('dark'), inTheme('high-contrast')]) {
    const same = COLOURS.filter((name, index) => other[index] === light[index]);
    // White on white is as far as a surface can go.
    expect(same.filter((name) => !['surface', 'accent-ink', 'ok-soft', 'warn-soft', 'bad-soft'].includes(name))).toEqual([]);
  }
  setTheme('dark');
  expect(colours()).toEqual(inTheme('dark'));
  expect(colours(add({ 'data-theme': 'light' }))).toEqual(light);
});

test('a page that chooses no theme keeps its own color-scheme: its reader’s where it follows them, else light', async () => {
  const [light, dark] = [inTheme('light'), inTheme('dark')];
  delete document.documentElement.dataset['theme'];
  await emulate('prefers-color-scheme', 'dark');
  expect(colours()).toEqual(light);
  document.documentElement.style.colorScheme = 'light dark';
  expect(colours()).toEqual(dark);
  await emulate('prefers-color-scheme', undefined);
  expect(colours()).toEqual(light);
});

test('high contrast keeps to the scheme of its page', () => {
  const onLight = inTheme('high-contrast');
  document.documentElement.style.colorScheme = 'dark';
  setTheme('dark');
  expect(inTheme('high-contrast')).not.toEqual(onLight);
});

test('a utility class and a plain rule both win over the theme', () => {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = '@layer utilities { .p-0 { padding: 0 } } .plain { padding: 7px }';
  const element = document.body.appendChild(document.createElement('div'));
  element.className = 'bs-task-progress';
  expect(getComputedStyle(element).paddingTop).toBe('14px');
  element.className = 'bs-task-progress p-0';
  expect(getComputedStyle(element).paddingTop).toBe('0px');
  element.className = 'bs-task-progress plain';
  expect(getComputedStyle(element).paddingTop).toBe('7px');
  element.remove();
  sheet.remove();
});
