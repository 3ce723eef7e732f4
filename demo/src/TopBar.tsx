import type { ReactNode } from 'react';
import { Choice } from './Choice.js';
import { usdLeft } from './format.js';
import { DarkIcon, LightIcon, SystemIcon } from './icons.js';
import { type Theme, useTheme } from './useTheme.js';

const THEMES: { value: Theme; title: string; content: ReactNode }[] = [
  { value: 'light', title: 'Light', content: <LightIcon /> },
  { value: 'dark', title: 'Dark', content: <DarkIcon /> },
  { value: 'system', title: 'Like the system', content: <SystemIcon /> },
];

export function TopBar({ balance }: { balance: number | undefined }) {
  const [theme, setTheme] = useTheme();
  return (
    <header className="top">
      <span className="mark" aria-hidden="true" />
      <h1>Studio</h1>
      {balance !== undefined && (
        <p className="balance">
          <span className="wide">Balance</span> <b>{usdLeft(balance)}</b>
        </p>
      )}
      <Choice className="choice themes" label="Theme" hideLabel options={THEMES} value={theme} onChange={setTheme} />
    </header>
  );
}
