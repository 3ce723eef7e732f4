/** `"2048x1536"` is `"4:3"`. */
export function ratioOf(size: string): string {
  const [width = 1, height = 1] = size.split('x').map(Number);
  const divisor = greatestCommonDivisor(width, height);
  return `${width / divisor}:${height / divisor}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Width over height. What is no ratio counts as a square. */
export function proportion(ratio: string | undefined): number {
  const [width = Number.NaN, height = Number.NaN] = (ratio ?? '').split(':').map(Number);
  const found = width / height;
  return Number.isFinite(found) && found > 0 ? found : 1;
}
