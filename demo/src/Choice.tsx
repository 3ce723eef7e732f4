import { type ReactNode, useId } from 'react';

/** One of a few, side by side: native radio buttons, so that arrow keys and screen readers know them. */
export function Choice<Value extends string>({ label, options, value, onChange, className = 'choice', hideLabel = false }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={className}>
      <legend className={hideLabel ? 'unseen' : 'label'}>{label}</legend>
      <div className="options">
        {options.map((option) => (
          <label key={option.value} title={option.title}>
            <input type="radio" name={name} checked={option.value === value} aria-label={option.title} onChange={() => onChange(option.value)} />
            {option.content}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface ChoiceOption<Value extends string> {
  value: Value;
  content: ReactNode;
  /** Name of an option whose content is a picture. */
  title?: string;
}

export interface ChoiceProps<Value extends string> {
  label: string;
  options: readonly ChoiceOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** @default 'choice' */
  className?: string;
  /** Leaves the label to screen readers. @default false */
  hideLabel?: boolean;
}

/** Options whose names are their values. */
export function named<Value extends string>(values: readonly Value[]): ChoiceOption<Value>[] {
  return values.map((value) => ({ value, content: value }));
}
