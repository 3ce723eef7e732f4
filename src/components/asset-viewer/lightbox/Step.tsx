import type { ReactNode } from 'react';
import { Lines } from '../icons.js';
import { useLightboxWords } from './words.js';

const PATH = { previous: 'M10 3 5 8l5 5', next: 'M6 3l5 5-5 5' };

/** To a neighbour. At the end it stays where it is, with the focus, and does nothing. */
export function Step({ to, isEnd, onPress }: StepProps): ReactNode {
  const { lightbox: words } = useLightboxWords().messages;
  return (
    <button
      type="button"
      className="bs-button bs-bare bs-lightbox-step"
      data-to={to}
      aria-label={words[to]}
      title={words[to]}
      aria-disabled={isEnd || undefined}
      onClick={onPress}
    >
      <Lines path={PATH[to]} />
    </button>
  );
}

interface StepProps {
  to: 'previous' | 'next';
  /** Whether there is none. */
  isEnd: boolean;
  onPress: () => void;
}
