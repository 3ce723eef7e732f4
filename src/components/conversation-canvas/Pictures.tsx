import { type ReactNode, useId } from 'react';
import { formatPlain } from '../../react/format.js';
import { useCanvasWords } from './words.js';

/** Which of several pictures the next turn goes on from: native radio buttons. */
export function Pictures({ count, chosen, onChoose }: PicturesProps): ReactNode {
  const { locale, messages } = useCanvasWords();
  const { conversation: words } = messages;
  const name = useId();
  return (
    <div className="bs-canvas-end">
      <span id={name}>{words.choose}</span>
      <div role="radiogroup" aria-labelledby={name} className="bs-switch">
        {[...Array(count).keys()].map((index) => (
          <label key={index}>
            <input type="radio" className="bs-hidden" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
            <span>{words.picture(formatPlain(index + 1, locale))}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

interface PicturesProps {
  count: number;
  /** Counts from 0. */
  chosen: number;
  onChoose: (index: number) => void;
}
