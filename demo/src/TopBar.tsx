import { BalanceMeter, type BalanceResult } from 'bytespike-react';
import type { ReactNode } from 'react';
import { Choice } from './Choice.js';
import { DarkIcon, LightIcon, SystemIcon } from './icons.js';
import { type Theme, useTheme } from './useTheme.js';

const THEMES: { value: Theme; title: string; content: ReactNode }[] = [
  { value: 'light', title: 'Light', content: <LightIcon /> },
  { value: 'dark', title: 'Dark', content: <DarkIcon /> },
  { value: 'system', title: 'Like the system', content: <SystemIcon /> },
];

export function TopBar({ balance }: { balance: BalanceResult }) {
  const [theme, setTheme] = useTheme();
  return (
    <header className="top">
      <span className="mark" aria-hidden="true" />
      <h1>Studio</h1>
      <BalanceMeter compact balance={balance} className="balance" />
      <Choice className="choice themes" label="Theme" hideLabel options={THEMES} value={theme} onChange={setTheme} />
    </header>
  );
}
