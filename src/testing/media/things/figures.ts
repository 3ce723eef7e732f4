import { box, ellipse, mirrored } from '../scenes/forms.js';
import { dark, pale, plain, round3d, shaded, shining } from '../scenes/pen.js';
import type { Thing } from './thing.js';

/** Someone who stands there, seen as a silhouette with the light on one side. */
export const person: Thing = {
  width: 46,
  height: 128,
  size: 1.1,
  colors: ['#33415f', '#7c3f3a', '#2f5d55'],
  draw(pen, color) {
    pen.area('M-12 -56L-2 -56L-4 0L-14 0Z', plain(dark(color, 0.5)));
    pen.area('M2 -56L13 -56L15 0L5 0Z', plain(dark(color, 0.6)));
    pen.area('M-16 -100C-6 -106 8 -106 17 -100C22 -80 22 -60 24 -44C8 -40 -10 -40 -22 -44C-22 -62 -22 -80 -16 -100Z', { way: 'across', stops: [[0, pale(color, 0.3)], [0.4, color], [1, dark(color, 0.4)]] });
    pen.area(ellipse(0, -115, 10.5, 12.5), { way: 'across', stops: [[0, '#f0c7a6'], [0.5, '#d19d7c'], [1, '#8a5a48']] });
    pen.area('M-11 -116C-12 -132 12 -133 11 -114C6 -122 -4 -124 -11 -116Z', plain('#33262a'));
  },
};

/** A board on two posts, for words. */
export const sign: Thing = {
  width: 118,
  height: 116,
  size: 1.1,
  colors: ['#f0dfbd', '#2f5d62', '#b7452f'],
  label: { y: -84, width: 98, size: 34 },
  draw(pen, color) {
    pen.area(box(-40, -64, 7, 64), round3d('#6d4a33'));
    pen.area(box(33, -64, 7, 64), round3d('#6d4a33'));
    pen.area(box(-59, -116, 118, 64, 5), shaded('#6d4a33', '#4d3324'));
    pen.area(box(-54, -111, 108, 54, 3), { way: 'across', stops: [[0, pale(color, 0.2)], [1, dark(color, 0.14)]] });
  },
};

/** Tubes of light on a dark board. */
export const neon: Thing = {
  width: 136,
  height: 76,
  size: 1.2,
  colors: ['#ff5c8a', '#46e0d0', '#ffb03b'],
  aloft: 42,
  label: { y: -38, width: 108, size: 36 },
  draw(pen, color) {
    pen.glow(0, -38, 120, [[0, shining(color), 0.5], [0.5, shining(color), 0.16], [1, shining(color), 0]], 0.7);
    pen.area(box(-68, -76, 136, 76, 8), shaded('#20203a', '#151428'));
    pen.line(box(-61, -69, 122, 62, 6), 5, shining(color), 0.35);
    pen.line(box(-61, -69, 122, 62, 6), 2.4, shining(pale(color, 0.55)));
  },
};

/** A sheet on a wall, for words that nothing else carries. */
export const poster: Thing = {
  width: 92,
  height: 124,
  size: 1,
  colors: ['#f3e7cf', '#d9613f', '#24485a'],
  aloft: 34,
  label: { y: -84, width: 74, size: 24 },
  draw(pen, color) {
    pen.area(box(-46, -124, 92, 124, 1), { way: 'across', stops: [[0, pale(color, 0.2)], [1, dark(color, 0.08)]] });
    pen.area(ellipse(0, -38, 24), plain(dark(color, 0.55)));
    pen.area('M-46 -22C-20 -44 18 -14 46 -34L46 0L-46 0Z', plain(dark(color, 0.28)));
  },
};

export const rocket: Thing = {
  width: 70,
  height: 136,
  size: 1,
  colors: ['#d9523f', '#3f6fa0'],
  aloft: 12,
  draw(pen, color) {
    pen.area(mirrored('M0 -22L10 -22C16 0 6 18 0 34'), shaded(shining('#fff1b8'), shining('#ff8a3c')));
    pen.area('M-18 -58C-34 -46 -36 -28 -34 -16L-14 -26Z', round3d(dark(color, 0.15)));
    pen.area('M18 -58C34 -46 36 -28 34 -16L14 -26Z', round3d(dark(color, 0.3)));
    pen.area(mirrored('M0 -136C18 -118 24 -84 18 -22L0 -22'), round3d('#f2ece0'));
    pen.area(mirrored('M0 -136C10 -126 16 -114 18 -104L0 -104'), round3d(color));
    pen.area(ellipse(0, -76, 9.5), round3d('#c9b48a'));
    pen.area(ellipse(0, -76, 6.5), shaded('#9fd3e0', '#35627f'));
  },
};

export const car: Thing = {
  width: 150,
  height: 56,
  size: 1.05,
  draw(pen, color) {
    pen.area('M-72 -12C-76 -28 -62 -34 -44 -36C-34 -52 -16 -58 6 -57C28 -56 38 -46 46 -36C64 -34 76 -28 74 -12Z', { way: 'down', stops: [[0, pale(color, 0.3)], [0.55, color], [1, dark(color, 0.3)]] });
    pen.area('M-36 -36C-28 -48 -16 -52 -4 -52L-4 -36Z', shaded('#c7dde4', '#6f8fa3'));
    pen.area('M2 -52C20 -52 30 -46 37 -36L2 -36Z', shaded('#b7d0d9', '#5d7d93'));
    for (const x of [-40, 42]) {
      pen.area(ellipse(x, -13, 14), plain('#23242c'));
      pen.area(ellipse(x, -13, 6.5), round3d('#c4c7cd'));
    }
    pen.area(ellipse(-70, -25, 4, 3.4), plain(pen.mood.isDark ? shining('#fff0b5') : '#fff6dc'));
  },
};
