import { add } from '../../core/base/money.js';
import type { Usage } from '../../core/wire/account-readings.js';

/** What the gateway told one key. */
export interface KeyUsage {
  /** What this proxy calls the key. */
  name: string;
  /** The key itself, which nothing but the gateway's own names of keys is compared with. */
  value: string;
  /** As it was asked for; `undefined` where the key was refused. */
  usage: Usage | undefined;
  /** The same money by key; `undefined` where the gateway does not tell it so. */
  byKey: Usage | undefined;
}

type Told = KeyUsage & { usage: Usage };
type Bucket = Usage['buckets'][number];

/** One sum of what several keys were told. */
export function joined(told: readonly KeyUsage[]): Usage {
  const { answers, missing } = countedOf(told);
  return {
    ...missing,
    buckets: summed(answers.flatMap(({ usage }) => usage.buckets)),
    spent: add(...answers.map(({ usage }) => usage.spent)),
    calls: answers.reduce((sum, { usage }) => sum + usage.calls, 0),
  };
}

/** The same of answers by key: each of ours under its name here, and `''` for what no key of ours spent. */
export function byName(told: readonly KeyUsage[]): Usage {
  const { answers, isAccount, missing } = countedOf(told);
  const buckets = answers.flatMap(({ usage, name }) =>
    isAccount ? usage.buckets.map((bucket) => ({ ...bucket, name: ownerOf(bucket.name, told) })) : [{ name, spent: usage.spent, calls: usage.calls }],
  );
  return { ...missing, buckets: summed(buckets), spent: add(...buckets.map(({ spent }) => spent)), calls: buckets.reduce((sum, { calls }) => sum + calls, 0) };
}

interface Counted {
  /** Those whose money is counted, each once. */
  answers: readonly Told[];
  /** Whether one of them tells of all keys. */
  isAccount: boolean;
  missing: Pick<Usage, 'missing'>;
}

/**
 * The gateway does not say whether a key is told its own money or that of the account, and money that is told twice must
 * not be counted twice. What it tells by key shows it: several names in one answer, or the same name with the same money
 * in two, are the account's, and the longest answer is all. Where that cannot be seen, or contradicts itself, the
 * dearest answer is the most that can be said.
 */
function countedOf(told: readonly KeyUsage[]): Counted {
  const heard = told.filter((each): each is Told => each.usage !== undefined);
  const known = heard.filter(({ byKey }) => byKey !== undefined);
  const whose = whoseOf(known);
  const isAccount = whose === 'account';
  const answers = whose === 'own' ? known : [...(isAccount ? known : heard)].sort(isAccount ? byNames : bySpent).slice(0, 1);
  // What the account was told is told of keys as well that could not be asked apart; one that was refused may be of another.
  const counted = isAccount ? known : answers;
  const missing = told.filter((each) => !counted.some((other) => other === each)).map(({ name }) => name);
  return { answers, isAccount, missing: missing.length === 0 ? {} : { missing } };
}

const byNames = (one: Told, other: Told) => (other.byKey?.buckets.length ?? 0) - (one.byKey?.buckets.length ?? 0);
const bySpent = (one: Told, other: Told) => other.usage.spent - one.usage.spent;

function whoseOf(known: readonly Told[]): 'own' | 'account' | 'unclear' {
  const seen = new Map<string, number>();
  let whose: 'own' | 'account' = 'own';
  for (const { byKey } of known) {
    if ((byKey?.buckets.length ?? 0) > 1) whose = 'account';
    for (const { name, spent } of byKey?.buckets ?? []) {
      const before = seen.get(name);
      if (before !== undefined && before !== spent) return 'unclear';
      if (before !== undefined) whose = 'account';
      seen.set(name, spent);
    }
  }
  return known.length === 0 ? 'unclear' : whose;
}

function summed(buckets: readonly Bucket[]): Bucket[] {
  const byBucket = new Map<string, Bucket>();
  for (const { name, spent, calls } of buckets) {
    const before = byBucket.get(name);
    byBucket.set(name, { name, spent: add(before?.spent ?? 0, spent), calls: (before?.calls ?? 0) + calls });
  }
  return [...byBucket.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** So much of a key's end tells it from others. @source ours: keys are shown by their last four letters */
const LEAST_END = 4;

/** The gateway shows keys by their ends; a name that fits none of ours, or two of them, is nobody's here. */
function ownerOf(shown: string, keys: readonly KeyUsage[]): string {
  const end = /[\w-]+$/.exec(shown)?.[0] ?? '';
  const owners = keys.filter(({ value }) => end.length >= LEAST_END && value.endsWith(end));
  return owners.length === 1 ? (owners[0]?.name ?? '') : '';
}
