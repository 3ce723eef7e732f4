import { amountOf } from '../base/amount.js';
import type { AsOf, OpenRate } from './model.js';

/** What one entry of the live rate card says, in USD. */
export interface Card {
  rates: OpenRate[];
  submitFee: number | undefined;
}

type Label = Pick<OpenRate, 'size' | 'quality' | 'resolution'> & { per?: OpenRate['per'] | undefined; isFee?: boolean };

const UNITS: Record<string, OpenRate['per'] | undefined> = {
  image: 'image',
  images: 'image',
  turn: 'turn',
  second: 'second',
  seconds: 'second',
  sec: 'second',
};
/** Words that say that it is an amount, and nothing of what for. */
const FILLERS = new Set(['per', 'usd', 'price', 'prices', 'amount', 'rate', 'rates', 'value', 'cost', 'default', 'base', 'video', 'tiers', 'generation', 'submit', 'submission', 'task']);
const NAMED = ['size', 'quality', 'resolution', 'unit', 'per'];

/**
 * Reads a card whose shape nobody has documented: amounts by what they are for, nested, in a list,
 * or with it all in one name (`per_image: { "1024x1024/medium": 0.03 }`, `per_second_720p: "0.04"`).
 * An amount of which it is not clear what it is for is passed over, and so is a card in another currency.
 */
export function readCard(rates: Readonly<Record<string, unknown>>, asOf: AsOf): Card {
  const card: Card = { rates: [], submitFee: undefined };
  const { currency, ...amounts } = rates;
  if (currency === undefined || (typeof currency === 'string' && currency.toUpperCase() === 'USD')) walk(amounts, {}, asOf, card);
  return card;
}

function walk(value: unknown, label: Label, asOf: AsOf, card: Card): void {
  const usd = amountOf(value);
  if (usd !== undefined) return put(usd, label, asOf, card);
  if (Array.isArray(value)) {
    for (const entry of value as unknown[]) walk(entry, label, asOf, card);
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    const named = NAMED.reduce((all, name) => (typeof fields[name] === 'string' ? labelled(all, fields[name]) : all), label);
    for (const [name, entry] of Object.entries(fields)) {
      if (typeof entry !== 'string' || !NAMED.includes(name)) walk(entry, labelled(named, name), asOf, card);
    }
  }
}

/** What a name adds to what an amount is for. */
function labelled(label: Label, name: string): Label {
  const next = { ...label };
  for (const word of name.toLowerCase().split(/[^0-9a-z.]+/)) {
    if (/^\d+x\d+$/.test(word)) next.size = word;
    else if (/^\d+[pk]$/.test(word)) next.resolution = word;
    else if (UNITS[word] !== undefined) next.per = UNITS[word];
    else if (word === 'fee') next.isFee = true;
    else if (word !== '' && !FILLERS.has(word)) next.quality = word;
  }
  return next;
}

function put(usd: number, { per, isFee, size, quality, resolution }: Label, asOf: AsOf, card: Card): void {
  if (usd < 0) return;
  if (isFee) card.submitFee = usd;
  const unit = per ?? (size !== undefined ? 'image' : resolution !== undefined ? 'second' : undefined);
  if (!isFee && unit !== undefined) card.rates.push({ per: unit, usd, size, quality, resolution, asOf });
}
