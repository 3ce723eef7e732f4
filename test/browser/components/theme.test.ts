import { afterEach, expect, test } from 'vitest';
import { emulate, setTheme } from './support.js';

const COLOURS = ['bg', 'surface', 'sunken', 'line', 'line-strong', 'text', 'muted', 'faint', 'accent', 'accent-ink', 'accent-soft', 'ok', 'ok-soft', 'warn', 'warn-soft', 'bad', 'bad-soft', 'shadow', 'glow-strength'];

const colours = (element: Element): string[] => COLOURS.map((name) => getComputedStyle(element).getPropertyValue(`--bs-${name}`));

afterEach(() => setTheme('light'));

test('a page that chooses no theme gets the one its reader prefers', async () => {
  setTheme('light');
  const light = colours(document.documentElement);
  setTheme('dark');
  const dark = colours(document.documentElement);
  expect(light.filter((value, index) => value === '' || value === dark[index])).toEqual([]);

  delete document.documentElement.dataset['theme'];
  expect(colours(document.documentElement)).toEqual(light);
  await emulate('prefers-color-scheme', 'dark');
  const preferred = colours(document.documentElement);
  await emulate('prefers-color-scheme', undefined);
  expect(preferred).toEqual(dark);
});

test('part of a page can have its own theme', () => {
  setTheme('dark');
  const dark = colours(document.documentElement);
  const part = document.body.appendChild(document.createElement('div'));
  part.dataset['theme'] = 'light';
  expect(colours(part)).not.toEqual(dark);
  part.remove();
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
