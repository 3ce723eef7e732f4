// Colours as a page computes them, and what is seen where one lies over another.

/** Each from 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

export const CLEAR: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };
export const WHITE: Colour = { red: 1, green: 1, blue: 1, alpha: 1 };

const KINDS = [
  { pattern: /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/, most: 255 },
  { pattern: /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/, most: 1 },
];

/** `undefined`: of a kind that is not read here. */
export function parsed(text: string): Colour | undefined {
  for (const { pattern, most } of KINDS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [red, green, blue] = found.slice(1, 4).map((value) => Number(value) / most) as [number, number, number];
    return { red, green, blue, alpha: Number(found[4] ?? 1) };
  }
  return undefined;
}

/** What is seen of one over another. */
export function over(upper: Colour, lower: Colour): Colour {
  const rest = lower.alpha * (1 - upper.alpha);
  const alpha = upper.alpha + rest;
  const mixed = (one: number, other: number) => (alpha === 0 ? 0 : (one * upper.alpha + other * rest) / alpha);
  return { red: mixed(upper.red, lower.red), green: mixed(upper.green, lower.green), blue: mixed(upper.blue, lower.blue), alpha };
}

export const faded = (colour: Colour, opacity: number): Colour => ({ ...colour, alpha: colour.alpha * opacity });

/** From 1 to 21, as WCAG counts it, of two that nothing shows through. */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
