export interface Palette {
  /** From the far end of the picture to the near one. */
  readonly sky: readonly string[];
  readonly glows: readonly string[];
  /** Of the nearest shapes. */
  readonly ground: readonly string[];
  /** Prompts with one of these words prefer it. */
  readonly words: RegExp;
}

// Chosen by eye: a picture draws its colours from one of them only, so that none looks accidental.
const palettes: readonly Palette[] = [
  {
    sky: ['#c8b6ff', '#ffd6a5', '#a0c4ff'],
    glows: ['#fff1e6', '#ffadad', '#bdb2ff'],
    ground: ['#b8c0ff', '#8e94f2', '#6d72c3'],
    words: /pastel|soft|cute|dream|baby|kettle|cup|mug|flower|spring/i,
  },
  {
    sky: ['#0b3d3a', '#1f8a84', '#3aeede'],
    glows: ['#f4fffb', '#7ef9e8', '#3964ef'],
    ground: ['#12706b', '#0b4a47', '#062b29'],
    words: /sea|ocean|tide|water|wave|river|rain|lake|fish|ice|glacier/i,
  },
  {
    sky: ['#1b1f3b', '#3964ef', '#ff8fab'],
    glows: ['#ffd6e0', '#8da2fb', '#ff6f91'],
    ground: ['#2a3170', '#1d2150', '#11132e'],
    words: /night|city|neon|space|star|moon|galaxy|cyber|dark/i,
  },
  {
    sky: ['#f9f7f3', '#e6c9a8', '#d4a373'],
    glows: ['#fffaf0', '#f2cc8f', '#e07a5f'],
    ground: ['#b5835a', '#8a5a3b', '#5e3d29'],
    words: /desert|sand|wood|coffee|ramen|bread|autumn|leather|perfume|steel|interior/i,
  },
  {
    sky: ['#ff9e6d', '#ff6b6b', '#5f4bb6'],
    glows: ['#ffe8c2', '#ffc46b', '#ff8fa3'],
    ground: ['#8a3f8f', '#572c72', '#2b1b4a'],
    words: /sunset|sunrise|dusk|dawn|fire|warm|summer|evening|golden/i,
  },
  {
    sky: ['#e8f7d4', '#a7d7a0', '#4c9f8b'],
    glows: ['#fdffe8', '#d9f2a5', '#8fd6c1'],
    ground: ['#3f8272', '#265e55', '#143c3a'],
    words: /forest|tree|leaf|garden|moss|green|meadow|jungle|bird|fox|wildlife/i,
  },
  {
    sky: ['#fdf2f8', '#f9a8d4', '#a855f7'],
    glows: ['#ffffff', '#fbcfe8', '#c4b5fd'],
    ground: ['#8b3fd9', '#5b21b6', '#32106b'],
    words: /fashion|party|music|dance|love|rose|pink|candy/i,
  },
  {
    sky: ['#dbeafe', '#93c5fd', '#3964ef'],
    glows: ['#ffffff', '#bfdbfe', '#3aeede'],
    ground: ['#2f57e0', '#1e3a9f', '#122464'],
    words: /sky|cloud|glass|snow|mountain|winter|minimal|product|studio|tech/i,
  },
  {
    sky: ['#7f1d1d', '#d1342f', '#f6c065'],
    glows: ['#ffe9b8', '#ff9d5c', '#f6c065'],
    ground: ['#8f1f24', '#5e1219', '#35090f'],
    words: /国潮|月饼|festival|lantern|dragon|red|lava|spice|tea|包装/i,
  },
];

/** One that the words of a prompt prefer, by chance from 0 to 1. */
export function paletteOf(prompt: string, chance: number): Palette {
  const fitting = palettes.filter(({ words }) => words.test(prompt));
  const from = fitting.length > 0 ? fitting : palettes;
  return from[Math.floor(chance * from.length)] ?? palettes[0]!;
}
