import type { ClipboardEvent, ReactNode } from 'react';
import { MOST_CELLS } from '../../core/batch/check.js';
import { laidOver, valuesOf } from '../../core/batch/table.js';
import { formatPlain } from '../../react/format.js';
import { counted } from '../asset-gallery/words.js';
import { issueTexts } from './issue-text.js';
import { ManyField } from './ManyField.js';
import { pastedText } from './pasted.js';
import type { BatchFormStore } from './use-batch-form.js';
import { useBatchFormWords } from './words.js';

/** The values of the names in the prompts: a name a column, a row for each prompt, and one to go on with. */
export function Values({ store }: { store: BatchFormStore }): ReactNode {
  const words = useBatchFormWords();
  const { many } = words.messages;
  const { draft, resolved, shown, change } = store;
  const { names } = resolved;
  const rows = draft.rows ?? [];
  // More than a batch has are kept, and would only be scrolled past.
  const inPage = [...rows.slice(0, MOST_CELLS), ...(rows.length < MOST_CELLS ? [{}] : [])];
  const hidden = rows.length - MOST_CELLS;
  const missing = new Set(shown.flatMap((issue) => (issue.code === 'missing' ? [`${issue.row} ${issue.name}`] : [])));
  const isAnyMissed = shown.some(({ code }) => code === 'no_rows');
  const isMissing = (row: number, name: string) => missing.has(`${row + 1} ${name}`) || (isAnyMissed && row === 0);

  const type = (row: number, name: string, value: string) => change({ rows: [...rows, ...(row === rows.length ? [{}] : [])].map((each, index) => (index === row ? { ...each, [name]: value } : each)) });
  const remove = (row: number, button: HTMLElement) => {
    // The row goes, and the one that takes its place keeps the focus.
    button.closest('tr')?.querySelector('input')?.focus();
    change({ rows: rows.filter((_, index) => index !== row) });
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, from: { row: number; column: number }) => {
    const text = pastedText(event);
    const named = valuesOf(text, names);
    if (named === undefined && !/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    change({ rows: named ?? laidOver(rows, names, from, text) });
  };

  return (
    <ManyField group name="values" label={many.values} aside={undefined} hint={hidden > 0 ? many.moreRows(counted(hidden, words.locale)) : many.valuesHint} problems={issueTexts(shown, 'values', words)}>
      {(control, issue) => (
        <div className="bs-many-values">
          <table aria-labelledby={`${control.id}-label`} aria-describedby={control['aria-describedby']}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="bs-hidden">{many.row}</span>
                </th>
                {names.map((name) => (
                  <th key={name} scope="col" dir="auto">
                    {name}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {inPage.map((values: Readonly<Record<string, string>>, row) => (
                // oxlint-disable-next-line react/no-array-index-key -- a row is its place
                <ValuesRow key={row} row={row} names={names} values={values} isMissing={isMissing} issue={issue} onType={type} onPaste={paste} onRemove={row < rows.length ? remove : undefined} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ManyField>
  );
}

function ValuesRow({ row, names, values, isMissing, issue, onType, onPaste, onRemove }: ValuesRowProps): ReactNode {
  const { locale, messages } = useBatchFormWords();
  const { many } = messages;
  const number = formatPlain(row + 1, locale);
  return (
    <tr>
      <th scope="row">{number}</th>
      {names.map((name, column) => (
        <td key={name}>
          <input
            className="bs-form-input"
            dir="auto"
            autoComplete="off"
            aria-label={many.value({ name, row: number })}
            aria-invalid={isMissing(row, name) || undefined}
            aria-describedby={isMissing(row, name) ? issue : undefined}
            value={values[name] ?? ''}
            onChange={(event) => onType(row, name, event.target.value)}
            onPaste={(event) => onPaste(event, { row, column })}
            // Enter alone would send the form, and pay for it.
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault()}
          />
        </td>
      ))}
      <td>
        {onRemove !== undefined && (
          <button type="button" className="bs-button" aria-label={many.removeRow(number)} title={many.removeRow(number)} onClick={(event) => onRemove(row, event.currentTarget)}>
            <span aria-hidden="true">×</span>
          </button>
        )}
      </td>
    </tr>
  );
}

interface ValuesRowProps {
  /** Its place, from 0. */
  row: number;
  names: readonly string[];
  values: Readonly<Record<string, string>>;
  isMissing: (row: number, name: string) => boolean;
  /** Id of what is said about it. */
  issue: string;
  onType: (row: number, name: string, value: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>, from: { row: number; column: number }) => void;
  /** Absent of the row to go on with. */
  onRemove: ((row: number, button: HTMLElement) => void) | undefined;
}
