import { ellipse } from './forms.js';
import { dark, pale, type Pen, plain } from './pen.js';
import { between, oneOf, type Scene } from './stage.js';
import { schemeOf } from './table.js';

const SKINS = ['#e9b998', '#c68a63', '#8d5a3f', '#f0cbb0'];
const HAIRS = ['#2b2026', '#5a3424', '#a8632f', '#c9c2b8'];

/** Somebody from the shoulders up, without a face: what is told is the light. */
export const portrait: Scene = {
  behind(stage) {
    const { half, high, plan } = stage;
    const scheme = schemeOf(stage);
    const back = plan.back ?? plan.tint ?? scheme.back;
    const pen = stage.pen('portrait');
    stage.fill([pale(back, 0.24), back, dark(back, 0.3)], 'across');
    const y = high * 0.43;
    pen.area(ellipse(2, y - 4, 38), { way: 'across', stops: [[0, pale(scheme.things[3], 0.2)], [1, dark(scheme.things[3], 0.1)]] });
    pen.glow(-half * 0.7, high * 0.2, 95, [[0, '#fff3da', 0.45], [1, '#fff3da', 0]]);
    const [skin, hair] = [oneOf(pen, SKINS), oneOf(pen, HAIRS)];
    const cloth = plan.ground ?? oneOf(pen, scheme.things.slice(0, 2));
    const cut = Math.floor(between(pen, 0, 3));
    bust(pen, y, high, skin, hair, cloth, cut);
    return high * 0.9;
  },
};

/** Seen from the side, towards the light. */
function bust(pen: Pen, y: number, high: number, skin: string, hair: string, cloth: string, cut: number): void {
  const sided = (color: string) => ({ way: 'across', stops: [[0, pale(color, 0.36)], [0.3, color], [0.75, dark(color, 0.34)], [1, dark(color, 0.5)]] }) as const;
  const at = (path: string) => path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, dy: string) => `${x} ${(y + Number(dy)).toFixed(1)}`);
  if (cut === 0) pen.area(at('M2 -28C28 -32 34 -6 29 12C26 26 38 36 34 52C24 58 6 54 2 44Z'), sided(dark(hair, 0.12)));
  pen.area(`${at('M-10 34C-24 40 -44 44 -48 62')}L-54 ${high + 10}L58 ${high + 10}${at('L54 62C48 46 32 42 18 36Z')}`, sided(cloth));
  pen.area(at('M-9 18C-7 26 -10 32 -14 36C-4 48 12 48 22 37C16 32 15 22 17 6Z'), sided(dark(skin, 0.16)));
  pen.area(at('M-15 -20C-19 -14 -20 -9 -19.5 -5C-19.4 -3 -20.5 -1 -22 2C-23 4 -25 6.5 -24.6 8C-24.2 9.4 -21.5 9 -21 10C-20.6 11 -22 12 -22 13C-22 13.8 -20.6 14 -20.6 14.6C-20.6 15.2 -21.6 15.8 -21.4 16.8C-21.2 18 -19.8 18 -19.8 19.4C-19.8 21 -20.6 22 -19.6 24C-18 27 -12 26.6 -7 24.4C-1 21.6 8 16 16 8C24 -4 20 -22 6 -27C-2 -29 -11 -26 -15 -20Z'), sided(skin));
  pen.area(at('M-7 24.4C-1 21.6 8 16 16 8L16 22C8 30 -2 30 -7 24.4Z'), plain(dark(skin, 0.6), 0.26));
  pen.line(at('M-18 -1.6C-16.4 -0.4 -14.6 -0.4 -13 -1.4'), 0.8, dark(skin, 0.75), 0.8);
  pen.line(at('M-19 -6.6C-17 -8.2 -14.4 -8.2 -12 -7'), 1, dark(hair, 0.2), 0.75);
  const crown = cut === 1 ? 'M-17 -17C-20 -28 -6 -36 8 -33C26 -30 31 -12 24 4C22 10 18 14 14 15C12 6 14 0 9 -3C6 -6 6 -12 2 -15C-5 -12 -12 -12 -17 -17Z' : 'M-17 -16C-20 -30 -4 -37 10 -33C28 -28 32 -8 26 8C24 18 20 22 16 26C12 18 15 6 11 0C7 -6 7 -12 3 -16C-4 -13 -12 -12 -17 -16Z';
  if (cut === 2) pen.area(ellipse(25, y - 24, 10), sided(dark(hair, 0.1)));
  pen.area(at(crown), sided(hair));
  pen.area(at('M-12 -21C-8 -30 6 -32 14 -28C6 -28 -2 -25 -6 -19Z'), plain(pale(hair, 0.5), 0.3));
  pen.area(ellipse(8.5, y + 3, 3, 4.4), plain(dark(skin, 0.2)));
  pen.area(at('M-14 36C-4 47 12 47 22 37L26 40C16 53 -6 53 -18 39Z'), sided(pale(cloth, 0.22)));
}
