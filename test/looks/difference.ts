// How many pixels of two pictures are not alike.

/** A picture, four bytes a pixel. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Of 255, for each of red, green and blue. References hold 256 colours each, and the nearest of them is this near. */
const NEAR = 24;

/** Of two pictures of one size. */
export function difference(one: Pixels, other: Pixels): number {
  let count = 0;
  const [a, b] = [words(one), words(other)];
  for (let pixel = 0; pixel < a.length; pixel++) {
    if (a[pixel] !== b[pixel] && isFar(one.data, other.data, pixel * 4)) count++;
  }
  return count;
}

/** A pixel at once: most are the same, and need no second look. */
const words = ({ data }: Pixels): Uint32Array => new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);

function isFar(a: Uint8Array, b: Uint8Array, at: number): boolean {
  for (let channel = at; channel < at + 3; channel++) {
    if (Math.abs(a[channel]! - b[channel]!) > NEAR) return true;
  }
  return false;
}
