import type { Preview } from '@storybook/react-vite';
import { scenarios } from '../stories/support/scenarios.js';

type Items = readonly { value: string; title: string }[];

const toolbar = (title: string, icon: string, items: Items) => ({
  description: title,
  toolbar: { title, icon, dynamicTitle: true, items: [...items] },
});

/** What the toolbar holds. */
export const globalTypes = {
  theme: toolbar('Theme', 'contrast', [
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
    { value: 'high-contrast', title: 'High contrast' },
    { value: 'all', title: 'All at once' },
  ]),
  flavour: toolbar('Flavour', 'lightning', [
    { value: 'react-query', title: 'React Query' },
    { value: 'swr', title: 'SWR' },
  ]),
  network: toolbar('Network', 'rss', Object.entries(scenarios).map(([value, { title }]) => ({ value, title }))),
  speed: toolbar('Speed of the simulated clock', 'timer', ['1', '4', '8', '20', '50'].map((value) => ({ value, title: `${value}×` }))),
  locale: toolbar('Language', 'globe', [
    { value: 'en', title: 'English' },
    { value: 'zh-CN', title: '简体中文' },
    { value: 'ja', title: '日本語' },
    { value: 'de', title: 'Deutsch' },
    { value: 'ar', title: 'العربية' },
  ]),
  direction: toolbar('Direction', 'transfer', [
    { value: 'auto', title: 'Auto' },
    { value: 'ltr', title: 'LTR' },
    { value: 'rtl', title: 'RTL' },
  ]),
  density: toolbar('Density', 'grow', [
    { value: 'comfortable', title: 'Comfortable' },
    { value: 'compact', title: 'Compact' },
  ]),
  motion: toolbar('Motion', 'playhollow', [
    { value: 'system', title: 'System' },
    { value: 'full', title: 'Full' },
    { value: 'reduced', title: 'Reduced' },
  ]),
} satisfies Preview['globalTypes'];

export const initialGlobals = {
  theme: 'light',
  flavour: 'react-query',
  network: 'fast',
  speed: '8',
  locale: 'en',
  direction: 'auto',
  density: 'comfortable',
  motion: 'system',
};

/** The widths at which the components and the demo change. */
const widths = { sidebar: 320, phone: 390, narrow: 500, tablet: 860, desktop: 1280, wide: 1440 };

export const viewports = Object.fromEntries(
  Object.entries(widths).map(([name, width]) => [
    name,
    { name: `${name[0]?.toUpperCase()}${name.slice(1)} · ${width} px`, styles: { width: `${width}px`, height: '100%' } },
  ]),
);
