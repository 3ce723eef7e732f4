// What elements have painted below what is in them.
import { type Colour, parsed } from './colours.js';

/** What is a picture, or has a page of its own. */
const PICTURES = 'img, svg, canvas, video, object, iframe, embed';

export interface Ground {
  /** `undefined`: it alone does not tell what is seen. */
  colour: Colour | undefined;
  isPicture: boolean;
  /** It changes what is below it, or lies where others of its kind do not. */
  isOdd: boolean;
  opacity: number;
  /** What is beyond its edge is not seen, or scrolled to. */
  cuts: boolean;
  /** Nothing in it is seen, though it is there for those who listen. */
  isClipped: boolean;
  boxes: readonly DOMRect[];
}

/** The grounds of a page as it stands, each read once. */
export class Grounds {
  /** All that have one that is seen. */
  readonly painted: readonly Element[];
  private readonly known = new Map<Element, Ground>();

  constructor(root: Element) {
    this.painted = [...root.querySelectorAll('*')].filter((element) => this.of(element).colour?.alpha !== 0 && this.isSeen(element));
  }

  of(element: Element): Ground {
    const ground = this.known.get(element) ?? groundOf(element);
    this.known.set(element, ground);
    return ground;
  }

  isSeen(element: Element): boolean {
    return element.checkVisibility({ visibilityProperty: true }) && !this.isClipped(element);
  }

  private isClipped(element: Element): boolean {
    return this.of(element).isClipped || (element.parentElement !== null && this.isClipped(element.parentElement));
  }
}

function groundOf(element: Element): Ground {
  const style = getComputedStyle(element);
  const isPicture = element.matches(PICTURES) || style.backgroundImage !== 'none';
  const isOdd = style.filter !== 'none' || style.backdropFilter !== 'none' || style.mixBlendMode !== 'normal' || Number(style.zIndex) < 0;
  return {
    colour: isPicture || isOdd ? undefined : parsed(style.backgroundColor),
    isPicture,
    isOdd,
    opacity: Number(style.opacity),
    cuts: style.overflow !== 'visible',
    isClipped: style.clipPath === 'inset(50%)',
    boxes: [...element.getClientRects()],
  };
}

/** Edges lie between pixels. */
const EDGE = 1;

export const isIn = (one: DOMRect, other: DOMRect): boolean => one.left >= other.left - EDGE && one.top >= other.top - EDGE && one.right <= other.right + EDGE && one.bottom <= other.bottom + EDGE;

/** The part that two share; none where only their edges touch. */
export function shared(one: DOMRect, other: DOMRect): DOMRect | undefined {
  const [left, right] = [Math.max(one.left, other.left), Math.min(one.right, other.right)];
  const [top, bottom] = [Math.max(one.top, other.top), Math.min(one.bottom, other.bottom)];
  return right - left > EDGE && bottom - top > EDGE ? new DOMRect(left, top, right - left, bottom - top) : undefined;
}
