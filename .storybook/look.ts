import { create, type ThemeVars } from 'storybook/theming/create';

const FONT = "'Inter Variable', system-ui, sans-serif";
const CODE = "ui-monospace, 'SF Mono', Menlo, monospace";

/** Storybook's own surfaces in the colours of the library's theme: see src/styles/parts/tokens.css and more-tokens.css. */
export const looks: Readonly<Record<'light' | 'dark' | 'high-contrast', ThemeVars>> = {
  light: look('light', { bg: '#fafbfc', surface: '#fff', sunken: '#f3f5f8', line: '#e3e7ee', text: '#0f1623', muted: '#586275', accent: '#2f57e0', inverse: '#fff' }),
  dark: look('dark', { bg: '#0b0e14', surface: '#12161f', sunken: '#0e121a', line: '#232a38', text: '#eef2f8', muted: '#a1abbd', accent: '#6c8cff', inverse: '#0b0e14' }),
  'high-contrast': look('light', { bg: '#fff', surface: '#fff', sunken: '#f2f2f2', line: '#595959', text: '#000', muted: '#262626', accent: '#0b2f9e', inverse: '#fff' }),
};

type Colours = Record<'bg' | 'surface' | 'sunken' | 'line' | 'text' | 'muted' | 'accent' | 'inverse', string>;

function look(base: 'light' | 'dark', colours: Colours): ThemeVars {
  return create({
    base,
    brandTitle: 'bytespike-react',
    brandUrl: './',
    brandTarget: '_self',
    fontBase: FONT,
    fontCode: CODE,
    colorPrimary: colours.accent,
    colorSecondary: colours.accent,
    appBg: colours.sunken,
    appContentBg: colours.bg,
    appPreviewBg: colours.bg,
    appBorderColor: colours.line,
    appBorderRadius: 10,
    appHoverBg: colours.line,
    textColor: colours.text,
    textMutedColor: colours.muted,
    textInverseColor: colours.inverse,
    barBg: colours.surface,
    barTextColor: colours.muted,
    barHoverColor: colours.accent,
    barSelectedColor: colours.accent,
    buttonBg: colours.surface,
    buttonBorder: colours.line,
    inputBg: colours.surface,
    inputBorder: colours.line,
    inputTextColor: colours.text,
    inputBorderRadius: 8,
  });
}

/** What Storybook itself looks like when stories have this theme. */
export function lookOf(theme: unknown): ThemeVars {
  return theme === 'dark' || theme === 'high-contrast' ? looks[theme] : looks.light;
}
