import { useState } from 'react';
import { createMask, type Mask, type MaskState } from '../../core/mask/mask.js';
import { marksOf } from '../../core/mask/mask-file.js';
import type { Size } from '../../core/mask/rows.js';
import type { MaskMessages } from '../../react/words/mask.js';

/** Until the picture is there. */
const NOTHING: MaskState = { canUndo: false, canRedo: false, marked: 0 };

/** What may be wrong, by the name of its words. */
type MaskTrouble = Extract<keyof MaskMessages, 'unreadable' | 'noRoom' | 'notWritten' | 'otherMask'>;

interface LoadedMask {
  /** Once the picture's size is known. */
  mask: Mask | undefined;
  /** What is shown of it. It changes with each step, and not while one goes on. */
  state: MaskState;
  trouble: MaskTrouble | undefined;
  setTrouble(trouble: MaskTrouble | undefined): void;
  /** The picture is there, this large. */
  open(size: Size): void;
}

/** The mask of a picture, from an earlier one or from nothing, once the picture is there. */
export function useMask(before: Blob | undefined): LoadedMask {
  const [mask, setMask] = useState<Mask>();
  const [state, setState] = useState(NOTHING);
  const [trouble, setTrouble] = useState<MaskTrouble>();

  async function open(size: Size): Promise<void> {
    if (mask !== undefined) return;
    if (size.width === 0 || size.height === 0) return setTrouble('unreadable');
    let pixels: Uint8Array | undefined;
    try {
      pixels = before && (await marksOf(before, size));
    } catch {
      setTrouble('otherMask');
    }
    try {
      const made = createMask(size, { ...(pixels && { pixels }), onChange: setState });
      setMask(made);
      setState(made.get());
    } catch {
      setTrouble('noRoom');
    }
  }
  return { mask, state, trouble, setTrouble, open: (size) => void open(size) };
}
