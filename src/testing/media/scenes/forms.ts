// Paths that many things are made of.

/** How far the points that bend it are from the ends of a quarter of a circle. */
const QUARTER = 0.5523;

export function ellipse(x: number, y: number, across: number, down = across): string {
  const [bendX, bendY] = [across * QUARTER, down * QUARTER];
  return `M${x - across} ${y}C${x - across} ${y - bendY} ${x - bendX} ${y - down} ${x} ${y - down}C${x + bendX} ${y - down} ${x + across} ${y - bendY} ${x + across} ${y}C${x + across} ${y + bendY} ${x + bendX} ${y + down} ${x} ${y + down}C${x - bendX} ${y + down} ${x - across} ${y + bendY} ${x - across} ${y}Z`;
}

/** From its left upper corner; corners are round by `bend`. */
export function box(x: number, y: number, width: number, height: number, bend = 0): string {
  const [right, bottom] = [x + width, y + height];
  if (bend === 0) return `M${x} ${y}L${right} ${y}L${right} ${bottom}L${x} ${bottom}Z`;
  return `M${x + bend} ${y}L${right - bend} ${y}Q${right} ${y} ${right} ${y + bend}L${right} ${bottom - bend}Q${right} ${bottom} ${right - bend} ${bottom}L${x + bend} ${bottom}Q${x} ${bottom} ${x} ${bottom - bend}L${x} ${y + bend}Q${x} ${y} ${x + bend} ${y}Z`;
}

/** What is the same on both sides: `half` is its right side as a path, from above to below, and the left one is its mirror. */
export function mirrored(half: string): string {
  const parts = [...half.matchAll(/([MLQC])([^MLQC]*)/g)].map(([, letter = '', rest = '']) => {
    const numbers = rest.match(/-?[\d.]+/g)?.map(Number) ?? [];
    return { letter, points: Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[index * 2]!, numbers[index * 2 + 1]!] as const) };
  });
  let back = '';
  for (let index = parts.length - 1; index > 0; index--) {
    // A piece begins where the one before it ends; backwards it ends there.
    const points = [...parts[index]!.points].reverse().slice(1).concat([parts[index - 1]!.points.at(-1)!]);
    back += parts[index]!.letter + points.map(([x, y]) => `${-x} ${y}`).join(' ');
  }
  const [endX, endY] = parts.at(-1)!.points.at(-1)!;
  return `${half}L${-endX} ${endY}${back}Z`;
}

/** A smooth line through `points`, from left to right. */
export function through(points: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = points;
  let [x, y] = first!;
  let path = `M${x} ${y}`;
  for (const [toX, toY] of rest) {
    const half = (x + toX) / 2;
    path += `C${half} ${y} ${half} ${toY} ${toX} ${toY}`;
    [x, y] = [toX, toY];
  }
  return path;
}
