/** What a key does in the large view. */
type KeyAction =
  | { do: 'go'; to: 'next' | 'previous' | 'first' | 'last' }
  | { do: 'zoom'; how: 'in' | 'out' | 'reset' }
  /** Moves a zoomed picture by so many steps. */
  | { do: 'pan'; x: number; y: number };

interface KeyFacts {
  key: string;
  /** With the control, alt or meta key it belongs to the browser. */
  hasModifier: boolean;
  isRightToLeft: boolean;
  isZoomed: boolean;
}

const GO: Record<string, 'next' | 'previous' | 'first' | 'last'> = { PageDown: 'next', PageUp: 'previous', Home: 'first', End: 'last' };
const ZOOM: Record<string, 'in' | 'out' | 'reset'> = { '+': 'in', '=': 'in', '-': 'out', _: 'out', '0': 'reset' };
const PAN: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** Arrows lead to the neighbours, and around in a picture that is larger than what is seen of it. */
export function keyAction({ key, hasModifier, isRightToLeft, isZoomed }: KeyFacts): KeyAction | undefined {
  if (hasModifier) return undefined;
  const zoom = ZOOM[key];
  if (zoom !== undefined) return { do: 'zoom', how: zoom };
  const pan = PAN[key];
  if (isZoomed && pan !== undefined) return { do: 'pan', ...pan };
  const to = GO[key] ?? (pan === undefined || pan.x === 0 ? undefined : pan.x < 0 === isRightToLeft ? 'previous' : 'next');
  return to && { do: 'go', to };
}
