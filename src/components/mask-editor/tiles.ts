import type { Size } from '../../core/mask/rows.js';

/** A canvas that is drawn on is handed to the screen whole: of one as large as the picture, a dot would cost as much as all of it. @source ours: measured by `npm run bench:mask` */
const SIDE = 256;

/** A surface of small canvases, each made when it is first marked. */
interface Tiles {
  /** Marks a piece of a row, or clears it. What is marked twice is as dark as once. */
  put(isMarked: boolean, y: number, from: number, to: number): void;
  remove(): void;
}

/** @returns `undefined` where this browser has no canvas */
export function createTiles(host: HTMLElement, size: Size): Tiles | undefined {
  const tiles = new Map<number, CanvasRenderingContext2D>();
  const columns = Math.ceil(size.width / SIDE);
  const sample = create(0, 0);
  if (sample === undefined) return undefined;
  const paint = stripes(sample.canvas);

  function create(left: number, top: number): CanvasRenderingContext2D | undefined {
    const canvas = host.ownerDocument.createElement('canvas');
    Object.assign(canvas, { width: Math.min(SIDE, size.width - left), height: Math.min(SIDE, size.height - top) });
    const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
    Object.assign(canvas.style, { left: percent(left, size.width), top: percent(top, size.height), width: percent(canvas.width, size.width), height: percent(canvas.height, size.height) });
    return canvas.getContext('2d') ?? undefined;
  }

  /** One that is not there is clear already. */
  function tileAt(column: number, row: number, isNeeded: boolean): CanvasRenderingContext2D | undefined {
    const at = row * columns + column;
    const known = tiles.get(at);
    if (known !== undefined || !isNeeded) return known;
    const made = create(column * SIDE, row * SIDE);
    if (made === undefined) return undefined;
    made.fillStyle = (paint && made.createPattern(paint, 'repeat')) ?? LIGHT;
    host.append(made.canvas);
    tiles.set(at, made);
    return made;
  }

  return {
    put(isMarked, y, from, to) {
      const row = Math.floor(y / SIDE);
      for (let column = Math.floor(from / SIDE); column * SIDE < to; column++) {
        const tile = tileAt(column, row, isMarked);
        if (tile === undefined) continue;
        const left = column * SIDE;
        const [begin, end] = [Math.max(from, left) - left, Math.min(to, left + SIDE) - left];
        tile.clearRect(begin, y - row * SIDE, end - begin, 1);
        if (isMarked) tile.fillRect(begin, y - row * SIDE, end - begin, 1);
      }
    },
    remove() {
      for (const { canvas } of tiles.values()) canvas.remove();
      tiles.clear();
    },
  };
}

/** Stripes of two colours: on a picture of either one the other is seen. They meet at the edges of tiles. */
function stripes({ ownerDocument }: HTMLCanvasElement): HTMLCanvasElement | undefined {
  const canvas = Object.assign(ownerDocument.createElement('canvas'), { width: STRIPE, height: STRIPE });
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  for (let y = 0; y < STRIPE; y++) {
    for (let x = 0; x < STRIPE; x++) {
      context.fillStyle = (x + y) % STRIPE < STRIPE / 2 ? LIGHT : DARK;
      context.fillRect(x, y, 1, 1);
    }
  }
  return canvas;
}

const STRIPE = 16;
const LIGHT = 'rgb(255 64 160 / 62%)';
const DARK = 'rgb(96 0 64 / 62%)';
