// Which rules set what of whom, and in which order: where that is the same under two lists of style sheets, a value is too.
import { marksAskedBy, marksOf } from './subjects.js';

/** A rule, or what stands in it beside others. */
interface Rule {
  /** Of its selector, its layer, its conditions and what it sets. */
  id: number;
  layer: string;
  /** Whom it is about, or one of whose parts, in some mood. */
  selector: string;
  /** Of those whom it can be about, one is a mark; `''`: it can be about anybody. */
  marks: readonly string[];
  properties: readonly string[];
  /** Names of what it is moved by. */
  moves: readonly string[];
}

const ids = new Map<string, number>();

/** The same text is the same number. */
function idOf(text: string): number {
  const id = ids.get(text) ?? ids.size;
  ids.set(text, id);
  return id;
}

/** A style sheet, taken apart. */
export interface Sheet {
  rules: readonly Rule[];
  /** In the order in which they are first named. */
  layers: readonly string[];
  /** Moves, by their names. */
  moves: ReadonlyMap<string, { id: number; properties: readonly string[] }>;
}

/** @param moods what a selector is in each mood */
export function sheetOf({ cssRules }: CSSStyleSheet, moods: readonly ((selector: string) => string)[]): Sheet {
  const rules: Rule[] = [];
  const layers: string[] = [];
  const moves = new Map<string, { id: number; properties: readonly string[] }>();
  const note = (selector: string, layer: string, conditions: string, style: CSSStyleDeclaration) =>
    rules.push({
      id: idOf(`${layer} ${conditions} ${selector} ${style.cssText}`),
      layer,
      selector: [...new Set(moods.map((put) => withoutParts(put(selector))))].join(', '),
      marks: marksAskedBy(selector) ?? [''],
      properties: propertiesIn(style),
      moves: style.animationName.split(/, */).filter((name) => name !== '' && name !== 'none'),
    });
  const visit = (list: CSSRuleList, around: string, layer: string, conditions: string) => {
    for (const rule of list) {
      if (rule instanceof CSSKeyframesRule) moves.set(rule.name, { id: idOf(rule.cssText), properties: [...rule].flatMap((frame) => propertiesIn((frame as CSSKeyframeRule).style)) });
      else if (rule instanceof CSSLayerStatementRule) layers.push(...rule.nameList);
      else if (rule instanceof CSSStyleRule) {
        const selector = rule.selectorText.replaceAll('&', `:is(${around})`);
        note(selector, layer, conditions, rule.style);
        visit(rule.cssRules, selector, layer, conditions);
      } else if (rule instanceof CSSNestedDeclarations) note(around, layer, conditions, rule.style);
      else if (rule instanceof CSSLayerBlockRule) {
        const name = [...(layer === '' ? [] : [layer]), rule.name].join('.');
        layers.push(name);
        visit(rule.cssRules, around, name, conditions);
      } else if (rule instanceof CSSGroupingRule) visit(rule.cssRules, around, layer, `${conditions} ${rule.cssText.slice(0, rule.cssText.indexOf('{'))}`);
      else throw new Error(`What this does to values is not known here: ${rule.cssText}`);
    }
  };
  visit(cssRules, ':root', '', '');
  return { rules, layers: [...new Set(layers)], moves };
}

/** Such as `::before`, which are their element's. */
const withoutParts = (selector: string): string => selector.replaceAll(/::[\w-]+(\([^)]*\))?/g, '').replaceAll(/(^|[\s>+~(,])(?=\s*([,)]|$))/g, '$1*');

/** Sheets one after the other: where each rule stands, from the weakest to the strongest but for their selectors. */
class Cascade {
  private readonly places = new Map<Rule['id'], number>();
  private readonly moves: Sheet['moves'];

  constructor(sheets: readonly Sheet[]) {
    const layers = [...new Set(sheets.flatMap((sheet) => sheet.layers))];
    const rank = ({ layer }: Rule) => (layer === '' ? layers.length : layers.indexOf(layer));
    // Of the same rule, the last one counts.
    const last = new Map<number, Rule>();
    for (const rule of sheets.flatMap(({ rules }) => rules)) {
      last.delete(rule.id);
      last.set(rule.id, rule);
    }
    for (const rule of [...last.values()].sort((one, other) => rank(one) - rank(other))) this.places.set(rule.id, this.places.size);
    this.moves = new Map(sheets.flatMap(({ moves }) => [...moves]));
  }

  /** By property, those of these rules that set it here. */
  deciding(rules: readonly Rule[]): Map<string, string> {
    const found = new Map<string, string>();
    const here = rules.filter(({ id }) => this.places.has(id)).sort((one, other) => this.places.get(one.id)! - this.places.get(other.id)!);
    for (const rule of here) {
      const moved = rule.moves.map((name) => this.moves.get(name));
      const deciding = [rule.id, ...moved.map((move) => move?.id)].join();
      for (const property of [...rule.properties, ...moved.flatMap((move) => move?.properties ?? [])]) found.set(property, `${found.get(property) ?? ''} ${deciding}`);
    }
    return found;
  }
}

/** Lists of style sheets, for what is otherwise under one of them than under the first. */
export class Comparison {
  private readonly cascades: readonly Cascade[];
  private readonly byMark = new Map<string, Rule[]>();
  private readonly known = new Map<string, string[]>();

  constructor(lists: readonly (readonly Sheet[])[]) {
    this.cascades = lists.map((sheets) => new Cascade(sheets));
    const rules = new Map(lists.flat().flatMap((sheet) => sheet.rules).map((rule) => [rule.id, rule]));
    for (const rule of rules.values()) for (const mark of rule.marks) this.byMark.set(mark, [...(this.byMark.get(mark) ?? []), rule]);
  }

  /** What is set of this element, or of its parts, by other rules, or in another order. What comes down to it is seen where it comes from. */
  propertiesOf(element: Element): string[] {
    const candidates = new Set(['', ...marksOf(element)].flatMap((mark) => this.byMark.get(mark) ?? []));
    const rules = [...candidates].filter(({ selector }) => element.matches(selector));
    const key = rules.map(({ id }) => id).join();
    const properties = this.known.get(key) ?? this.unsteady(rules);
    this.known.set(key, properties);
    return properties;
  }

  private unsteady(rules: readonly Rule[]): string[] {
    const [wanted, ...others] = this.cascades.map((cascade) => cascade.deciding(rules)) as [Map<string, string>, ...Map<string, string>[]];
    const all = new Set([wanted, ...others].flatMap((each) => [...each.keys()]));
    return [...all].filter((property) => others.some((other) => other.get(property) !== wanted.get(property)));
  }
}

const propertiesIn = (style: CSSStyleDeclaration): string[] => [...new Set([...style].flatMap(physicalOf))];

const SIDES = ['top', 'right', 'bottom', 'left'];
const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

/** A logical property and its physical ones have one value: half of them need not be read. */
function physicalOf(name: string): string[] {
  if (/^inset-(block|inline)-/.test(name)) return SIDES;
  if (/^((min|max)-)?(inline|block)-size$/.test(name)) return ['width', 'height'].map((size) => name.replace(/(inline|block)-size/, size));
  if (/^border-(start|end)-(start|end)-radius$/.test(name)) return CORNERS.map((corner) => `border-${corner}-radius`);
  return /-(block|inline)-(start|end)/.test(name) ? SIDES.map((side) => name.replace(/-(block|inline)-(start|end)/, `-${side}`)) : [name];
}
