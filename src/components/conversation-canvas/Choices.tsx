import type { ReactNode } from 'react';
import { formatPlain } from '../../react/format.js';
import { valueText } from '../prompt-form/change-text.js';
import { useFormWords } from '../prompt-form/words.js';
import type { ComposerStore } from './use-composer.js';

/** How the next turn is drawn, as far as its model lets that be said: native lists. */
export function Choices({ composer }: { composer: Pick<ComposerStore, 'model' | 'wishes' | 'change'> }): ReactNode {
  const words = useFormWords();
  const { form } = words.messages;
  const { model, wishes, change } = composer;
  if (model === undefined) return null;
  const named = (values: readonly string[]) => values.map((value) => ({ value, name: valueText(value, words) ?? value }));
  const counts = [...Array(model.maxN).keys()].map((index) => ({ value: String(index + 1), name: formatPlain(index + 1, words.locale) }));
  return (
    <>
      <Choice label={form.field('size', 'image')} value={wishes.size} options={named(model.sizes)} onChange={(size) => change({ size })} />
      {model.quality !== null && <Choice label={form.field('quality', 'image')} value={wishes.quality} options={named(model.quality.options)} onChange={(quality) => change({ quality })} />}
      {counts.length > 1 && <Choice label={form.field('n', 'image')} value={String(wishes.n)} options={counts} onChange={(n) => change({ n: Number(n) })} />}
    </>
  );
}

/** One of a list, below its name. */
export function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  return (
    <label className="bs-canvas-choice">
      <span className="bs-form-label">{label}</span>
      <select className="bs-form-input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; name: string }[];
  onChange: (value: string) => void;
}
