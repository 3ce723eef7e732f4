import type { ReactNode } from 'react';
import { DarkIcon, LightIcon, SystemIcon } from './icons.js';
import { type Theme, useTheme } from './useTheme.js';

const THEMES: { value: Theme; name: string; icon: ReactNode }[] = [
  { value: 'light', name: 'Light', icon: <LightIcon /> },
  { value: 'dark', name: 'Dark', icon: <DarkIcon /> },
  { value: 'system', name: 'Like the system', icon: <SystemIcon /> },
];

/** Native radio buttons, so that arrow keys and screen readers know them. */
export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  return (
    <fieldset className="themes">
      <legend>Theme</legend>
      {THEMES.map(({ value, name, icon }) => (
        <label key={value} title={name}>
          <input type="radio" name="theme" aria-label={name} checked={value === theme} onChange={() => setTheme(value)} />
          {icon}
        </label>
      ))}
    </fieldset>
  );
}
