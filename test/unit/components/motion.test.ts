import { afterEach, expect, it, vi } from 'vitest';
import { prefersStill, watchMotion } from '../../../src/components/motion.js';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['nothing', undefined],
  ['no answer', () => undefined],
  ['null', () => null],
  ['an answer without events, as stand-ins of tests give it', () => ({ matches: true })],
])('where media queries are %s, watching motion throws nothing', (_, matchMedia) => {
  vi.stubGlobal('matchMedia', matchMedia);
  const changed = vi.fn<() => void>();
  watchMotion(changed)();
  expect(prefersStill()).toBe(matchMedia?.()?.matches ?? false);
  expect(changed).not.toHaveBeenCalled();
});
