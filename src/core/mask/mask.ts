import { createMarks } from './marks.js';
import { type Area, type OnRow, type Point, rowsOfArea, rowsOfLine, type Size } from './rows.js';
import { createSteps, type Step } from './steps.js';

/** Whether a pixel is marked, to change, or left, to stay. */
export type Mark = 'mark' | 'unmark';

/** What a person is shown of a mask. A new object with each change of it. */
export interface MaskState {
  canUndo: boolean;
  canRedo: boolean;
  /** Of all pixels, from 0 to 1. */
  marked: number;
}

/** Shows what is marked. */
export interface Screen {
  /** A piece of a row has become so. */
  row(isMarked: boolean, y: number, from: number, to: number): void;
  /** Anything may have. */
  all(): void;
}

/** What of a picture may change. A byte for each pixel, and no picture of any step. */
export interface Mask extends Size {
  get(): MaskState;
  /** Whether a pixel may change, both counted from 0. */
  isMarked(x: number, y: number): boolean;
  /** 1 for each pixel of a row that is marked, else 0, into `to`. */
  readRow(y: number, to: Uint8Array): void;
  /** Shows it from now on, as far as it changes; `undefined` shows it nowhere. */
  showOn(screen: Screen | undefined): void;
  /** Paints a line with round ends into the step that has begun, or begins one. */
  line(how: Mark, from: Point, to: Point, radius: number): void;
  /** Ends the step that has begun. */
  end(): void;
  /** Takes the step that has begun back, as if it had never been. */
  drop(): void;
  /** A step of its own. */
  area(how: Mark, area: Area): void;
  invert(): void;
  /** Marks nothing. */
  clear(): void;
  undo(): void;
  redo(): void;
}

interface MaskOptions {
  /** What it begins with: 1 for each pixel that is marked, else 0. It is written into. @default nothing is marked */
  pixels?: Uint8Array;
  /** How much can be undone. @default 200 steps, as long as they take no more than 8 MB */
  bounds?: Parameters<typeof createSteps>[0];
  /** Told once a step is over. A plain call: a store would be a file of its own in bundles that have no mask. @default nobody is */
  onChange?: (state: MaskState) => void;
}

/**
 * A mask as large as a picture.
 * @param size in pixels, of the picture
 * @throws RangeError where there is no room for it
 */
export function createMask({ width, height }: Size, { pixels = new Uint8Array(width * height), bounds, onChange }: MaskOptions = {}): Mask {
  const size = { width, height };
  let screen: Screen | undefined;
  const marks = createMarks(pixels, (isMarked, from, to) => {
    const y = Math.floor(from / width);
    screen?.row(isMarked, y, from - y * width, to - y * width);
  });
  const steps = createSteps(bounds);
  let open: { how: Mark; runs: number[] } | undefined;
  const state = (): MaskState => ({ canUndo: steps.canUndo(), canRedo: steps.canRedo(), marked: marks.share() });
  const tell = () => onChange?.(state());

  function paint(how: Mark, rows: (onRow: OnRow) => void): void {
    // A step turns no pixel around twice, so it can be turned back in any order.
    if (open?.how !== how) end();
    const { runs } = (open ??= { how, runs: [] });
    rows((y, from, to) => marks.put(how === 'mark', y * width + from, y * width + to, runs));
  }

  function end(): void {
    const step = open;
    open = undefined;
    if (step === undefined || step.runs.length === 0) return;
    steps.add({ runs: Uint32Array.from(step.runs), isWhole: false });
    tell();
  }

  function turn(step: Step | undefined): void {
    if (step === undefined) return;
    if (step.isWhole) {
      marks.turnAll();
      screen?.all();
    } else marks.turn(step.runs);
    tell();
  }

  function area(how: Mark, given: Area): void {
    end();
    paint(how, (onRow) => rowsOfArea(given, size, onRow));
    end();
  }

  return {
    ...size,
    get: state,
    isMarked: (x, y) => marks.has(y * width + x),
    readRow: (y, to) => marks.read(y * width, to),
    showOn(next) {
      screen = next;
      next?.all();
    },
    line: (how, from, to, radius) => paint(how, (onRow) => rowsOfLine(from, to, radius, size, onRow)),
    end,
    drop() {
      marks.turn(open?.runs ?? []);
      open = undefined;
    },
    area,
    invert() {
      end();
      const step = { runs: new Uint32Array(), isWhole: true };
      steps.add(step);
      turn(step);
    },
    clear: () => area('unmark', { x: 0, y: 0, ...size }),
    undo() {
      end();
      turn(steps.undo());
    },
    redo() {
      end();
      turn(steps.redo());
    },
  };
}
