import type { CompositionEvent, InputEvent, ReactNode } from 'react';
import { plainDigits, type WholeField, type WholeName } from '../../core/draft/index.js';
import { Field } from './Field.js';
import { useFormWords } from './words.js';

/** A small whole number. Its buttons are for pointers: on the keyboard, the arrow keys do the same. */
export function Stepper({ name, label, field, text, onText, onLeave }: StepperProps): ReactNode {
  const { form } = useFormWords().messages;
  const value = Number(text);
  const { min, max } = field;
  const most = max ?? Number.MAX_SAFE_INTEGER;
  const step = (by: number) => onText(String(Math.min(most, Math.max(min, (Number.isFinite(value) ? Math.round(value) : min) + by))));
  return (
    <Field name={name} label={label}>
      {(control) => (
        <div className="bs-form-stepper">
          <button type="button" tabIndex={-1} aria-label={form.less(label)} aria-controls={control.id} disabled={value <= min} onClick={() => step(-1)}>
            <span aria-hidden="true">−</span>
          </button>
          <input
            {...control}
            type="number"
            inputMode="numeric"
            step={1}
            min={min}
            max={max}
            value={text}
            onBeforeInput={takeDigits}
            onCompositionEnd={takeDigits}
            // Else the wheel that is meant for the page changes a number that has the focus, and the price with it.
            onWheel={(event) => event.currentTarget.blur()}
            onChange={(event) => onText(event.target.value)}
            onBlur={onLeave}
          />
          <button type="button" tabIndex={-1} aria-label={form.plus(label)} aria-controls={control.id} disabled={value >= most} onClick={() => step(1)}>
            <span aria-hidden="true">+</span>
          </button>
        </div>
      )}
    </Field>
  );
}

/** A number field takes 0 to 9 alone, whatever digits are on the person's keyboard, or come of what it composes. */
function takeDigits(event: InputEvent<HTMLInputElement> | CompositionEvent<HTMLInputElement>): void {
  const { currentTarget: input, data, type } = event;
  const plain = plainDigits(data);
  // Some browsers read what was composed by themselves, in full width above all.
  if (plain === data || (type === 'compositionend' && input.value.includes(plain))) return;
  event.preventDefault();
  // The one way to write where the cursor is that such a field has.
  input.ownerDocument.execCommand('insertText', false, plain);
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
