import { useId } from 'react';

/** A small whole number. */
export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="stepper">
        <button type="button" aria-label={`${label}: one less`} disabled={value <= min} onClick={() => onChange(value - 1)}>
          −
        </button>
        <input id={id} type="number" inputMode="numeric" {...{ min, max, value }} onChange={(event) => onChange(event.target.valueAsNumber || min)} />
        <button type="button" aria-label={`${label}: one more`} disabled={value >= max} onClick={() => onChange(value + 1)}>
          +
        </button>
      </div>
    </div>
  );
}

export interface StepperProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}
