import { ellipse } from '../scenes/forms.js';
import { dark, pale, plain, shaded } from '../scenes/pen.js';
import type { Thing } from './thing.js';

const INK = '#2b2330';

export const cat: Thing = {
  width: 84,
  height: 104,
  size: 0.85,
  colors: ['#3b3644', '#d98c4a', '#e9e0d2', '#7c7f8c'],
  draw(pen, color) {
    pen.line('M26 -8C56 -6 60 -34 46 -48', 9, dark(color, 0.18));
    pen.area('M-18 -70C-30 -48 -34 -18 -28 0L32 0C36 -22 26 -50 12 -68Z', { way: 'across', stops: [[0, pale(color, 0.22)], [0.45, color], [1, dark(color, 0.3)]] });
    pen.area('M-32 -86L-34 -112L-18 -100C-12 -102 2 -102 8 -100L22 -112L22 -84C22 -70 8 -62 -5 -62C-20 -62 -32 -70 -32 -86Z', { way: 'across', stops: [[0, pale(color, 0.24)], [0.5, color], [1, dark(color, 0.25)]] });
    pen.area(ellipse(-16, -83, 4, 5), plain('#f2d36b'));
    pen.area(ellipse(7, -83, 4, 5), plain('#f2d36b'));
    pen.area(ellipse(-16, -83, 1.5, 4.4), plain(INK));
    pen.area(ellipse(7, -83, 1.5, 4.4), plain(INK));
    pen.area('M-8 -76L0 -76L-4 -72Z', plain('#d98f8f'));
    pen.line('M-12 -22L-12 -3', 2, dark(color, 0.45), 0.6);
    pen.line('M4 -22L4 -3', 2, dark(color, 0.45), 0.6);
  },
};

export const dog: Thing = {
  width: 96,
  height: 104,
  size: 0.78,
  colors: ['#b9824f', '#ece2d0', '#4a3b35'],
  draw(pen, color) {
    pen.line('M34 -14C50 -18 56 -34 52 -46', 8, dark(color, 0.15));
    pen.area('M-20 -68C-32 -44 -30 -16 -26 0L38 0C42 -26 30 -52 12 -68Z', { way: 'across', stops: [[0, pale(color, 0.22)], [0.45, color], [1, dark(color, 0.3)]] });
    pen.area('M-26 -100C-14 -108 12 -108 20 -98C28 -86 22 -66 4 -64C-6 -60 -34 -62 -40 -70C-42 -78 -32 -80 -28 -86Z', { way: 'down', stops: [[0, pale(color, 0.2)], [1, dark(color, 0.12)]] });
    pen.area('M8 -102C24 -104 32 -90 28 -68C18 -68 10 -82 8 -102Z', plain(dark(color, 0.36)));
    pen.area(ellipse(-39, -74, 4.5, 4), plain(INK));
    pen.area(ellipse(-13, -87, 3.2, 3.8), plain(INK));
    pen.area('M-22 -58C-10 -54 6 -56 14 -62L16 -56C6 -50 -12 -48 -24 -52Z', plain('#c43b3b'));
    pen.line('M-10 -24L-10 -3', 2, dark(color, 0.45), 0.6);
  },
};

export const fox: Thing = {
  width: 116,
  height: 92,
  size: 0.9,
  colors: ['#d2672f'],
  draw(pen, color) {
    pen.area('M24 -10C56 -4 76 -20 70 -50C66 -60 58 -58 56 -50C52 -34 40 -30 24 -28Z', { way: 'across', stops: [[0, color], [1, dark(color, 0.3)]] });
    pen.area('M70 -50C66 -60 58 -58 56 -50C55 -46 54 -43 52 -41C60 -36 68 -36 71 -38C71 -42 71 -46 70 -50Z', plain('#fff4e2'));
    pen.area('M-14 -58C-28 -38 -28 -14 -24 0L36 0C38 -22 26 -46 8 -58Z', { way: 'across', stops: [[0, pale(color, 0.18)], [0.5, color], [1, dark(color, 0.3)]] });
    pen.area('M-16 -52C-24 -34 -22 -14 -20 -4L-4 -4C-2 -20 -2 -40 4 -52Z', plain('#fff1dd', 0.95));
    pen.area('M-34 -96L-14 -82L4 -82L24 -96L24 -72C20 -58 8 -52 -5 -44C-18 -52 -30 -58 -34 -72Z', { way: 'across', stops: [[0, pale(color, 0.18)], [0.5, color], [1, dark(color, 0.2)]] });
    pen.area('M-34 -70C-24 -70 -12 -64 -5 -46C2 -64 14 -70 24 -70C20 -58 8 -52 -5 -44C-18 -52 -30 -58 -34 -70Z', plain('#fff4e2'));
    pen.area(ellipse(-17, -70, 2.6, 3.2), plain(INK));
    pen.area(ellipse(7, -70, 2.6, 3.2), plain(INK));
    pen.area(ellipse(-5, -47, 3.6, 3), plain(INK));
    pen.area('M-26 0C-26 -8 -14 -9 -12 0ZM-8 0C-8 -8 4 -9 6 0Z', plain(dark(color, 0.55)));
    pen.line('M-10 -24L-10 -8', 1.6, dark(color, 0.5), 0.5);
  },
};

export const bird: Thing = {
  width: 96,
  height: 66,
  size: 0.62,
  colors: ['#3f6f8f', '#c8553b', '#e0a94a'],
  draw(pen, color) {
    pen.line('M-4 -14L-8 0', 2.4, '#8a5a32');
    pen.line('M8 -14L6 0', 2.4, '#8a5a32');
    pen.area('M22 -34C40 -34 56 -26 68 -14C50 -12 34 -12 18 -18Z', plain(dark(color, 0.4)));
    pen.area('M-48 -50C-44 -64 -26 -68 -16 -56C-4 -52 18 -50 28 -32C26 -16 8 -8 -10 -10C-28 -14 -36 -30 -36 -44Z', { way: 'down', stops: [[0, pale(color, 0.15)], [0.6, color], [1, dark(color, 0.15)]] });
    pen.area('M-36 -42C-36 -28 -28 -14 -10 -10C4 -9 14 -12 20 -18C-2 -16 -24 -24 -36 -42Z', plain('#f6e3c6'));
    pen.area('M-8 -46C12 -46 28 -36 40 -20C22 -18 0 -24 -8 -46Z', plain(dark(color, 0.3)));
    pen.area('M-46 -54L-60 -48L-44 -46Z', plain('#e8a13c'));
    pen.area(ellipse(-34, -54, 2.8), plain(INK));
    pen.area(ellipse(-34.8, -54.9, 0.9), plain('#ffffff'));
  },
};

export const gull: Thing = {
  width: 70,
  height: 26,
  size: 0.8,
  colors: ['#fbfaf5'],
  aloft: 34,
  draw(pen, color) {
    pen.area('M-35 -20C-22 -30 -8 -22 0 -10C8 -22 22 -30 35 -20C22 -24 8 -14 0 0C-8 -14 -22 -24 -35 -20Z', shaded(color, dark(color, 0.25)));
  },
};

export const fish: Thing = {
  width: 110,
  height: 56,
  size: 0.75,
  colors: ['#f08a3c', '#f2c14e', '#e2603f', '#5fb3b0'],
  aloft: 0,
  draw(pen, color) {
    pen.area('M30 -28L58 -52C54 -36 54 -20 58 -4Z', shaded(pale(color, 0.2), dark(color, 0.3)));
    pen.area('M-20 -46C-8 -62 14 -60 22 -44Z', plain(dark(color, 0.2)));
    pen.area('M-54 -28C-42 -50 -6 -58 36 -28C-6 2 -42 -6 -54 -28Z', { way: 'down', stops: [[0, pale(color, 0.25)], [0.5, color], [1, dark(color, 0.28)]] });
    pen.area('M-22 -47C-17 -36 -17 -20 -22 -9C-14 -7 -8 -7 -6 -8C-1 -20 -1 -36 -6 -49Z', plain('#fff6e6', 0.9));
    pen.area('M-2 -22C8 -16 10 -8 6 -4C-2 -8 -6 -14 -2 -22Z', plain(dark(color, 0.3)));
    pen.area(ellipse(-38, -32, 4.4), plain('#fffaf0'));
    pen.area(ellipse(-39, -32, 2.4), plain(INK));
  },
};

export const horse: Thing = {
  width: 120,
  height: 112,
  size: 1.15,
  colors: ['#7a4a30', '#3b3033', '#d8c3a3'],
  draw(pen, color) {
    for (const [x, end, part] of [[-26, -30, 0.35], [34, 40, 0.35], [-16, -16, 0.1], [26, 24, 0.1]] as const) pen.line(`M${x} -46L${end} -3`, 7, dark(color, part));
    pen.line('M42 -64C56 -56 56 -34 50 -22', 8, dark(color, 0.5));
    pen.area('M-34 -66C-16 -70 20 -74 42 -66C50 -52 44 -36 34 -38C10 -32 -12 -34 -28 -38C-38 -46 -40 -58 -34 -66Z', shaded(pale(color, 0.15), dark(color, 0.2)));
    pen.area('M-38 -46C-40 -70 -42 -84 -36 -100L-28 -112L-26 -102C-16 -96 -12 -74 -10 -58Z', { way: 'across', stops: [[0, pale(color, 0.15)], [1, dark(color, 0.1)]] });
    pen.area('M-38 -102C-48 -92 -58 -84 -60 -76C-58 -70 -52 -68 -48 -72C-42 -76 -34 -80 -28 -84Z', plain(color));
    pen.area('M-28 -108C-12 -100 -6 -82 -6 -66C-14 -78 -20 -92 -28 -108Z', plain(dark(color, 0.5)));
  },
};
