import page from '../../docs/billing.md?raw';

const PLACES = [...page.matchAll(/`(\.bs-[^`]+)`/g)].map(([, selector]) => selector).join(', ');
const FIGURE = /\$\s?\d|\b\d+ (s|min)\b/;

/** What can be read or heard of an element itself, below it left out. */
function saidBy(element: Element): string[] {
  const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '');
  return [own.join(''), ...['aria-label', 'aria-valuetext', 'title'].map((name) => element.getAttribute(name) ?? '')];
}

/** Figures of money or of time in a place that docs/billing.md does not name. */
export function unaccounted(): string[] {
  const elements = [...document.body.querySelectorAll('[class^="bs-"], [class^="bs-"] *')];
  return elements
    .filter((element) => element.closest(PLACES) === null && saidBy(element).some((text) => FIGURE.test(text)))
    .map((element) => `${element.closest('[class^="bs-"]')?.className}: ${saidBy(element).join(' ').trim()}`);
}
