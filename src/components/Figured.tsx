import type { ReactNode } from 'react';

/**
 * A sentence with a figure in it that no translation of the page may touch: where a browser puts
 * words of its own in the place of ours, a price would stay what it was before.
 */
export function Figured({ text, figure }: { text: string; figure: string }): ReactNode {
  const at = figure === '' ? -1 : text.indexOf(figure);
  if (at < 0) return <span>{text}</span>;
  return (
    <span>
      <span>{text.slice(0, at)}</span>
      <span translate="no">{figure}</span>
      <span>{text.slice(at + figure.length)}</span>
    </span>
  );
}
