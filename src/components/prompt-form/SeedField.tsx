import type { ReactNode } from 'react';
import { Field } from './Field.js';
import { useFormWords } from './words.js';

/** Where pictures begin from. An empty field is another one each time. */
export function SeedField({ label, text, onText }: SeedFieldProps): ReactNode {
  const { form } = useFormWords().messages;
  const isRandom = text === '';
  const toggle = () => onText(isRandom ? String(Math.floor(Math.random() * 2 ** 32)) : '');
  return (
    <Field name="seed" label={label}>
      {(control) => (
        <div className="bs-form-joined">
          <input {...control} className="bs-form-input" type="text" inputMode="numeric" autoComplete="off" placeholder={form.randomSeed} value={text} onChange={(event) => onText(event.target.value)} />
          <button type="button" className="bs-button" onClick={toggle}>
            {isRandom ? form.pickSeed : form.forgetSeed}
          </button>
        </div>
      )}
    </Field>
  );
}

interface SeedFieldProps {
  label: string;
  text: string;
  onText: (text: string) => void;
}
