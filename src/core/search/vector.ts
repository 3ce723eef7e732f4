/** Where a text lies: whole numbers from -127 to 127, a byte each, and how long that is. */
export interface Placed {
  values: Int8Array;
  length: number;
}

const MOST = 127;

/** A direction in a byte for each number, a quarter of what it came in; how long it was says nothing. */
export function quantised(vector: Float32Array): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(vector, (value) => Math.round((value / largest) * MOST));
}

export function placed(values: Int8Array): Placed {
  let sum = 0;
  for (const value of values) sum += value * value;
  return { values, length: Math.sqrt(sum) };
}

/** From -1 to 1: how much the same way two texts lie. Of vectors of different models, which nothing can be said of, -1. */
export function cosine(a: Placed, b: Placed): number {
  const [one, other] = [a.values, b.values];
  if (one.length !== other.length) return -1;
  let sum = 0;
  // By index: this runs two million times for a question.
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum / (a.length * b.length);
}
