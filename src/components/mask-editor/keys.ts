import type { Nudge } from '../../core/mask/frame.js';

/** What a key does on the picture. */
type StageAction = { do: 'nudge'; nudge: Nudge } | { do: 'fill' } | { do: 'away' } | { do: 'zoom'; how: 'in' | 'out' | 'reset' } | { do: 'size'; by: 1 | -1 };

/** As much of a press of a key as counts. */
type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const ARROWS: Record<string, Pick<Nudge, 'x' | 'y'>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const OTHERS: Record<string, StageAction> = {
  Enter: { do: 'fill' },
  ' ': { do: 'fill' },
  Escape: { do: 'away' },
  '+': { do: 'zoom', how: 'in' },
  '=': { do: 'zoom', how: 'in' },
  '-': { do: 'zoom', how: 'out' },
  _: { do: 'zoom', how: 'out' },
  '0': { do: 'zoom', how: 'reset' },
  '[': { do: 'size', by: -1 },
  ']': { do: 'size', by: 1 },
};

/** Arrows go where they point, in every direction of reading: a picture has none. */
export function stageAction({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): StageAction | undefined {
  // With these keys it belongs to the browser.
  if (ctrlKey || metaKey || altKey) return undefined;
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { do: 'nudge', nudge: { what: shiftKey ? 'size' : 'place', ...arrow } };
  return OTHERS[key];
}

/** Undo and redo, as everywhere. */
export function stepAction({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}
