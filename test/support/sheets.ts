// What style sheets make of a page: each element's computed values, with states and media that only a person brings about.

const files = import.meta.glob<string>(['../../src/styles.css', '../../src/styles/*.css'], { query: '?inline', import: 'default', eager: true });

/** The text of each sheet that can be imported, by its name there: `styles`, `styles/base`. */
export const sheets: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace('../../src/', '').replace('.css', ''), text]));

/** Rules that wait for a person or a device, made to hold at once and as strong as they are. */
export const MOODS = {
  asItStands: (css: string) => css,
  underAPointer: (css: string) => css.replaceAll(':hover', ALWAYS),
  /** With the focus, in forced colours, without motion, under a finger. */
  allElse: (css: string) =>
    css
      .replaceAll(':focus-visible', ALWAYS)
      .replaceAll(/:focus(?!-)/g, ALWAYS)
      .replaceAll(/\((forced-colors: active|prefers-reduced-motion: reduce|hover: none|pointer: coarse)\)/g, 'all'),
};

const ALWAYS = ':not(.bs-never)';

/** Moments of what moves are no look. */
const STILL = '*, ::before, ::after { transition-duration: 0s !important; transition-delay: 0s !important; animation-play-state: paused !important; animation-delay: 0s !important }';

/** The page under these sheets and no others, in this order. What it had before is back afterwards. */
export function under<Result>(texts: readonly string[], read: () => Result): Result {
  const adopted = document.adoptedStyleSheets;
  const styles = [...document.querySelectorAll('style')];
  for (const style of styles) style.disabled = true;
  document.adoptedStyleSheets = [STILL, ...texts].map(constructed);
  const result = read();
  document.adoptedStyleSheets = adopted;
  for (const style of styles) style.disabled = false;
  return result;
}

const known = new Map<string, CSSStyleSheet>();

/** The sheet of this text, made once. */
export function constructed(text: string): CSSStyleSheet {
  const sheet = known.get(text) ?? new CSSStyleSheet();
  if (!known.has(text)) sheet.replaceSync(text);
  known.set(text, sheet);
  return sheet;
}

/** Elements with the same tags and classes all the way up, whose rules are the same but for their place among others, seen so often. */
const ALIKE = 3;

/** What is to be looked at in the page: a list of ten thousand is a few of its entries. */
export function unlike(): Element[] {
  const paths = new Map<Element | null, string>();
  const times = new Map<string, number>();
  return [document.documentElement, document.body, ...document.body.querySelectorAll('*')].filter((element) => {
    const attributes = [...element.attributes].filter(({ name }) => /^(class|type|role|hidden|open|disabled|checked|data-|aria-)/.test(name) && !/^(data-id|aria-(label|controls|owns|describedby|activedescendant|posinset|setsize|rowindex|colindex|valuetext|valuenow))/.test(name));
    const path = `${paths.get(element.parentElement) ?? ''} ${element.tagName} ${attributes.map(({ name, value }) => `${name}=${value}`).join(' ')}`;
    paths.set(element, path);
    times.set(path, (times.get(path) ?? 0) + 1);
    return times.get(path)! <= ALIKE;
  });
}

/** What is read of an element, by its name and in this order. */
export interface Read {
  element: Element;
  properties: readonly string[];
}

/** The values of these elements, by what and where they are. */
export function looks(reads: readonly Read[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [index, { element, properties }] of reads.entries()) {
    for (const pseudo of ['', '::before', '::after', ...(element instanceof HTMLDialogElement && element.open ? ['::backdrop'] : [])]) {
      const computed = getComputedStyle(element, pseudo);
      const isThere = !/before|after/.test(pseudo) || computed.content !== 'none';
      if (isThere) found.set(`${index} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}${pseudo}`, properties.map((name) => computed.getPropertyValue(name)));
    }
  }
  return found;
}

/** What is not the same, in words. */
export function differences(reads: readonly Read[], wanted: Map<string, string[]>, seen: Map<string, string[]>): string[] {
  return [...new Set([...wanted.keys(), ...seen.keys()])].flatMap((place) => {
    const [one, other] = [wanted.get(place), seen.get(place)];
    if (one === undefined || other === undefined) return [`${place} is ${one === undefined ? 'more' : 'missing'}`];
    const { properties } = reads[Number.parseInt(place)]!;
    return properties.flatMap((name, index) => (one[index] === other[index] ? [] : [`${place.replace(/^\d+ /, '')} ${name}: ${one[index]} → ${other[index]}`]));
  });
}
