// For a file that measures what is drawn: the others are in a window that is wholly transparent, which Chromium does not draw.
import { afterAll, beforeAll } from 'vitest';

const { style } = window.parent.document.documentElement;
const before = style.opacity;

beforeAll(() => {
  style.opacity = '';
});

afterAll(() => {
  style.opacity = before;
});
