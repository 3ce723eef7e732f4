import { box, ellipse, mirrored } from '../scenes/forms.js';
import { dark, pale, plain, round3d, shaded, shining } from '../scenes/pen.js';
import type { Thing } from './thing.js';

const BRASS = '#c79a4b';

export const shoe: Thing = {
  width: 136,
  height: 70,
  size: 0.95,
  draw(pen, color) {
    pen.area('M-62 -6C-66 -26 -60 -50 -56 -62C-48 -56 -36 -56 -28 -62L-8 -48C6 -34 24 -30 44 -27C60 -24 66 -16 65 -6Z', { way: 'down', stops: [[0, pale(color, 0.22)], [0.55, color], [1, dark(color, 0.25)]] });
    pen.area('M-62 -8C-65 -26 -60 -48 -56 -62C-50 -57 -44 -55 -38 -57C-42 -40 -40 -24 -30 -8Z', plain(dark(color, 0.22)));
    pen.area('M26 -30C44 -28 66 -24 65 -8L32 -8C38 -18 34 -26 26 -30Z', plain(pale(color, 0.2), 0.75));
    pen.area('M-36 -12C-14 -14 6 -22 16 -31C8 -14 -14 -6 -36 -12Z', plain('#fff8ec', 0.9));
    pen.area('M-66 -8L66 -8C72 -6 70 0 62 0L-60 0C-68 0 -68 -6 -66 -8Z', shaded('#fffaf0', '#cfc7ba'));
    for (const [x, y] of [[-22, -57], [-13, -50], [-4, -43], [6, -37]] as const) pen.line(`M${x - 5} ${y + 6}L${x + 5} ${y - 1}`, 3, '#fff8ec');
    pen.line('M-54 -60C-46 -56 -38 -57 -30 -60', 3.4, dark(color, 0.45));
  },
};

export const lamp: Thing = {
  width: 78,
  height: 118,
  size: 1.06,
  draw(pen, color) {
    pen.glow(0, -78, 120, [[0, shining('#ffe7a8'), 0.5], [0.5, shining('#ffd98a'), 0.16], [1, shining('#ffd98a'), 0]]);
    pen.area(box(-2, -70, 4, 66), round3d(BRASS));
    pen.area(mirrored('M0 -8L10 -8C22 -6 28 -3 28 0L0 0'), round3d(BRASS));
    pen.area(mirrored('M0 -118L20 -118L38 -66L0 -66'), { way: 'across', stops: [[0, dark(color, 0.05)], [0.3, shining(pale(color, 0.55))], [0.6, shining(pale(color, 0.3))], [1, dark(color, 0.2)]] });
    pen.area(ellipse(0, -66, 38, 3), plain(shining('#fff3cf')));
  },
};

export const book: Thing = {
  width: 96,
  height: 44,
  size: 0.85,
  label: { y: -32, width: 80, size: 11 },
  draw(pen, color) {
    const stack = [[0, color, 46], [-22, dark(color, 0.55), 42]] as const;
    for (const [y, own, half] of stack) {
      pen.area(box(-half, y - 22, half * 2, 22, 3), shaded(pale(own, 0.12), dark(own, 0.2)));
      pen.area(box(half - 8, y - 19, 9, 16), shaded('#fbf4e4', '#dccfb6'));
      pen.area(box(-half + 10, y - 22, 3, 22), plain(pale(own, 0.45), 0.7));
    }
  },
};

export const giftBox: Thing = {
  width: 104,
  height: 82,
  size: 1,
  colors: ['#b8322c', '#1f5a55', '#d8a24a'],
  label: { y: -26, width: 58, size: 15 },
  draw(pen, color) {
    pen.area(box(-48, -58, 96, 58, 2), { way: 'across', stops: [[0, pale(color, 0.08)], [0.7, color], [1, dark(color, 0.3)]] });
    pen.area(box(-52, -76, 104, 22, 2), { way: 'across', stops: [[0, pale(color, 0.2)], [0.7, pale(color, 0.04)], [1, dark(color, 0.22)]] });
    pen.area(box(-52, -55, 104, 4), plain(dark(color, 0.5), 0.35));
    pen.area(box(-52, -70, 104, 1.5), plain('#e9c46a', 0.9));
    pen.area(ellipse(0, -27, 21), plain('#e9c46a'));
    pen.area(ellipse(0, -27, 18.5), plain(dark(color, 0.12)));
    // A moon over clouds.
    pen.area(ellipse(0, -30, 9), plain('#f6dfa0'));
    pen.area('M-17 -20C-14 -28 -6 -27 -4 -22C0 -29 8 -28 9 -22C13 -26 18 -24 17 -19C12 -12 -12 -12 -17 -20Z', plain('#e9c46a'));
  },
};

export const candle: Thing = {
  width: 34,
  height: 92,
  size: 0.8,
  colors: ['#f1e6d0', '#c8654a'],
  draw(pen, color) {
    pen.glow(0, -84, 90, [[0, shining('#ffdf9c'), 0.6], [0.5, shining('#ffca76'), 0.16], [1, shining('#ffca76'), 0]]);
    pen.area(mirrored('M0 -6L24 -6C24 -2 18 0 12 0L0 0'), round3d(BRASS));
    pen.area(box(-11, -66, 22, 62, 3), round3d(color));
    pen.line('M0 -66L0 -73', 1.6, '#3b2c22');
    pen.area(mirrored('M0 -94C5 -84 8 -78 0 -71'), shaded(shining('#fff6cf'), shining('#f7a13d')));
  },
};

export const watch: Thing = {
  width: 60,
  height: 116,
  size: 0.95,
  draw(pen, color) {
    pen.area(mirrored('M0 -116L13 -116L17 -80L17 -36L13 0L0 0'), round3d(color));
    pen.area(ellipse(0, -58, 31), round3d('#b9bfc9'));
    pen.area(ellipse(0, -58, 26), shaded('#20283c', '#384763'));
    for (let hour = 0; hour < 12; hour++) {
      const turn = (hour / 12) * 2 * Math.PI;
      const [x, y] = [Math.sin(turn), Math.cos(turn)];
      pen.line(`M${(x * 20).toFixed(1)} ${(-58 - y * 20).toFixed(1)}L${(x * 23).toFixed(1)} ${(-58 - y * 23).toFixed(1)}`, 1.6, '#f4ead2');
    }
    pen.line('M0 -58L-9 -68', 2.6, '#f4ead2');
    pen.line('M0 -58L13 -72', 1.8, '#f4ead2');
    pen.area('M-22 -72C-18 -80 -8 -84 0 -84L-20 -56Z', plain('#ffffff', 0.14));
  },
};

export const chair: Thing = {
  width: 86,
  height: 128,
  size: 1.25,
  seat: 0.44,
  draw(pen, color) {
    const wood = '#9a6238';
    pen.line('M-28 -44L-34 -2', 5, dark(wood, 0.35));
    pen.line('M30 -44L36 -2', 5, dark(wood, 0.35));
    pen.area('M-34 -122C-14 -130 14 -130 34 -122C38 -96 38 -78 32 -58L-32 -58C-38 -78 -38 -96 -34 -122Z', { way: 'across', stops: [[0, pale(color, 0.2)], [0.6, color], [1, dark(color, 0.28)]] });
    pen.area('M-42 -58C-42 -64 42 -64 42 -58L44 -44C44 -38 -44 -38 -44 -44Z', shaded(pale(color, 0.28), dark(color, 0.18)));
    pen.line('M-38 -40L-42 0', 5.5, wood);
    pen.line('M38 -40L42 0', 5.5, dark(wood, 0.15));
  },
};

export const umbrella: Thing = {
  width: 120,
  height: 120,
  size: 1.3,
  shelter: 0.42,
  colors: ['#c43b3b', '#e0a63f', '#2f6b78'],
  draw(pen, color) {
    pen.line('M0 -70L0 -8C0 4 14 4 14 -6', 3, '#4a3728');
    pen.area('M-60 -66C-56 -102 -26 -118 0 -120C26 -118 56 -102 60 -66C50 -74 42 -74 32 -67C22 -75 12 -75 0 -67C-12 -75 -22 -75 -32 -67C-42 -74 -50 -74 -60 -66Z', { way: 'across', stops: [[0, pale(color, 0.2)], [0.5, color], [1, dark(color, 0.34)]] });
    pen.line('M0 -120C-18 -106 -30 -88 -32 -67', 1, dark(color, 0.4), 0.5);
    pen.line('M0 -120C18 -106 30 -88 32 -67', 1, dark(color, 0.4), 0.5);
  },
};
