import { box, ellipse, mirrored } from '../scenes/forms.js';
import { dark, pale, plain, round3d, shaded, shining } from '../scenes/pen.js';
import type { Thing } from './thing.js';

const WOOD = '#7a5236';
const GREENS = ['#3f7a55', '#567f3e', '#2f6b5f'];

export const boat: Thing = {
  width: 124,
  height: 116,
  size: 1,
  colors: ['#c2473a', '#f3ead9', '#2f5f7d'],
  aloft: 0,
  draw(pen, color) {
    pen.line('M-2 -22L-2 -116', 3, WOOD);
    pen.area('M2 -112C26 -92 42 -62 46 -30L2 -30Z', { way: 'across', stops: [[0, '#fffaf0'], [1, dark('#f0e4d0', 0.14)]] });
    pen.area('M-6 -104C-22 -80 -34 -56 -38 -30L-6 -30Z', { way: 'across', stops: [[0, pale(color, 0.25)], [1, color]] });
    pen.area('M-62 -22L62 -22C54 -8 44 0 32 0L-34 0C-48 -2 -56 -10 -62 -22Z', shaded(pale(color, 0.12), dark(color, 0.35)));
    pen.area('M-62 -22L62 -22L60 -17L-60 -17Z', plain('#fff6e6', 0.9));
    pen.glow(0, 4, 66, [[0, dark('#1b3a4c', 0.2), 0.4], [1, '#1b3a4c', 0]], 0.12);
  },
};

export const paperBoat: Thing = {
  ...boat,
  width: 120,
  height: 64,
  size: 0.9,
  colors: ['#fbf6ea'],
  draw(pen, color) {
    pen.area('M0 -64L30 -20L-30 -20Z', { way: 'across', stops: [[0, color], [0.5, color], [0.5, dark(color, 0.16)], [1, dark(color, 0.16)]] });
    pen.area('M-60 -36L0 -18L60 -36L38 0L-38 0Z', { way: 'across', stops: [[0, pale(color, 0.4)], [0.5, pale(color, 0.1)], [0.5, dark(color, 0.1)], [1, dark(color, 0.24)]] });
    pen.glow(0, 3, 62, [[0, '#1b3a4c', 0.45], [1, '#1b3a4c', 0]], 0.12);
  },
};

export const lighthouse: Thing = {
  width: 90,
  height: 178,
  size: 1.35,
  colors: ['#c8433a'],
  draw(pen, color) {
    pen.area('M-78 10C-60 -14 -36 -20 -22 -16C0 -24 34 -20 48 -10C66 -8 78 2 84 10Z', shaded('#6f6a68', '#3b3a40'));
    pen.area(mirrored('M0 -138L12 -138L19 -12L0 -12'), round3d('#f6efe2'));
    for (const y of [-122, -84, -46]) {
      const [top, low] = [15 + ((y + 138) / 126) * 4 - 3, 15 + ((y + 156) / 126) * 4 - 3];
      pen.area(`M${-top} ${y}L${top} ${y}L${low} ${y + 18}L${-low} ${y + 18}Z`, round3d(color));
    }
    pen.glow(0, -150, 120, [[0, shining('#fff1b8'), 0.75], [0.3, shining('#ffe39a'), 0.25], [1, shining('#ffe39a'), 0]]);
    pen.area('M6 -150L170 -186L170 -128Z', { way: 'across', stops: [[0, shining('#fff4c4'), 0.55], [1, shining('#fff4c4'), 0]] });
    pen.area(box(-9, -160, 18, 20), plain(shining('#fff2bd')));
    pen.area(box(-16, -141, 32, 4, 1), plain('#33343c'));
    pen.area(mirrored('M0 -178L2 -174C10 -172 13 -166 13 -160L0 -160'), round3d(color));
  },
};

export const tree: Thing = {
  width: 96,
  height: 142,
  size: 1.3,
  shelter: 0,
  colors: GREENS,
  draw(pen, color) {
    pen.area('M-6 0C-3 -30 -4 -50 -5 -64L6 -64C4 -46 5 -26 9 0Z', round3d(WOOD));
    pen.area(ellipse(2, -86, 46, 40), { way: 'across', stops: [[0, color], [1, dark(color, 0.45)]] });
    pen.area(ellipse(-14, -102, 32, 30), { way: 'across', stops: [[0, pale(color, 0.22)], [1, dark(color, 0.15)]] });
    pen.area(ellipse(14, -112, 26, 26), { way: 'across', stops: [[0, pale(color, 0.14)], [1, dark(color, 0.22)]] });
    pen.area(ellipse(-20, -112, 14, 12), plain(pale(color, 0.34), 0.7));
  },
};

export const pine: Thing = {
  ...tree,
  width: 70,
  height: 150,
  draw(pen, color) {
    pen.area(box(-4, -22, 8, 22), round3d(WOOD));
    for (const [top, low, half] of [[-84, -14, 36], [-116, -52, 28], [-150, -88, 19]] as const) {
      pen.area(`M0 ${top}C${half * 0.3} ${(top + low) / 2} ${half * 0.7} ${low - 6} ${half} ${low}C${half * 0.3} ${low + 6} ${-half * 0.3} ${low + 6} ${-half} ${low}C${-half * 0.7} ${low - 6} ${-half * 0.3} ${(top + low) / 2} 0 ${top}Z`, { way: 'across', stops: [[0, pale(color, 0.2)], [0.45, color], [1, dark(color, 0.4)]] });
    }
  },
};

export const plant: Thing = {
  width: 84,
  height: 118,
  size: 1,
  colors: GREENS,
  draw(pen, color) {
    for (const [x, y, part] of [[-40, -84, 0.2], [38, -88, 0.35], [-22, -112, 0], [22, -116, 0.15], [0, -124, -0.1], [-46, -56, 0.1], [44, -58, 0.4]] as const) {
      const tone = part < 0 ? pale(color, 0.2) : dark(color, part);
      pen.area(`M0 -42C${x * 0.1 - 9} ${y * 0.7} ${x * 0.6 - 8} ${y * 0.95} ${x} ${y}C${x * 0.9 + 10} ${y * 0.8} ${x * 0.4 + 8} ${y * 0.55} 0 -42Z`, { way: 'across', stops: [[0, pale(tone, 0.16)], [1, dark(tone, 0.12)]] });
    }
    pen.area(mirrored('M0 -44L26 -44L20 0L0 0'), round3d('#c0704d'));
    pen.area(box(-28, -46, 56, 9, 2), round3d('#cb7e5b'));
  },
};

export const flower: Thing = {
  width: 50,
  height: 104,
  size: 0.75,
  colors: ['#e06f7f', '#f0b440', '#d9534f', '#b58bd6'],
  draw(pen, color) {
    pen.line('M0 0C3 -26 -4 -50 0 -80', 3, '#4f7d4a');
    pen.area('M0 -28C14 -48 28 -48 32 -44C26 -32 14 -22 0 -22Z', shaded('#79a35c', '#4a7848'));
    for (let leaf = 0; leaf < 7; leaf++) {
      const turn = (leaf / 7) * 2 * Math.PI;
      const [x, y] = [Math.round(13 * Math.cos(turn)), Math.round(13 * Math.sin(turn) - 84)];
      pen.area(ellipse(x, y, 10), { way: 'down', stops: [[0, pale(color, 0.3)], [1, color]] });
    }
    pen.area(ellipse(0, -84, 8), round3d('#f3c14b'));
  },
};

export const house: Thing = {
  width: 110,
  height: 104,
  size: 1.25,
  colors: ['#f0e4d0', '#c96b4b', '#e3b75c'],
  draw(pen, color) {
    pen.area(box(22, -98, 12, 30), round3d('#8b4a3a'));
    pen.area(box(-46, -60, 92, 60), { way: 'across', stops: [[0, pale(color, 0.2)], [0.6, color], [1, dark(color, 0.22)]] });
    pen.area('M-56 -56L0 -102L56 -56Z', { way: 'across', stops: [[0, '#b5563f'], [1, '#7d3730']] });
    const window = pen.mood.isDark ? shining('#ffd98a') : '#4a6478';
    pen.area(box(-34, -44, 20, 20, 1), plain(window));
    pen.area(box(14, -44, 20, 20, 1), plain(window));
    pen.area(box(-9, -34, 18, 34, 2), shaded('#7a4b33', '#5c3626'));
  },
};

export const lantern: Thing = {
  width: 70,
  height: 96,
  size: 0.85,
  colors: ['#cf3a2e', '#e07a2e'],
  aloft: 34,
  label: { y: -54, width: 44, size: 24 },
  draw(pen, color) {
    pen.line('M0 -140L0 -92', 1.6, '#5b3a28');
    pen.glow(0, -54, 110, [[0, shining('#ffb45c'), 0.55], [0.5, shining('#ff9a4a'), 0.16], [1, shining('#ff9a4a'), 0]]);
    pen.area(ellipse(0, -54, 34, 36), { way: 'across', stops: [[0, dark(color, 0.1)], [0.4, shining(pale(color, 0.35))], [0.7, shining(color)], [1, dark(color, 0.3)]] });
    for (const x of [14, 26]) for (const side of [-1, 1]) pen.line(`M0 -90C${side * x * 1.5} -76 ${side * x * 1.5} -32 0 -18`, 1, dark(color, 0.4), 0.45);
    pen.area(box(-13, -94, 26, 7, 1), plain('#d8a44a'));
    pen.area(box(-13, -22, 26, 7, 1), plain('#d8a44a'));
    pen.line('M0 -15L0 2', 3, '#d8a44a');
  },
};

export const balloon: Thing = {
  width: 96,
  height: 140,
  size: 1,
  colors: ['#d9523f', '#e8b04a', '#3f7f8c'],
  aloft: 34,
  draw(pen, color) {
    pen.line('M-14 -42L-8 -18', 1, '#4a3728');
    pen.line('M14 -42L8 -18', 1, '#4a3728');
    pen.area(mirrored('M0 -140C30 -140 48 -116 46 -90C44 -66 24 -52 14 -40L0 -40'), round3d(color));
    pen.area(mirrored('M0 -140C12 -140 18 -116 17 -90C16 -66 8 -52 5 -40L0 -40'), { way: 'across', stops: [[0, '#fff1d6'], [1, dark('#f2ddba', 0.15)]] });
    pen.area(box(-11, -19, 22, 19, 3), round3d('#9a6a3f'));
  },
};
