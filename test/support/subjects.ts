// Whom a rule can be about, by its selector alone: a class, a tag or an attribute that whoever it matches has.

/** What an element is found by: `.bs-root`, `button`, `[data-theme]`. */
export const marksOf = (element: Element): string[] => [element.localName, ...[...element.classList].map((name) => `.${name}`), ...[...element.attributes].map(({ name }) => `[${name}]`)];

/** Of whoever matches, one of these is a mark; `undefined`: anybody can match. */
export function marksAskedBy(selectors: string): string[] | undefined {
  const marks = partsOf(selectors, ',').map((selector) => marksOfCompound(partsOf(selector.trim().replaceAll(/\s*[>+~]\s*/g, ' '), ' ').at(-1)!));
  return marks.includes(undefined) ? undefined : marks.flatMap((found) => found!);
}

function marksOfCompound(compound: string): string[] | undefined {
  const own = withoutBrackets(compound);
  const classes = own.match(/\.[\w-]+/g);
  if (classes !== null) return classes;
  const tag = /^[a-z][\w-]*/i.exec(own)?.[0];
  if (tag !== undefined) return [tag];
  const attribute = /\[([\w-]+)/.exec(own)?.[1];
  if (attribute !== undefined) return [`[${attribute}]`];
  if (/:root/.test(own)) return ['html'];
  // A page is no shadow of anything.
  if (/:host/.test(own)) return [];
  const oneOf = /:(?:is|where)\(/.exec(compound);
  return oneOf === null ? undefined : marksAskedBy(inside(compound, oneOf.index + oneOf[0].length));
}

/** What stands between brackets is left out, but for the names of attributes. */
function withoutBrackets(text: string): string {
  let depth = 0;
  return [...text.replaceAll(/(\[[\w-]+)[^\]]*\]/g, '$1]')].filter((letter) => {
    if (letter === ')') depth--;
    const isOutside = depth === 0;
    if (letter === '(') depth++;
    return isOutside;
  }).join('');
}

function inside(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; depth > 0; at++) depth += Number(text[at] === '(') - Number(text[at] === ')');
  return text.slice(from, at - 1);
}

/** Parted where no bracket is open. */
function partsOf(text: string, by: ',' | ' '): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth += Number('(['.includes(letter)) - Number(')]'.includes(letter));
    if (letter === by && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
