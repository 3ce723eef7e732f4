import './preload.js';
import { type JourneyOutcome, runJourney } from './run-journey.js';

export interface Tally {
  sums: { journeys: number; wrong: number; lost: number; endless: number; broken: number; charges: number; requests: number };
  /** Those that broke a promise, with all that repeats them. */
  failures: string[];
}

/** So many journeys, the first of this seed. */
export async function tallyJourneys(first: number, count: number): Promise<Tally> {
  const tally: Tally = { sums: { journeys: 0, wrong: 0, lost: 0, endless: 0, broken: 0, charges: 0, requests: 0 }, failures: [] };
  for (let index = 0; index < count; index++) add(tally, await runJourney(first + index));
  return tally;
}

function add({ sums, failures }: Tally, { seed, wrong, lost, endless, broken, charges, requests, log }: JourneyOutcome): void {
  sums.journeys++;
  sums.charges += charges;
  sums.requests += requests;
  for (const [name, found] of Object.entries({ wrong, lost, endless, broken })) sums[name as 'wrong'] += Number(found.length > 0);
  const found = [...new Set([...wrong, ...lost, ...endless, ...broken])];
  if (found.length > 0) failures.push(`seed ${seed}:\n  ${found.join('\n  ')}\n  after: ${log.join(' · ')}`);
}
