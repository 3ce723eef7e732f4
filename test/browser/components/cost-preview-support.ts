export const root = (): HTMLElement => document.querySelector('.bs-cost-preview')!;

/** The figures as label and value. */
export const figures = (): Record<string, string> =>
  Object.fromEntries([...document.querySelectorAll('.bs-cost-figures > div')].map((row) => [...row.children].map((part) => part.textContent)));
