import type { Drawing } from '../base/drawing.js';
import { random } from '../base/random.js';
import { abstract } from './scenes/abstract.js';
import { change } from './scenes/change.js';
import { forest } from './scenes/forest.js';
import { byHand } from './scenes/hands.js';
import { interior } from './scenes/interior.js';
import { map } from './scenes/map.js';
import { meadow } from './scenes/meadow.js';
import { lightOf } from './scenes/moods.js';
import { mountains } from './scenes/mountains.js';
import { penAt, seenIn, shining } from './scenes/pen.js';
import type { Plan, SceneName } from './scenes/plan.js';
import { portrait } from './scenes/portrait.js';
import { read } from './scenes/read.js';
import { sea } from './scenes/sea.js';
import { weather } from './scenes/sky.js';
import { skyline } from './scenes/skyline.js';
import { space } from './scenes/space.js';
import type { Scene, Stage } from './scenes/stage.js';
import { street } from './scenes/street.js';
import { drawSubjects } from './scenes/subjects.js';
import { table } from './scenes/table.js';
import { underwater } from './scenes/underwater.js';
import type { Picture, Shape } from './shapes.js';

const SCENES: Record<SceneName, Scene> = { table, portrait, street, forest, sea, skyline, interior, meadow, mountains, underwater, space, map, abstract };

/** Of a strip there is more than anybody sees: what is farther from its middle stays empty. */
const WIDEST = 250;
const INDOORS: readonly SceneName[] = ['table', 'interior', 'portrait'];

/** The picture of a prompt, or of one before it and what was asked to change in it. Pure: the same order gives the same picture. */
export function compose(order: Drawing): Picture {
  return draw(planOf(order), order);
}

/** What a picture shows, as it was asked for turn by turn. */
export function planOf(order: Drawing): Plan {
  const { before, width, height } = order;
  return before === undefined ? read(order) : change(planOf({ ...before, width, height }), order);
}

function draw(plan: Plan, { width, height }: { width: number; height: number }): Picture {
  const stage = stageOf(plan, width, height);
  const scene = SCENES[plan.scene];
  const ground = scene.behind(stage);
  drawSubjects(stage, ground);
  scene.before?.(stage);
  weather(stage);
  lights(stage);
  return byHand({ width, height, background: stage.background, shapes: stage.shapes }, plan.hand);
}

function stageOf(plan: Plan, width: number, height: number): Stage {
  const scale = Math.min(width, height) / 100;
  const shapes: Shape[] = [];
  const mood = lightOf(plan.mood, INDOORS.includes(plan.scene));
  const stage: Stage = {
    half: Math.min(width / 2 / scale, WIDEST),
    high: Math.min(height / scale, WIDEST * 2),
    plan,
    mood,
    shapes,
    background: { x1: 0, y1: 0, x2: 0, y2: height, stops: [] },
    pen: (name, y = 0) => penAt({ x: width / 2, y: y * scale, scale, mood, chance: random('picture', plan.key, plan.scene, name) }, shapes),
    at: (name, x, y, size) => penAt({ x: width / 2 + x * scale, y: y * scale, scale: scale * size, mood, chance: random('picture', plan.key, name) }, shapes),
    fill(colors, way = 'down') {
      const seen = colors.map((color, index) => ({ at: index / (colors.length - 1), color: seenIn(mood, color), alpha: 1 }));
      stage.background = way === 'down' ? { x1: 0, y1: 0, x2: 0, y2: height, stops: seen } : { x1: 0, y1: 0, x2: width, y2: height * 0.5, stops: seen };
    },
  };
  return stage;
}

/** What came with turns that nobody here could read: a light in front of what was there. */
function lights(stage: Stage): void {
  const { half, high, plan, mood } = stage;
  for (const words of plan.lights) {
    const pen = stage.pen(words);
    const [x, y, radius] = [(pen.chance() * 1.4 - 0.7) * half, (0.2 + pen.chance() * 0.5) * high, 14 + pen.chance() * 16];
    pen.glow(x, y, radius, [[0, shining(mood.sun), 0.8], [0.5, shining(mood.sun), 0.3], [1, shining(mood.sun), 0]]);
  }
}
