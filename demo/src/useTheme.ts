import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

/** Also in public/theme.js, which puts the stored theme on the page before it is drawn. */
const STORED = 'studio-theme';

/** The chosen theme. `system` leaves the choice to the machine: nothing is stored, nothing is on the page. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(shownTheme);
  const choose = (next: Theme) => {
    if (next === 'system') {
      localStorage.removeItem(STORED);
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem(STORED, next);
      document.documentElement.dataset.theme = next;
    }
    setTheme(next);
  };
  return [theme, choose];
}

function shownTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
