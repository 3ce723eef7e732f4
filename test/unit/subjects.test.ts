import { expect, test } from 'vitest';
import { marksAskedBy } from '../support/subjects.js';

test.each([
  ['.bs-bar', ['.bs-bar']],
  ['.bs-bar:dir(rtl) > .bs-bar-fill', ['.bs-bar-fill']],
  ['.bs-stages > li, .bs-field :is(input, select)', ['li', 'input', 'select']],
  ['.bs-a.bs-b:hover::before', ['.bs-a', '.bs-b']],
  [".bs-row :is(a, [role='link']):focus-visible", ['a', '[role]']],
  ["a[href='.not-a-class > p, q']", ['a']],
  ["[data-state='shown']", ['[data-state]']],
  ['.bs-card:has(> .bs-open):not(.bs-never)', ['.bs-card']],
  [':where(:root, :host([data-theme]))', ['html']],
  [':where(.bs-root .bs-word, .bs-root > svg.bs-icon)', ['.bs-word', '.bs-icon']],
])('%s is about who has one of %j', (selector, marks) => {
  expect(marksAskedBy(selector)).toEqual(marks);
});

test.each(['*', '.bs-row > *', '.bs-row > :first-child', ':not(.bs-fine)', ':has(.bs-open)', '.bs-a, :focus-visible', ':is(.bs-a, :empty)'])('%s can be about anybody', (selector) => {
  expect(marksAskedBy(selector)).toBeUndefined();
});
