/** A place in a picture, from 0 to 1 across and down. */
export type Spot = readonly [x: number, y: number];

/** Whether a place is within so much of a way through spots, in pixels of a picture. Within a pixel of its edge either will do: the screen's own pixels are as wide. */
export function isNear(spots: readonly Spot[], { width, height }: { width: number; height: number }, radius: number, slack: number): (x: number, y: number) => boolean | undefined {
  const points = spots.map(([x, y]) => ({ x: x * width, y: y * height }));
  return (x, y) => {
    let nearest = Infinity;
    points.forEach((from, index) => {
      const to = points[index + 1] ?? from;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = dx * dx + dy * dy;
      const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
      nearest = Math.min(nearest, Math.hypot(x - from.x - part * dx, y - from.y - part * dy));
    });
    return Math.abs(nearest - radius) <= slack ? undefined : nearest < radius;
  };
}
