import { createContext, type ReactNode, useContext, useId } from 'react';
import type { DraftField, DraftIssue } from '../../core/draft/index.js';
import { issueText } from './issue-text.js';
import { useFormWords } from './words.js';

/** What is wrong with the draft, as far as it is to be shown. */
const Issues = createContext<readonly DraftIssue[]>([]);
export const IssuesProvider = Issues.Provider;

/** What a control must carry to belong to its label, its help and its error. */
export interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** A label, a control, and below it what helps and what is wrong. */
export function Field({ name, label, aside, hint, group = false, children }: FieldProps): ReactNode {
  const id = useId();
  const words = useFormWords();
  const issue = useContext(Issues).find(({ field }) => field === name);
  const described = [hint !== undefined && `${id}-hint`, issue && `${id}-issue`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id,
    'aria-invalid': issue && true,
    'aria-describedby': described || undefined,
  };
  return (
    <div className="bs-form-field" data-field={name} data-invalid={issue && ''}>
      <div className="bs-form-label-line">
        {group ? (
          <span id={`${id}-label`} className="bs-form-label">
            {label}
          </span>
        ) : (
          <label htmlFor={id} className="bs-form-label">
            {label}
          </label>
        )}
        {aside}
      </div>
      {children(control)}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="bs-form-hint">
          {hint}
        </p>
      )}
      {issue && (
        <p id={`${id}-issue`} className="bs-form-issue">
          {issueText(issue, words)}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  name: DraftField;
  label: string;
  /** At the end of the label's line. */
  aside?: ReactNode;
  hint?: ReactNode;
  /** Whether several controls make it up: the label is then `<id>-label`. @default false */
  group?: boolean;
  children: (control: ControlProps) => ReactNode;
}
