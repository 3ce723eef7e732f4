/** What is said where a person marks what of a picture may change. Figures are formatted for the locale already. */
export interface MaskMessages {
  /** Name of the editor, and title of the window that it opens in. */
  title: string;
  loading: string;
  /** The editor itself could not be loaded. */
  notLoaded: string;
  again: string;
  /** The picture does not load, or is none. */
  unreadable: string;
  /** The picture is too large for this device. */
  noRoom: string;
  /** The mask could not be made into a file. */
  notWritten: string;
  /** The mask that was there before does not belong to the picture. */
  otherMask: string;
  tools: string;
  brush: string;
  eraser: string;
  move: string;
  size: string;
  pixels(count: string): string;
  /** Name of the row of buttons. */
  steps: string;
  undo: string;
  redo: string;
  invert: string;
  clear: string;
  /** Name of the picture that is painted on. */
  picture: string;
  help: string;
  keys: string;
  /** Where the rectangle is, in pixels from the left and from above, and how large. */
  rectangle(facts: { left: string; top: string; width: string; height: string }): string;
  rectangleGone: string;
  /** How much of the picture is marked; `undefined` for none. */
  marked(percent: string | undefined): string;
  done: string;
  saving: string;
  cancel: string;
  /** In a form, beside the picture: opens the editor. */
  choose: string;
  /** The same where something is marked already. */
  change: string;
  /** Lets all of the picture change again. */
  remove: string;
  /** What lies over the small picture in the form. */
  preview: string;
}

export const englishMask: MaskMessages = {
  title: 'Choose what changes',
  loading: 'Loading the editor',
  notLoaded: 'The editor could not be loaded. Check the connection and try again.',
  again: 'Try again',
  unreadable: 'This picture cannot be shown, so nothing can be marked on it. Choose another one.',
  noRoom: 'This picture is too large for this device. Close other pages, or choose a smaller one.',
  notWritten: 'What is marked could not be saved. Close other pages and try again.',
  otherMask: 'What was marked before does not fit this picture. Mark it again.',
  tools: 'Tool',
  brush: 'Brush',
  eraser: 'Eraser',
  move: 'Move',
  size: 'Brush size',
  pixels: (count) => `${count} pixels`,
  steps: 'Steps and zoom',
  undo: 'Undo',
  redo: 'Redo',
  invert: 'Invert',
  clear: 'Clear',
  picture: 'Picture to mark',
  help: 'Paint over what may change. The rest stays as it is.',
  keys: 'By keyboard: arrow keys move a rectangle, with Shift they size it, Enter fills it, Escape puts it away. Plus and minus zoom.',
  rectangle: ({ left, top, width, height }) => `Rectangle of ${width} by ${height} pixels, ${left} from the left, ${top} from the top`,
  rectangleGone: 'Rectangle put away',
  marked: (percent) => (percent === undefined ? 'Nothing is marked' : `${percent} is marked`),
  done: 'Use it',
  saving: 'Saving',
  cancel: 'Cancel',
  choose: 'Choose what changes',
  change: 'Change the marking',
  remove: 'Remove the marking',
  preview: 'What may change is marked',
};
