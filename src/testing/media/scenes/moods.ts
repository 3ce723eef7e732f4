import { mix } from './colors.js';

/** The light of a picture. Every colour of what is in it is seen in this light, so that another hour is the same place. */
export interface Mood {
  /** From above to the horizon. */
  sky: readonly [string, string, string];
  /** What white looks like. */
  light: string;
  /** What things far away fade into. */
  haze: string;
  /** What shadows are made of. */
  shade: string;
  /** Of the sun, or what stands for it. */
  sun: string;
  /** Whether lamps are lit. */
  isDark: boolean;
}

export type MoodName = 'day' | 'dawn' | 'dusk' | 'golden' | 'night' | 'fog' | 'rain' | 'snow' | 'pastel';

// Chosen by eye: few colours each, warm against cool, so that no picture looks accidental.
const MOODS: Record<MoodName, Mood> = {
  day: { sky: ['#6fa8d6', '#a9d0e6', '#f3ecdc'], light: '#ffffff', haze: '#d5e4ea', shade: '#2b3350', sun: '#fff4d2', isDark: false },
  dawn: { sky: ['#8c9fd6', '#eab4b8', '#ffe2b6'], light: '#ffe6da', haze: '#f0cdc6', shade: '#463a62', sun: '#fff0c4', isDark: false },
  golden: { sky: ['#f0a35e', '#f7c77f', '#fff0c9'], light: '#ffe6bd', haze: '#f6d6a2', shade: '#57304a', sun: '#fff7dc', isDark: false },
  dusk: { sky: ['#2f3576', '#a8527e', '#ff9f68'], light: '#d8979a', haze: '#8f5583', shade: '#1f1a48', sun: '#ffd596', isDark: true },
  night: { sky: ['#0b1030', '#18245a', '#3a5496'], light: '#6f7fbd', haze: '#2b3a72', shade: '#080c24', sun: '#f6efcd', isDark: true },
  fog: { sky: ['#bcc7cc', '#cfd7d8', '#e4e6e1'], light: '#eceeed', haze: '#d6dcdb', shade: '#4a5962', sun: '#fffaf0', isDark: false },
  rain: { sky: ['#566a7d', '#7d93a2', '#b3c3ca'], light: '#b6c4d0', haze: '#8fa2ad', shade: '#1f2c3c', sun: '#dfe8ea', isDark: false },
  snow: { sky: ['#9fb4d0', '#cbdaea', '#f0f4f7'], light: '#f3f7ff', haze: '#dde7f1', shade: '#3a4b70', sun: '#ffffff', isDark: false },
  pastel: { sky: ['#bcb4f2', '#f6c8dc', '#fff0d9'], light: '#fff6fb', haze: '#f3dcec', shade: '#7a6fa8', sun: '#fffbe8', isDark: false },
};

/** Indoors somebody has put on a lamp. */
export function lightOf(name: MoodName, isIndoors: boolean): Mood {
  const mood = MOODS[name];
  return mood.isDark && isIndoors ? { ...mood, light: mix(mood.light, '#ffe2bd', 0.42) } : mood;
}
