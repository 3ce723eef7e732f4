import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomProperty, UsedProperty } from './types.js';

/** The custom properties that the theme declares, in its order, with what a theme or a density changes. */
export function themeProperties(styles: string): CustomProperty[] {
  const css = withoutComments(readFileSync(join(styles, 'tokens.css'), 'utf8'));
  const base = declarationsIn(css, ':root');
  const highContrast = declarationsIn(css, "[data-theme='high-contrast']");
  const compact = declarationsIn(css, "[data-density='compact']");
  return [...base].map(([name, value]) => ({
    name,
    value,
    ...(highContrast.has(name) ? { highContrast: highContrast.get(name) } : {}),
    ...(compact.has(name) ? { compact: compact.get(name) } : {}),
  }));
}

/** What the rules of `:where()` with this selector among theirs declare. */
function declarationsIn(css: string, selector: string): Map<string, string> {
  const rules = [...css.matchAll(/:where\(([^{}]*)\)\s*\{([^{}]*)\}/g)].filter(([, selectors = '']) => selectors.split(',').some((each) => each.trim() === selector));
  const declarations = rules.flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)]);
  if (declarations.length === 0) throw new Error(`tokens.css declares nothing for :where(${selector}). Did its selector change? Then change it here too.`);
  return new Map(declarations.map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ').trim()]));
}

/** Which properties a component's style sheet and code use, and who sets them. */
export function usedProperties(css: string, code: string, theme: readonly CustomProperty[]): UsedProperty[] {
  const read = [...css.matchAll(/var\((--bs-[\w-]+)/g)].map(([, name = '']) => name);
  const set = [...`${css}\n${code}`.matchAll(/(--bs-[\w-]+)['"]?\]?\s*:/g), ...code.matchAll(/setProperty\('(--bs-[\w-]+)/g)];
  const own = new Set(set.map(([, name = '']) => name));
  const ofTheme = new Set(theme.map(({ name }) => name));
  return [...new Set(read)].sort().map((name) => ({ name, set: ofTheme.has(name) ? 'theme' : own.has(name) ? 'component' : 'yours' }));
}

/** A component's own style sheets, or its folder's: of the first of these names that there is, with what is named after it. */
export function styleSheet(styles: string, names: readonly string[]): string {
  const own = names.find((name) => existsSync(join(styles, `${name}.css`)));
  const files = own === undefined ? [] : readdirSync(styles).filter((file) => file === `${own}.css` || file.startsWith(`${own}-`)).sort();
  return withoutComments(files.map((file) => readFileSync(join(styles, file), 'utf8')).join('\n'));
}

export function classesIn(css: string): string[] {
  return [...new Set([...css.matchAll(/\.(bs-[\w-]+)/g)].map(([, name = '']) => name))].sort();
}

/** The values of an attribute that rules choose by. */
export function selectedValues(css: string, attribute: string): string[] {
  return [...css.matchAll(new RegExp(`\\[${attribute}=['"]?([\\w-]+)`, 'g'))].map(([, value = '']) => value);
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, '');
}
