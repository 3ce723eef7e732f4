import type { ReactNode } from 'react';

/**
 * A sentence with a figure in it that no translation of the page may touch: where a browser puts
 * words of its own in the place of ours, a price would stay what it was before.
 */
export function Figured({ text, figure }: { text: string; figure: string }): ReactNode {
  const at = figure === '' ? -1 : text.indexOf(figure);
  if (at < 0) return <span>{text}</span>;
  const [before, after] = [text.slice(0, at), text.slice(at + figure.length)];
  const [start, end] = [before.trimEnd(), after.trimStart()];
  // Blanks between the elements and not within: who reads the words of each by itself leaves those at its ends out.
  return (
    <span>
      <span>{start}</span>
      {before.slice(start.length)}
      <span translate="no">{figure}</span>
      {after.slice(0, after.length - end.length)}
      <span>{end}</span>
    </span>
  );
}
