import type { ReactNode } from 'react';
import type { DraftField } from '../../core/draft/index.js';
import { Field } from './Field.js';

/** One of a few, side by side: native radio buttons, so that arrow keys and screen readers know them. */
export function Options({ name, label, options, value, look = 'segments', onChange }: OptionsProps): ReactNode {
  return (
    <Field name={name} label={label} group>
      {(control) => (
        <RadioGroup name={control.id} labelledBy={`${control.id}-label`} describedBy={control['aria-describedby']} options={options} value={value} look={look} onChange={onChange} />
      )}
    </Field>
  );
}

export function RadioGroup({ name, label, labelledBy, describedBy, options, value, look = 'segments', onChange }: RadioGroupProps): ReactNode {
  return (
    <div role="radiogroup" className={`bs-form-${look}`} aria-label={label} aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} className="bs-form-option">
          <input type="radio" name={name} value={option.value} checked={option.value === value} aria-label={option.name} onChange={() => onChange(option.value)} />
          {typeof option.content === 'string' ? <span>{option.content}</span> : option.content}
        </label>
      ))}
    </div>
  );
}

interface Option {
  value: string;
  content: ReactNode;
  /** For those who do not see it, where the content is a picture. */
  name?: string | undefined;
}

interface GroupProps {
  options: readonly Option[];
  value: string | undefined;
  /** @default 'segments' */
  look?: 'segments' | 'shapes' | undefined;
  onChange: (value: string) => void;
}

interface RadioGroupProps extends GroupProps {
  /** The same for all of them, and for no other group of the page. */
  name: string;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
}

interface OptionsProps extends GroupProps {
  name: DraftField;
  label: string;
}
