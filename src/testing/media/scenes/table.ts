import { box, ellipse } from './forms.js';
import { dark, pale, plain, shining } from './pen.js';
import { between, oneOf, type Scene, type Stage } from './stage.js';

/** Colours that go together: of the wall, of the table, and of things on it that have none of themselves. */
const SCHEMES = [
  { back: '#e8d9c4', ground: '#c58f66', things: ['#b94f37', '#2f5d62', '#f3e8d6', '#d9a441'] },
  { back: '#b5c9c3', ground: '#ece3d4', things: ['#d0784e', '#35524a', '#f4efe6', '#e4b363'] },
  { back: '#2f4858', ground: '#cfb793', things: ['#e58a5a', '#f0e0c0', '#8fb3ab', '#d95f4b'] },
  { back: '#efc6b4', ground: '#b06a58', things: ['#274c5b', '#f7e8d8', '#e0a84c', '#8d3f4a'] },
  { back: '#d3d5e4', ground: '#8b92bb', things: ['#f0b29a', '#3b4474', '#faf3ea', '#e9c46a'] },
  { back: '#dfe3d2', ground: '#7f9478', things: ['#d9683f', '#f6efdf', '#3c5a4d', '#e3b04b'] },
  { back: '#a9c4d6', ground: '#f0e6d6', things: ['#d9704a', '#2d4a6b', '#fbf5e8', '#e6b455'] },
  { back: '#5f6f5a', ground: '#c9a878', things: ['#f0d9b0', '#b9503a', '#efe9db', '#8fa98a'] },
  { back: '#e3c3d0', ground: '#a9748f', things: ['#fff3e6', '#5b3a6b', '#e8a06a', '#7fa6a0'] },
  { back: '#f0d9a8', ground: '#d28c4a', things: ['#31596b', '#fbf3e2', '#a8442f', '#5f7f5d'] },
] as const;

export function schemeOf(stage: Stage): (typeof SCHEMES)[number] {
  return oneOf(stage.pen('scheme'), SCHEMES);
}

/** A wall with the light of a window on it, and the top of a table. */
export const table: Scene = {
  behind(stage) {
    const { half, high, plan, mood } = stage;
    const scheme = schemeOf(stage);
    const [back, ground] = [plan.back ?? scheme.back, plan.ground ?? scheme.ground];
    if (plan.isAbove) return fromAbove(stage, ground);
    const pen = stage.pen('table');
    const edge = high * between(pen, 0.6, 0.67);
    stage.fill([pale(back, 0.3), back, dark(back, 0.26)], 'across');
    pen.glow(-half, 0, half * 1.7, [[0, mood.isDark ? mood.sun : '#fff6e0', 0.5], [1, '#fff6e0', 0]], 0.9);
    if (mood.isDark) pen.glow(half * 0.1, edge * 0.7, 90, [[0, shining('#ffdf9c'), 0.28], [1, shining('#ffdf9c'), 0]]);
    else windowLight(stage, edge);
    pen.area(box(-half, edge, half * 2, high - edge), { way: 'down', stops: [[0, pale(ground, 0.16)], [0.25, ground], [1, dark(ground, 0.3)]] });
    pen.area(box(-half, edge, half * 2, 0.9), plain(pale(ground, 0.5), 0.6));
    pen.glow(-half * 0.7, edge + 6, half * 1.3, [[0, '#fff3d8', 0.36], [1, '#fff3d8', 0]], 0.22);
    return edge + (high - edge) * 0.42;
  },
};

function windowLight(stage: Stage, edge: number): void {
  const { half } = stage;
  const pen = stage.pen('window light');
  const [left, top, lean] = [between(pen, -0.55, -0.2) * half, edge * between(pen, 0.1, 0.22), between(pen, 5, 12)];
  for (const column of [0, 1]) {
    for (const row of [0, 1]) {
      const [x, y, wide, tall] = [left + column * 25, top + row * 23 + column * 2.4, 22, 20];
      const corner = (dx: number, dy: number) => `${(x + dx * wide + dy * lean * 0.6 + row * lean * 0.7).toFixed(1)} ${(y + dy * tall + dx * 2.2).toFixed(1)}`;
      pen.area(`M${corner(0, 0)}L${corner(1, 0)}L${corner(1, 1)}L${corner(0, 1)}Z`, { way: 'across', stops: [[0, '#fffaf0', 0.4], [1, '#fffaf0', 0.2]] });
    }
  }
}

/** All of it is table: what lies there is seen from above. */
function fromAbove(stage: Stage, ground: string): number {
  const { half, high } = stage;
  const pen = stage.pen('table');
  stage.fill([pale(ground, 0.28), ground, dark(ground, 0.16)], 'across');
  const cloth = pale(ground, 0.5);
  const turn = between(pen, -0.14, 0.14);
  pen.area(`M${-half * 0.62} ${high * (0.16 - turn)}L${half * 0.74} ${high * (0.12 + turn)}L${half * 0.66} ${high * (0.88 + turn)}L${-half * 0.7} ${high * (0.9 - turn)}Z`, { way: 'across', stops: [[0, pale(cloth, 0.3), 0.85], [1, cloth, 0.6]] });
  pen.glow(-half, 0, half * 1.8, [[0, '#fff6e0', 0.4], [1, '#fff6e0', 0]]);
  pen.area(ellipse(half * 0.86, high * 0.1, 9), plain(dark(ground, 0.16), 0.35));
  return high * 0.5;
}
