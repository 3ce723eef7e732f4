import { type ReactNode, useId } from 'react';
import { useCompareWords } from './words.js';

/** How two are seen. */
export type CompareMode = 'side-by-side' | 'slider';

const MODES = ['side-by-side', 'slider'] as const;

/** Native radio buttons: the arrows, the group and its name come with them. */
export function ModeSwitch({ mode, onModeChange }: ModeSwitchProps): ReactNode {
  const { compare: words } = useCompareWords().messages;
  const name = useId();
  const labels = { 'side-by-side': words.sideBySide, slider: words.slider };
  return (
    <fieldset className="bs-switch bs-compare-modes">
      <legend className="bs-hidden">{words.mode}</legend>
      {MODES.map((each) => (
        <label key={each}>
          <input type="radio" className="bs-hidden" name={name} checked={each === mode} onChange={() => onModeChange(each)} />
          <span>{labels[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ModeSwitchProps {
  mode: CompareMode;
  onModeChange: (mode: CompareMode) => void;
}
