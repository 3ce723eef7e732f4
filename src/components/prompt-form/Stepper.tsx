import type { ReactNode } from 'react';
import type { WholeField, WholeName } from '../../core/draft/index.js';
import { Field } from './Field.js';
import { useFormWords } from './words.js';

/** A small whole number. Its buttons are for pointers: on the keyboard, the arrow keys do the same. */
export function Stepper({ name, label, field, text, onText, onLeave }: StepperProps): ReactNode {
  const { form } = useFormWords().messages;
  const value = Number(text);
  const { min, max } = field;
  const step = (by: number) => onText(String(Math.min(max ?? Number.MAX_SAFE_INTEGER, Math.max(min, (Number.isFinite(value) ? Math.round(value) : min) + by))));
  return (
    <Field name={name} label={label}>
      {(control) => (
        <div className="bs-form-stepper">
          <button type="button" tabIndex={-1} aria-label={form.less(label)} aria-controls={control.id} disabled={value <= min} onClick={() => step(-1)}>
            <span aria-hidden="true">−</span>
          </button>
          <input {...control} type="number" inputMode="numeric" step={1} min={min} max={max} value={text} onChange={(event) => onText(event.target.value)} onBlur={onLeave} />
          <button type="button" tabIndex={-1} aria-label={form.plus(label)} aria-controls={control.id} disabled={max !== undefined && value >= max} onClick={() => step(1)}>
            <span aria-hidden="true">+</span>
          </button>
        </div>
      )}
    </Field>
  );
}

interface StepperProps {
  name: WholeName;
  label: string;
  field: WholeField;
  /** As it is typed, which may be no number yet. */
  text: string;
  onText: (text: string) => void;
  onLeave: () => void;
}
