/** The pixels of a mask, counted row by row: those that are marked, and how to turn some of them around. */
interface Marks {
  has(at: number): boolean;
  /** How many of all are marked, from 0 to 1. */
  share(): number;
  /** 1 for each that is marked, else 0, from one on, as many as there is room for. */
  read(from: number, to: Uint8Array): void;
  /** Makes a piece of one row all alike. What had to be turned around for it is added to `runs`, from one up to another. */
  put(isMarked: boolean, from: number, to: number, runs: number[]): void;
  /** Turns runs around. In each all are alike. */
  turn(runs: ArrayLike<number>): void;
  turnAll(): void;
}

/**
 * @param pixels 1 for each that is marked, else 0; written into
 * @param onRun told of each piece that has become so, but not of `turnAll`
 */
export function createMarks(pixels: Uint8Array, onRun: (isMarked: boolean, from: number, to: number) => void): Marks {
  /** 1 where a byte means its opposite: turning all around takes no time, however large the picture is. */
  let turned = 0;
  let ones = countOf(pixels);

  function fill(value: number, from: number, to: number): void {
    pixels.fill(value, from, to);
    ones += value ? to - from : from - to;
    onRun(value !== turned, from, to);
  }

  return {
    has: (at) => pixels[at] !== turned,
    share: () => (turned ? pixels.length - ones : ones) / pixels.length,
    read(from, to) {
      for (let at = 0; at < to.length; at++) to[at] = (pixels[from + at] ?? 0) ^ turned;
    },
    put(isMarked, from, to, runs) {
      const value = Number(isMarked) ^ turned;
      for (let at = from; at < to; ) {
        // Of the piece alone: in all of it, looking for what is nowhere would take as long as the picture is large.
        const other = pixels.subarray(at, to).indexOf(1 - value);
        if (other < 0) return;
        const begin = at + other;
        const same = pixels.subarray(begin, to).indexOf(value);
        at = same < 0 ? to : begin + same;
        fill(value, begin, at);
        runs.push(begin, at);
      }
    },
    turn(runs) {
      for (let at = 0; at < runs.length; at += 2) {
        const [from = 0, to = 0] = [runs[at], runs[at + 1]];
        fill(1 - (pixels[from] ?? 0), from, to);
      }
    },
    turnAll: () => void (turned = 1 - turned),
  };
}

function countOf(pixels: Uint8Array): number {
  let count = 0;
  for (const pixel of pixels) count += pixel;
  return count;
}
