import { useId } from 'react';
import type { Kind } from './draft.js';

const EXAMPLES: Record<Kind, string> = {
  image: 'A kettle on the left and a mug on the right, morning light',
  video: 'Slow zoom into a bowl of ramen, steam rising, window light from the left',
};

export function Prompt({ kind, value, onChange }: PromptProps) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        Prompt
      </label>
      <textarea id={id} required rows={4} placeholder={EXAMPLES[kind]} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

export interface PromptProps {
  kind: Kind;
  value: string;
  onChange: (value: string) => void;
}
