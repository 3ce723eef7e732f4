/**
 * What one step of a person turned around: each pixel from the first number of a pair up to the second.
 * Turned around once more, it is undone; so no step keeps a picture.
 */
export interface Step {
  runs: Uint32Array;
  /** Whether it is all pixels, and `runs` is empty. */
  isWhole: boolean;
}

/** @source ours: what a person can still tell apart */
const MOST_STEPS = 200;
/** Numbers in all steps together: 8 MB. @source ours: an eighth of what one picture of 4096 x 4096 takes */
const MOST_NUMBERS = 2_000_000;

/** What can be undone and done again. Beyond a bound the oldest is forgotten. */
interface Steps {
  add(step: Step): void;
  undo(): Step | undefined;
  redo(): Step | undefined;
  canUndo(): boolean;
  canRedo(): boolean;
}

export function createSteps({ mostSteps = MOST_STEPS, mostNumbers = MOST_NUMBERS } = {}): Steps {
  let done: Step[] = [];
  let undone: Step[] = [];
  const numbers = () => done.reduce((sum, { runs }) => sum + runs.length, 0);
  return {
    add(step) {
      undone = [];
      done.push(step);
      // The latest can be undone, however large it is.
      while (done.length > 1 && (done.length > mostSteps || numbers() > mostNumbers)) done = done.slice(1);
    },
    undo() {
      const step = done.pop();
      if (step !== undefined) undone.push(step);
      return step;
    },
    redo() {
      const step = undone.pop();
      if (step !== undefined) done.push(step);
      return step;
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  };
}
