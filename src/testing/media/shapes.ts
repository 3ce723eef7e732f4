// What a picture is made of. It is described once; SVG on Node, a canvas in the browser and, where there is neither, pixels show the same.

export interface Stop {
  /** 0 to 1. */
  at: number;
  /** `#rrggbb`. */
  color: string;
  alpha: number;
}

/** A straight line from where a gradient begins to where it ends, in pixels. */
export interface Span {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A soft ellipse of light: `radius` pixels wide, `squash` times as high, turned by `angle` degrees. */
export interface Glow {
  shape: 'glow';
  x: number;
  y: number;
  radius: number;
  squash: number;
  angle: number;
  stops: readonly Stop[];
}

/** What a path encloses, shaded along `span`. */
export interface Area {
  shape: 'area';
  /** SVG path data of `M`, `L`, `Q`, `C` and `Z` alone, each letter written out, all in pixels of the picture. */
  path: string;
  span: Span;
  stops: readonly Stop[];
}

/** A path as a pen draws it, with round ends. */
interface Line {
  shape: 'line';
  /** As that of an area. */
  path: string;
  width: number;
  color: string;
  alpha: number;
}

/** Words on one line around `x`, standing on `y`, turned by `angle` degrees. */
export interface Letters {
  shape: 'letters';
  text: string;
  x: number;
  y: number;
  size: number;
  angle: number;
  color: string;
  alpha: number;
}

export type Shape = Glow | Area | Line | Letters;

export interface Picture {
  width: number;
  height: number;
  /** From corner to corner. */
  background: Span & { stops: readonly Stop[] };
  /** What is nearest comes last. */
  shapes: readonly Shape[];
}
