import { box, ellipse, mirrored } from '../scenes/forms.js';
import { dark, pale, type Pen, plain, round3d, shaded } from '../scenes/pen.js';
import type { Thing } from './thing.js';

const WOOD = '#a8693f';
const METAL = '#c9b48a';
const COFFEE = '#5a3423';

/** What a round vessel shows of itself from above. */
function fromAbove(pen: Pen, color: string, radius: number, inside: string): void {
  pen.area(ellipse(0, 0, radius), shaded(pale(color, 0.3), dark(color, 0.2)));
  pen.area(ellipse(0, 0, radius * 0.86), shaded(dark(color, 0.4), dark(color, 0.12)));
  pen.area(ellipse(0, radius * 0.04, radius * 0.8), { way: 'across', stops: [[0, dark(inside, 0.25)], [1, pale(inside, 0.15)]] });
}

/** A highlight as a window makes it. */
function sheen(pen: Pen, x: number, top: number, bottom: number, width = 4): void {
  const middle = (top + bottom) / 2;
  pen.area(`M${x} ${top}C${x - width} ${middle - 8} ${x - width} ${middle + 8} ${x} ${bottom}C${x + width * 0.2} ${middle + 8} ${x + width * 0.2} ${middle - 8} ${x} ${top}Z`, plain('#ffffff', 0.42));
}

export const kettle: Thing = {
  width: 132,
  height: 106,
  size: 1,
  draw(pen, color) {
    pen.line('M-28 -68C-32 -112 32 -112 28 -68', 5, dark(color, 0.45));
    pen.line('M-17 -97C-8 -102 8 -102 17 -97', 8, WOOD);
    pen.area('M34 -40C48 -44 50 -62 60 -72L68 -67C62 -52 58 -26 36 -16Z', round3d(dark(color, 0.08)));
    pen.area(mirrored('M0 -72L16 -72C40 -66 48 -34 45 -14C44 -4 38 0 30 0L0 0'), round3d(color));
    pen.area(ellipse(0, -71, 19, 4.5), shaded(pale(color, 0.3), dark(color, 0.25)));
    pen.area(ellipse(0, -78, 5, 5), round3d(WOOD));
    sheen(pen, -27, -56, -16, 5);
  },
  drawAbove(pen, color) {
    pen.area('M36 -8L66 -5L66 5L36 8Z', shaded(color, dark(color, 0.3)));
    pen.area(ellipse(0, 0, 45), shaded(pale(color, 0.3), dark(color, 0.25)));
    pen.area(ellipse(0, 0, 20), shaded(dark(color, 0.15), pale(color, 0.1)));
    pen.area(ellipse(0, 0, 6), round3d(WOOD));
    pen.line('M0 -44L0 44', 6, dark(color, 0.5));
  },
};

export const teapot: Thing = {
  width: 116,
  height: 84,
  size: 0.92,
  draw(pen, color) {
    pen.line('M-38 -56C-70 -60 -68 -14 -36 -16', 7, dark(color, 0.2));
    pen.area('M34 -46C50 -44 50 -60 62 -66L70 -60C62 -44 58 -22 36 -14Z', round3d(dark(color, 0.1)));
    pen.area(mirrored('M0 -66L14 -66C44 -60 50 -24 34 -4C30 0 24 0 20 0L0 0'), round3d(color));
    pen.area(mirrored('M0 -74L8 -73C16 -71 20 -67 20 -63L0 -63'), round3d(pale(color, 0.12)));
    pen.area(ellipse(0, -78, 5, 5), round3d(color));
    sheen(pen, -26, -52, -18, 5);
  },
};

export const mug: Thing = {
  width: 72,
  height: 62,
  size: 0.86,
  label: { y: -28, width: 40, size: 13 },
  draw(pen, color) {
    pen.line('M25 -48C48 -52 48 -14 24 -16', 7, dark(color, 0.22));
    pen.area(mirrored('M0 -60L28 -60L26 -8C26 -2 22 0 16 0L0 0'), round3d(color));
    pen.area(ellipse(0, -60, 28, 6), shaded(pale(color, 0.35), pale(color, 0.1)));
    pen.area(ellipse(0, -59, 24.5, 4.6), shaded(dark(COFFEE, 0.3), COFFEE));
    sheen(pen, -19, -48, -12);
  },
  drawAbove(pen, color) {
    pen.line('M24 -9C46 -16 46 16 24 9', 7, dark(color, 0.2));
    fromAbove(pen, color, 29, COFFEE);
    pen.line('M-14 6C-4 14 8 12 14 2', 1.6, '#d9a878', 0.8);
  },
};

export const cup: Thing = {
  width: 78,
  height: 46,
  size: 0.8,
  draw(pen, color) {
    pen.area(ellipse(0, -3, 42, 6), shaded(pale(color, 0.25), dark(color, 0.3)));
    pen.line('M26 -36C42 -40 42 -16 22 -16', 4.5, dark(color, 0.2));
    pen.area(mirrored('M0 -44L30 -44C30 -20 20 -6 12 -4L0 -4'), round3d(color));
    pen.area(ellipse(0, -44, 30, 6), shaded(pale(color, 0.35), pale(color, 0.1)));
    pen.area(ellipse(0, -43.2, 26, 4.4), shaded(dark(COFFEE, 0.3), COFFEE));
    sheen(pen, -19, -36, -14, 3);
  },
  drawAbove(pen, color) {
    pen.area(ellipse(0, 0, 44), shaded(pale(color, 0.35), dark(color, 0.1)));
    pen.area(ellipse(0, 0, 38), shaded(color, pale(color, 0.2)));
    fromAbove(pen, color, 27, COFFEE);
  },
};

export const bottle: Thing = {
  width: 44,
  height: 128,
  size: 1.02,
  label: { y: -36, width: 36, size: 10 },
  draw(pen, color) {
    pen.area(mirrored('M0 -116L8 -116L8 -92C9 -80 22 -76 22 -58L22 -6C22 -2 20 0 16 0L0 0'), round3d(color));
    pen.area(box(-9, -128, 18, 15, 2), round3d(METAL));
    pen.area(box(-22, -56, 44, 40), { way: 'across', stops: [[0, dark('#f3ead8', 0.12)], [0.3, '#fbf5e8'], [0.7, '#efe4cf'], [1, dark('#efe4cf', 0.22)]] });
    pen.area(box(-22, -50, 44, 1.2), plain(dark(color, 0.2), 0.6));
    pen.area(box(-22, -23, 44, 1.2), plain(dark(color, 0.2), 0.6));
    sheen(pen, -15, -84, -60, 3);
  },
};

export const perfume: Thing = {
  width: 66,
  height: 96,
  size: 0.92,
  label: { y: -30, width: 34, size: 9 },
  draw(pen, color) {
    pen.area(box(-9, -78, 18, 12), round3d(METAL));
    pen.area(box(-14, -98, 28, 22, 3), { way: 'across', stops: [[0, '#8d929c'], [0.25, '#f4f5f6'], [0.5, '#b3b8c1'], [0.8, '#7b808b'], [1, '#a9aeb8']] });
    pen.area(box(-33, -68, 66, 68, 7), { way: 'across', stops: [[0, dark(color, 0.1), 0.85], [0.16, pale(color, 0.66), 0.9], [0.5, pale(color, 0.3), 0.85], [0.84, dark(color, 0.05), 0.9], [1, dark(color, 0.3), 0.95]] });
    pen.area(box(-25, -46, 50, 40, 4), { way: 'down', stops: [[0, pale(color, 0.25), 0.85], [1, dark(color, 0.16), 0.95]] });
    pen.area('M-33 -61L-25 -68L-10 -68L-33 -40Z', plain('#ffffff', 0.5));
    pen.area('M26 -62L29 -60L29 -8L26 -6Z', plain('#ffffff', 0.35));
    pen.area(box(-17, -38, 34, 17, 1), plain('#fdf8ee', 0.85));
    pen.line('M-9 -30L9 -30', 1, '#6b5a44', 0.8);
  },
};

export const vase: Thing = {
  width: 56,
  height: 84,
  size: 0.95,
  seat: 0.8,
  draw(pen, color) {
    pen.area(mirrored('M0 -84L13 -84C13 -70 10 -66 14 -58C30 -46 32 -20 18 0L0 0'), round3d(color));
    pen.area(ellipse(0, -84, 13, 3), shaded(dark(color, 0.5), dark(color, 0.25)));
    sheen(pen, -19, -48, -16, 4);
  },
};

export const bowl: Thing = {
  width: 108,
  height: 62,
  size: 0.95,
  draw(pen, color) {
    pen.area(mirrored('M0 -48L54 -48C52 -20 32 -4 20 -2L20 0L0 0'), round3d(color));
    pen.area(ellipse(0, -48, 54, 11), shaded(pale(color, 0.3), dark(color, 0.12)));
    pen.area(ellipse(0, -46.5, 49, 9), shaded(dark(color, 0.45), dark(color, 0.2)));
    sheen(pen, -38, -36, -14, 5);
  },
  drawAbove: (pen, color) => fromAbove(pen, color, 52, dark(color, 0.3)),
};

export const glass: Thing = {
  width: 44,
  height: 74,
  size: 0.95,
  colors: ['#e9b44c', '#d97b66', '#a9c7b1'],
  draw(pen, color) {
    pen.area(mirrored('M0 -56L20.5 -56L18 -3L0 -3'), { way: 'across', stops: [[0, dark(color, 0.1), 0.9], [0.3, pale(color, 0.3), 0.9], [1, dark(color, 0.25), 0.95]] });
    pen.area(mirrored('M0 -74L22 -74L18.5 0L0 0'), { way: 'across', stops: [[0, '#ffffff', 0.5], [0.15, '#ffffff', 0.12], [0.7, '#ffffff', 0.08], [1, '#5a6b88', 0.4]] });
    pen.area(ellipse(0, -56, 20.5, 4), plain(pale(color, 0.35)));
    pen.area(ellipse(0, -74, 22, 4), plain('#ffffff', 0.3));
    pen.line('M-15 -66L-12 -10', 2.4, '#ffffff', 0.55);
  },
};
