// Paths as corners, for who draws pixel by pixel.

type Point = readonly [x: number, y: number];
/** Closed, whether its last corner is its first or not. */
export type Polygon = readonly Point[];

/** Straight pieces of one curve: so many that no corner shows. */
const PIECES = 12;

/** The corners of each part of a path. */
export function cornersOf(path: string): Point[][] {
  const parts: Point[][] = [];
  for (const [, letter = '', rest = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = rest.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const points = Array.from({ length: numbers.length / 2 }, (_, index): Point => [numbers[index * 2]!, numbers[index * 2 + 1]!]);
    const part = parts.at(-1);
    if (letter === 'M') parts.push(points);
    else if (letter === 'Z') part?.push(part[0]!);
    else if (letter === 'L') part?.push(...points);
    else part?.push(...along([part.at(-1)!, ...points]));
  }
  return parts;
}

/** De Casteljau: a curve of any degree, by the points that bend it. */
function along(bends: readonly Point[]): Point[] {
  return Array.from({ length: PIECES }, (_, index) => {
    const part = (index + 1) / PIECES;
    let points = bends;
    while (points.length > 1) points = points.slice(1).map(([x, y], at): Point => [points[at]![0] * (1 - part) + x * part, points[at]![1] * (1 - part) + y * part]);
    return points[0]!;
  });
}

/** What a pen covers that follows these corners: a disc at each, and what lies between two. All of them turn one way. */
export function strokeOf(corners: readonly Point[], width: number): Polygon[] {
  const half = width / 2;
  const sides = Math.max(8, Math.ceil(half * 2));
  const discs = corners.map(([x, y]) => Array.from({ length: sides }, (_, side): Point => {
    const turn = (side / sides) * 2 * Math.PI;
    return [x + half * Math.cos(turn), y + half * Math.sin(turn)];
  }));
  const bars = corners.slice(1).flatMap(([toX, toY], index): Polygon[] => {
    const [x, y] = corners[index]!;
    const length = Math.hypot(toX - x, toY - y);
    if (length === 0) return [];
    const [dx, dy] = [((toY - y) / length) * half, ((x - toX) / length) * half];
    return [[[x + dx, y + dy], [toX + dx, toY + dy], [toX - dx, toY - dy], [x - dx, y - dy]]];
  });
  return [...discs, ...bars];
}
