/** What a text says of the money of one wish. `open`: it is still being made. */
export type Claim = { kind: 'exact'; amount: string } | { kind: 'billed' | 'none' | 'unknown' | 'open' };

const MONEY = /\$[\d,.]*\d/;

const exact = (text: string): Claim => ({ kind: 'exact', amount: MONEY.exec(text)![0] });

/** The first that fits says what is claimed. English, as the components have it. */
const PROGRESS: readonly [RegExp, (text: string) => Claim][] = [
  [/Billed about \$|Billed, amount not told|partly billed|It was billed\./, () => ({ kind: 'billed' })],
  [/Cancelled, nothing billed|Nothing billed\./, () => ({ kind: 'none' })],
  [/It may have been billed|may still be billed|may have been billed|Checking never bills twice/, () => ({ kind: 'unknown' })],
  [/Billed \$|Cancelled, \$/, exact],
  [/^(Submitting|Queued|Rendering|Cancelling)/, () => ({ kind: 'open' })],
];

/** What `TaskProgress` says; `undefined` where nothing was asked for. */
export function claimOfProgress(text: string): Claim | undefined {
  if (text === '') return undefined;
  const found = PROGRESS.find(([words]) => words.test(text));
  if (found === undefined) throw new Error(`TaskProgress says "${text}", of which test/support/ledger/claims.ts does not know what it says of money.`);
  return found[1](text);
}

/** What `CostPreview` says of the last one; `undefined` where it says nothing. */
export function claimOfCost(text: string): Claim | undefined {
  if (text === '') return undefined;
  if (text === 'nothing') return { kind: 'none' };
  return MONEY.test(text) ? exact(text) : { kind: 'unknown' };
}

/** What the history says. */
export function claimOfHistory(text: string): Claim {
  if (text === '') return { kind: 'open' };
  if (text.startsWith('≈')) return { kind: 'billed' };
  if (MONEY.test(text)) return exact(text);
  return { kind: text === 'Not billed' ? 'none' : text === 'Amount not told' ? 'billed' : 'unknown' };
}
