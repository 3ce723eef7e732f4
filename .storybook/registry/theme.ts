/**
 * The library's custom properties by those of shadcn. Nothing of it is in a layer: so it wins over the
 * library's own sheets, wherever those are imported. `.dark` once more, since a value is taken where it is set.
 * What shadcn has no colour for (what went well, what to look out for) follows `color-scheme`, which shadcn leaves alone.
 */
export const theme: Record<string, Record<string, string>> = {
  ':root, .dark': {
    '--bs-bg': 'var(--background)',
    '--bs-surface': 'var(--card)',
    '--bs-sunken': 'var(--muted)',
    '--bs-line': 'var(--border)',
    '--bs-line-strong': 'var(--input)',
    '--bs-text': 'var(--foreground)',
    '--bs-muted': 'var(--muted-foreground)',
    '--bs-faint': 'var(--muted-foreground)',
    '--bs-accent': 'var(--primary)',
    '--bs-accent-ink': 'var(--primary-foreground)',
    '--bs-accent-soft': 'var(--accent)',
    '--bs-bad': 'var(--destructive)',
    '--bs-bad-soft': 'color-mix(in oklab, var(--destructive) 12%, var(--background))',
    '--bs-radius-s': 'calc(var(--radius) - 4px)',
    '--bs-radius': 'var(--radius)',
    '--bs-radius-l': 'calc(var(--radius) + 4px)',
    '--bs-font': 'var(--font-sans, system-ui, sans-serif)',
  },
  ':root': { 'color-scheme': 'light' },
  '.dark': { 'color-scheme': 'dark' },
};
