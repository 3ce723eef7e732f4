import { BalanceMeter, type BalanceResult } from 'bytespike-react';
import { ThemeSwitch } from './ThemeSwitch.js';

export function TopBar({ balance }: { balance: BalanceResult }) {
  return (
    <header className="top">
      <span className="mark" aria-hidden="true" />
      <h1>Studio</h1>
      <BalanceMeter compact balance={balance} className="balance" />
      <ThemeSwitch />
    </header>
  );
}
