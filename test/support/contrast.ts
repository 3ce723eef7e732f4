// Texts that stand out for certain, by the colours of what they lie in. To be asked about one text, axe lays a grid over the
// whole page, which takes longer than all else it does: it is asked about those that are left, and decides.
import { CLEAR, type Colour, contrast, faded, over, parsed, WHITE } from './colours.js';
import { Grounds, isIn, shared } from './grounds.js';

/** More than is asked for of the smallest text: axe rounds colours. */
const ENOUGH = 4.6;
const FIELDS = 'input, select, textarea';
const WITHOUT_TEXT = /^(hidden|range|color|checkbox|radio|image)$/;
/** What cannot be used need not be read. */
const OFF = ':is(fieldset, button, select, input, textarea)[disabled], [aria-disabled]';

/** Elements with text, or room for it, of which only axe can tell whether it is too faint. */
export function unsure(root: Element): Element[] {
  const grounds = new Grounds(root);
  const dialog = document.querySelector('dialog:modal');
  return [root, ...root.querySelectorAll('*')].filter((element) => {
    const texts = textsOf(element);
    if (texts.length === 0 || dialog?.contains(element) === false || isOff(element) || !grounds.isSeen(element)) return element.shadowRoot !== null;
    return !texts.every((text) => standsOut(text, element, grounds));
  });
}

function isOff(element: Element): boolean {
  const off = element.closest(OFF);
  return off !== null && off.getAttribute('aria-disabled') !== 'false';
}

/** Where the text is that an element itself has, or has room for. */
function textsOf(element: Element): DOMRect[] {
  if (element.matches(FIELDS)) return element instanceof HTMLInputElement && WITHOUT_TEXT.test(element.type) ? [] : [...element.getClientRects()];
  return [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '').flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
}

/** Whether it does for certain, or has a picture of its own below it, of which axe cannot tell either. */
function standsOut(text: DOMRect, element: Element, grounds: Grounds): boolean {
  const own = colourOf(element);
  if (own === undefined) return false;
  let [above, below]: [Colour, Colour] = [own, CLEAR];
  /** Nothing that lies below it is seen. */
  let bottom: Element | undefined;
  let place = text;
  const places: [around: Element, place: DOMRect][] = [];
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    const { colour, isPicture, opacity, cuts, boxes } = grounds.of(around);
    const isWhole: boolean = around === document.body || around === document.documentElement || boxes.some((box) => isIn(place, box));
    if (isPicture && around === element) return true;
    if (colour === undefined) return false;
    if (isWhole || cuts) [above, below] = [over(above, colour), over(below, colour)];
    else if (colour.alpha > 0 && boxes.some((box) => shared(place, box) !== undefined)) return false;
    places.push([around, place]);
    // What is out of its sight can be scrolled to.
    if (cuts && !isWhole && boxes[0] !== undefined) place = shared(place, boxes[0]) ?? boxes[0];
    [above, below] = [faded(above, opacity), faded(below, opacity)];
    bottom = below.alpha < 1 ? undefined : (bottom ?? around);
  }
  if (contrast(over(above, WHITE), over(below, WHITE)) < ENOUGH) return false;
  return !grounds.painted.some((other) => {
    const [around, from] = places.find(([each]) => each.contains(other))!;
    const { boxes, isOdd } = grounds.of(other);
    return other !== around && boxes.some((box) => (isOdd && shared(from, box) !== undefined) || isBetween(shared(from, box), { element, other, bottom }));
  });
}

/** Of its letters, with nothing else around them. */
function colourOf(element: Element): Colour | undefined {
  const { color, textShadow, webkitTextStrokeWidth, webkitTextFillColor } = getComputedStyle(element);
  return textShadow === 'none' && webkitTextStrokeWidth === '0px' && webkitTextFillColor === color ? parsed(color) : undefined;
}

/** Whether something else lies between a text and what it lies in, or may. */
function isBetween(part: DOMRect | undefined, { element, other, bottom }: { element: Element; other: Element; bottom: Element | undefined }): boolean {
  if (part === undefined) return false;
  const stack = document.elementsFromPoint(part.x + part.width / 2, part.y + part.height / 2);
  // Of what a dialog has put out of reach nothing is told, and it lies below.
  if (!stack.includes(other)) return bottom?.closest('dialog:modal')?.contains(other) !== false;
  const isAbove = stack.indexOf(other) < stack.indexOf(element);
  const isBelow = bottom !== undefined && stack.includes(bottom) && stack.indexOf(other) > stack.indexOf(bottom);
  return !isAbove && !isBelow;
}
