import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { pageEnvironment } from '../../src/core/base/environment.js';

const heard: string[] = [];
let leave = () => {};
afterEach(() => {
  leave();
  heard.length = 0;
  document.body.replaceChildren();
});

function wait(name: string): void {
  leave = pageEnvironment().onIntent?.(() => heard.push(name)) ?? leave;
}

function button(): HTMLButtonElement {
  const made = document.body.appendChild(document.createElement('button'));
  made.textContent = 'Make it';
  return made;
}

it.each([
  ['points', (target: HTMLElement) => userEvent.hover(target)],
  ['types', () => userEvent.keyboard('a')],
  ['walks through the page', (target: HTMLElement) => Promise.resolve(target.focus())],
])('says once when somebody %s', async (name, act) => {
  const target = button();
  wait(name);
  expect(heard).toEqual([]);
  await act(target);
  await act(button());
  expect(heard).toEqual([name]);
});

it('hears of a click that the page keeps to itself', async () => {
  const target = button();
  const keep = (event: Event) => event.stopPropagation();
  for (const type of ['pointermove', 'pointerdown', 'focusin']) target.addEventListener(type, keep);
  wait('clicks');
  await userEvent.click(target);
  expect(heard).toEqual(['clicks']);
});

it('says nothing to whoever has left', async () => {
  const target = button();
  wait('clicks');
  leave();
  await userEvent.click(target);
  expect(heard).toEqual([]);
});
