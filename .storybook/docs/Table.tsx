import { Fragment, type ReactNode } from 'react';

/**
 * A table that scrolls by itself where it is wider than the page. On a phone each row is a card;
 * what a cell is of then stands before it. Roles are said, since `display` would take them away.
 */
export function Table({ caption, head, rows }: TableProps): ReactNode {
  return (
    <div className="bs-docs-table sb-unstyled" role="region" aria-label={caption} tabIndex={0}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {head.map((cell) => (
              <th key={cell} role="columnheader" scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(([key, ...cells]) => (
            <tr key={key} role="row">
              {cells.map((cell, index) => (
                <td key={index} role="cell" data-label={head[index]} data-empty={cell === '' || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A table of plain text, with code in backquotes. */
export function Pairs({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }): ReactNode {
  const drawn = rows.map((cells) => [cells.join(), ...cells.map((text, index) => <Prose key={index} text={text} />)] as const);
  return <Table caption={head.join(', ')} head={head} rows={drawn} />;
}

export interface TableProps {
  /** What the table is of; read out. */
  caption: string;
  head: readonly string[];
  /** A key for each row, then its cells. */
  rows: readonly (readonly [string, ...ReactNode[]])[];
}

/** Plain text in which what stands in backquotes is code. */
export function Prose({ text }: { text: string }): ReactNode {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>));
}

/** Several words of code, one after the other. */
export function Codes({ of }: { of: readonly string[] }): ReactNode {
  return of.map((text, index) => (
    <Fragment key={text}>
      {index > 0 && ' '}
      <code>{text}</code>
    </Fragment>
  ));
}
