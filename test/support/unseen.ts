// For a file that looks at no picture: what is wholly transparent has all that a page has, and is not drawn.
import { afterAll, beforeAll } from 'vitest';

const { style } = window.parent.document.documentElement;

beforeAll(() => {
  style.opacity = '0';
});

afterAll(() => {
  style.opacity = '';
});
