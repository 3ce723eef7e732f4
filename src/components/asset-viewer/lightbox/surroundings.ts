/**
 * Gives an element at the end of the page what it would inherit where it was opened from: the
 * direction, the language, and the theme and density of a part of the page.
 */
export function takeSurroundings(element: HTMLElement, opener: HTMLElement | null): void {
  if (opener === null) return;
  element.dir = getComputedStyle(opener).direction;
  for (const name of ['lang', 'data-theme', 'data-density']) {
    const part = opener.closest(`[${name}]`);
    // What holds for the whole page is inherited, with what the page lays over it.
    if (part !== null && !part.contains(element)) element.setAttribute(name, part.getAttribute(name) ?? '');
  }
}
