import type { ReactNode } from 'react';
import type { OutcomeWords } from '../../react/words/parts.js';

export function OutcomeText({ title, text }: OutcomeWords): ReactNode {
  return (
    <>
      <strong className="bs-headline">{title}</strong>
      {text !== '' && <span className="bs-outcome-text">{text}</span>}
    </>
  );
}
