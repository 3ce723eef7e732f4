/** Width over height. What is no ratio counts as a square. */
export function proportion(ratio: string | undefined): number {
  const [width = Number.NaN, height = Number.NaN] = (ratio ?? '').split(':').map(Number);
  const found = width / height;
  return Number.isFinite(found) && found > 0 ? found : 1;
}
