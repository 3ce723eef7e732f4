import { type ReactNode, useId } from 'react';
import type { BatchField } from '../../core/batch/resolve-batch.js';
import type { ControlProps } from '../prompt-form/Field.js';

/** A field of the form: its label, its control, and below it what helps, what is wrong, and where. */
export function ManyField({ name, label, aside, hint, note, problems, group = false, children }: ManyFieldProps): ReactNode {
  const id = useId();
  const isInvalid = problems.length > 0;
  const described = [hint !== undefined && `${id}-hint`, note !== undefined && `${id}-note`, isInvalid && `${id}-issue`].filter(Boolean).join(' ');
  const Label = group ? 'span' : 'label';
  return (
    <div className="bs-form-field" data-field={name} data-invalid={isInvalid ? '' : undefined}>
      <div className="bs-form-label-line">
        <Label id={`${id}-label`} className="bs-form-label" {...(group ? {} : { htmlFor: id })}>
          {label}
        </Label>
        {aside !== undefined && <span className="bs-form-counter">{aside}</span>}
      </div>
      {children({ id, 'aria-invalid': isInvalid || undefined, 'aria-describedby': described || undefined }, `${id}-issue`)}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="bs-form-hint">
          {hint}
        </p>
      )}
      {note !== undefined && (
        <p id={`${id}-note`} className="bs-form-hint bs-many-note">
          {note}
        </p>
      )}
      {isInvalid && (
        <ul id={`${id}-issue`} className="bs-form-issue bs-many-issues">
          {problems.map((problem) => (
            <li key={problem} dir="auto">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ManyFieldProps {
  name: BatchField;
  label: string;
  /** At the end of the label's line. */
  aside: string | undefined;
  hint?: string | undefined;
  /** What is no mistake, and worth to be known. */
  note?: string | undefined;
  problems: readonly string[];
  /** Whether several controls make it up: the label is then `<id>-label`. @default false */
  group?: boolean;
  children: (control: ControlProps, issue: string) => ReactNode;
}
