// What must still be seen where the browser replaces all colours: the edges of controls, and which of several is chosen.

const CONTROLS = 'button, a[href], input, select, textarea, [role=progressbar], [role=meter], [role=slider], [role=option], [role=gridcell]';
const CHOSEN = '[aria-checked=true], [aria-pressed=true], [aria-selected=true], :checked:not(option)';

/** What vanishes, in words. */
export function vanished(): string[] {
  const unseen = shown(CONTROLS).filter((element) => !hasEdge(element) && !hasWords(element));
  const alike = shown(CHOSEN).filter((element) => othersLike(element).some((other) => lookOf(other) === lookOf(element)));
  return [...unseen.map((element) => `no edge: ${named(element)}`), ...alike.map((element) => `chosen, and looks like the others: ${named(element)}`)];
}

const named = (element: Element): string => (element.cloneNode() as Element).outerHTML;

/** What is only there for screen readers stands for what is beside it. */
const visible = (element: Element): Element => (element.getBoundingClientRect().width > 2 ? element : element.parentElement!);

function shown(selector: string): Element[] {
  const found = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  return [...new Set(found.map(visible))];
}

const parts = (element: Element): Element[] => [element, ...element.querySelectorAll('*')];

function hasEdge(element: Element): boolean {
  return parts(element).some((part) => {
    const { borderTopWidth, borderTopStyle, outlineStyle, backgroundColor, forcedColorAdjust } = getComputedStyle(part);
    const isFilled = forcedColorAdjust === 'none' && !/^rgba\(.* 0\)$|transparent/.test(backgroundColor);
    return (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0) || outlineStyle !== 'none' || isFilled || /^(svg|img|video)$/i.test(part.tagName);
  });
}

const hasWords = (element: Element): boolean => (element as HTMLElement).innerText.trim() !== '' || /^(input|select|textarea)$/i.test(element.tagName);

/** Those that could have been chosen instead. */
function othersLike(element: Element): Element[] {
  const group = element.closest('fieldset, [role=radiogroup], [role=group], [role=listbox], [role=grid], [role=toolbar]');
  if (group === null) return [];
  return [...group.querySelectorAll(element.tagName)].filter((other) => other !== element && other.className === element.className && !isChosen(other));
}

const isChosen = (element: Element): boolean => element.matches(CHOSEN) || element.querySelector(CHOSEN) !== null;

/** Its colours, lines and marks, and those of what is in it. */
function lookOf(element: Element): string {
  return parts(element)
    .map((part) => {
      const { content } = getComputedStyle(part, '::before');
      // The browser draws it, and knows what to draw.
      const isTicked = part.matches(':checked') && getComputedStyle(part).appearance !== 'none';
      const { color, backgroundColor, borderTopColor, borderTopWidth, outlineStyle, outlineColor, opacity, visibility } = getComputedStyle(part);
      return [part.tagName, content, isTicked, color, backgroundColor, borderTopColor, borderTopWidth, outlineStyle, outlineColor, opacity, visibility].join(' ');
    })
    .join('\n');
}
