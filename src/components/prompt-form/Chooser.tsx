import type { ReactNode } from 'react';
import type { ChoiceField, ChoiceName } from '../../core/draft/index.js';
import { valueText } from './change-text.js';
import { Field } from './Field.js';
import { Options } from './Options.js';
import { useFormWords } from './words.js';

/** More than these are a list. */
const MOST_SEGMENTS = 4;

/** One of a model's options: side by side where they are few, a list where they are many or may be left open. */
export function Chooser({ name, label, field, value, onChange }: ChooserProps): ReactNode {
  const words = useFormWords();
  const isList = field.options.length > MOST_SEGMENTS || (field.default === undefined && value === undefined) || name === 'stylePreset';
  const options = field.options.map((option) => ({ value: option, content: valueText(option, words) }));
  if (!isList) return <Options name={name} label={label} options={options} value={value} onChange={onChange} />;
  return (
    <Field name={name} label={label}>
      {(control) => (
        <select {...control} className="bs-form-input" value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
          {field.default === undefined && <option value="">{words.messages.form.automatic}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.content}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChooserProps {
  name: ChoiceName;
  label: string;
  field: ChoiceField;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}
