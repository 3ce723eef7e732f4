import type { Charge } from 'bytespike-react/testing';
import { formatMoney } from '../../../src/react/format.js';
import { type Claim, claimOfCost, claimOfHistory, claimOfProgress } from './claims.js';
import type { Tab } from './tab.js';

export interface Findings {
  /** Said to be billed, or not to be, and the ledger says otherwise. */
  wrong: string[];
  /** Paid for, and nowhere to be seen. */
  lost: string[];
}

/** Something on a page that speaks of one model's wish. In a journey each wish has a model of its own. */
interface Said {
  where: string;
  model: string;
  claim: Claim;
}

/** What is known of a model's wishes besides what pages say. */
export interface Asked {
  /** Of each wish for it, its own. */
  keys: Set<string>;
  /** Those that it may be billed for: behind what keeps no answers, each press after a stop is one more. */
  presses: number;
  /** Pages that forgot went with it, and had said that they would. */
  isForgotten: boolean;
  /** Pages whose promises told of it: with images, or that nobody knows. With its page that is gone. */
  told: Set<Tab>;
}

const ENDED = new Set(['completed', 'failed', 'cancelled', 'unknown']);
const amountOf = ({ amount }: Charge) => formatMoney(amount, 'en');

/** Holds what the pages say against the ledger. `atRest`: whether nothing is on its way any more. */
export function judge(tabs: readonly Tab[], charges: readonly Charge[], asked: ReadonlyMap<string, Asked>, atRest: boolean): Findings {
  const findings: Findings = { wrong: [], lost: [] };
  const { shown, records } = readAll(tabs, asked);
  for (const [model, facts] of asked) {
    const taken = charges.filter((charge) => charge.model === model);
    const said = [...shown, ...records.values()].filter((each) => each.model === model);
    const wishes = [...records.values()].filter((each) => each.model === model).map(({ claim }) => claim);
    for (const { where, claim } of said) {
      const complaint = complaintOf(claim, taken, facts.presses);
      if (complaint !== undefined) findings.wrong.push(`${model}: ${where} says ${JSON.stringify(claim)}, ${complaint}`);
    }
    if (taken.length > facts.presses) findings.wrong.push(`${model}: billed ${taken.length} times, asked for ${facts.presses}`);
    const left = withoutExact(taken, wishes);
    if (left === undefined) findings.wrong.push(`${model}: the history says ${JSON.stringify(wishes)}, and ${taken.map(amountOf).join(', ')} was billed`);
    else if (atRest) missing(findings, model, left.length, said, wishes, { ...facts, told: tabs.some((tab) => facts.told.has(tab)) });
  }
  return findings;
}

function readAll(tabs: readonly Tab[], asked: ReadonlyMap<string, Asked>) {
  // A record that was damaged may not say it.
  const modelOf = (key: string) => [...asked].find(([, { keys }]) => keys.has(key))?.[0];
  const shown: Said[] = [];
  const records = new Map<string, Said>();
  tabs.forEach((tab, index) => {
    const read = tab.read();
    for (const [name, { request }] of tab.slots()) {
      const texts = read.slots.get(name);
      if (request === undefined || texts === undefined) continue;
      const said = { progress: claimOfProgress(texts.progress), cost: claimOfCost(texts.cost) };
      for (const [part, claim] of Object.entries(said)) if (claim !== undefined) shown.push({ where: `${part} of ${name} on page ${index}`, model: request.model, claim });
    }
    for (const { outTaskId, request, snapshot } of tab.list.get()) {
      const isEnded = snapshot !== undefined && ENDED.has(snapshot.status);
      const claim: Claim = isEnded ? claimOfHistory(read.history.get(outTaskId) ?? '') : { kind: 'open' };
      records.set(outTaskId, { where: `history of page ${index}`, model: modelOf(outTaskId) ?? request.model, claim });
    }
  });
  return { shown, records };
}

function complaintOf(claim: Claim, taken: readonly Charge[], wishes: number): string | undefined {
  const amounts = taken.map(amountOf);
  const ledger = amounts.length === 0 ? 'nothing was billed' : `${amounts.join(', ')} was billed`;
  if (claim.kind === 'exact') return amounts.includes(claim.amount) ? undefined : ledger;
  if (claim.kind === 'billed') return taken.length > 0 ? undefined : ledger;
  // Of several wishes it may be the one that cost nothing.
  if (claim.kind === 'none') return taken.length >= wishes ? ledger : undefined;
  return undefined;
}

/** The charges that no exact amount in the history is for; `undefined` where an amount is for none. */
function withoutExact(taken: readonly Charge[], wishes: readonly Claim[]): readonly Charge[] | undefined {
  const left = [...taken];
  for (const claim of wishes) {
    if (claim.kind !== 'exact') continue;
    const at = left.findIndex((charge) => amountOf(charge) === claim.amount);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}

function missing({ wrong, lost }: Findings, model: string, left: number, said: readonly Said[], wishes: readonly Claim[], { isForgotten, told }: { isForgotten: boolean; told: boolean }): void {
  const admits = ({ kind }: Claim) => kind === 'billed' || kind === 'unknown' || kind === 'open';
  if (left <= wishes.filter(admits).length || isForgotten) return;
  const elsewhere = said.some(({ claim }) => admits(claim) || claim.kind === 'exact') || told;
  if (elsewhere) return;
  if (said.length > 0) wrong.push(`${model}: ${left} charges that nothing admits: ${JSON.stringify(said)}`);
  else lost.push(`${model}: ${left} charges, and nothing of it on any page`);
}
