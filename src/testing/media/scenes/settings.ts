import type { MoodName } from './moods.js';
import type { SceneName } from './plan.js';

/** What a scene is like before anything is drawn in it. */
interface Setting {
  /** Light that fits, where none is named. */
  moods: readonly MoodName[];
  /** How large things are here, beside things on a table. */
  size: number;
  /** Where a single thing stands, and where two do, from 0 to 1; in a row in the middle where that is not said. */
  spots?: readonly [one: number, first: number, second: number];
}

export const SETTINGS: Record<SceneName, Setting> = {
  table: { moods: ['day'], size: 1 },
  portrait: { moods: ['day'], size: 0.7 },
  street: { moods: ['night', 'dusk'], size: 0.5 },
  forest: { moods: ['dawn', 'day', 'fog'], size: 0.62, spots: [0.56, 0.38, 0.66] },
  sea: { moods: ['dawn', 'dusk', 'golden', 'day'], size: 0.62, spots: [0.62, 0.66, 0.3] },
  skyline: { moods: ['dusk', 'night', 'dawn'], size: 0.42, spots: [0.36, 0.3, 0.66] },
  interior: { moods: ['day', 'golden'], size: 0.78, spots: [0.66, 0.62, 0.32] },
  meadow: { moods: ['day', 'golden', 'dawn'], size: 0.62, spots: [0.6, 0.34, 0.66] },
  mountains: { moods: ['dawn', 'golden', 'day', 'dusk'], size: 0.5, spots: [0.64, 0.32, 0.68] },
  underwater: { moods: ['day'], size: 0.7 },
  space: { moods: ['night'], size: 0.72 },
  map: { moods: ['day'], size: 0.4 },
  abstract: { moods: ['day'], size: 0.8 },
};
