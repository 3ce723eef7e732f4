import type { ThingName } from '../things/things.js';
import type { MoodName } from './moods.js';

export type SceneName = 'table' | 'portrait' | 'street' | 'forest' | 'sea' | 'skyline' | 'interior' | 'meadow' | 'mountains' | 'underwater' | 'space' | 'map' | 'abstract';

/** A thing in its place. */
export interface Subject {
  /** What its chance follows from, so that others come and go beside it. */
  id: string;
  thing: ThingName;
  /** Absent: what the thing or the picture has of itself. */
  color?: string;
  /** The middle of it, from 0 to 1 across the picture. */
  x: number;
  /** How far below the scene's own ground it stands, in shorter sides of the picture; above it is less than 0. */
  y: number;
  /** Of a unit of it, in hundredths of the picture's shorter side. */
  size: number;
  /** What is written on it. */
  text?: string;
  /** What it is drawn by in place of `y`: what stands on something is as near as that. */
  depth?: number;
  /** On a board of its own, where nothing else holds it. */
  isShelved?: boolean;
}

/** All that a picture shows, in words: what is asked for in the next turn changes this, and what it does not name stays. */
export interface Plan {
  scene: SceneName;
  /** What all chance follows from. */
  key: string;
  /** Whose hand draws it. */
  hand: string;
  mood: MoodName;
  subjects: readonly Subject[];
  /** Of what things stand on. */
  ground?: string;
  /** Of what is behind them. */
  back?: string;
  /** What all of it is tinted by. */
  tint?: string;
  isAbove: boolean;
  weather?: 'rain' | 'snow';
  /** Lights that came where nobody here knew what was asked for, each by the words of its turn. */
  lights: readonly string[];
}
