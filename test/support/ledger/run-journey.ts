import { createRandom } from '../random.js';
import { judge } from './judge.js';
import { type Journey, pause, reload, step } from './steps.js';
import { openTab, type Tab } from './tab.js';
import { createWorld, drawWorld } from './world.js';

/** What must never be, and how it came. */
export interface JourneyOutcome {
  seed: number;
  wrong: string[];
  lost: string[];
  endless: string[];
  broken: string[];
  /** Requests that pages sent. */
  requests: number;
  charges: number;
  log: string[];
}

const HOUR = 60 * 60_000;
/** Longer than all waits and retries of one wish together. */
const REST_MS = 3 * HOUR;
/** In an hour in which nothing happens: looks for what is unknown, and for what is refused. */
const MOST_AN_HOUR = 70;
const MOST = 1500;

/** One person, some minutes, and what the pages say of money all along. */
export async function runJourney(seed: number): Promise<JourneyOutcome> {
  const random = createRandom(seed);
  const facts = drawWorld(random);
  const world = createWorld(seed, facts, random);
  let requests = 0;
  const { fetch } = world.server;
  world.server.fetch = (request) => {
    requests++;
    return fetch(request);
  };
  if (facts.storage !== 'none' && random() < 0.5) world.storage.state = facts.storage;
  const journey: Journey = { world, tabs: [], asked: new Map(), promises: new Map(), log: [JSON.stringify(facts)], broken: [], last: new Map() };
  const outcome: JourneyOutcome = { seed, wrong: [], lost: [], endless: [], broken: journey.broken, requests: 0, charges: 0, log: journey.log };
  const note = (atRest: boolean) => {
    const { wrong, lost } = judge(journey.tabs, world.gateway.ledger.charges, journey.asked, atRest);
    outcome.wrong.push(...wrong);
    outcome.lost.push(...lost);
  };
  const pass = async (ms: number) => {
    journey.log.push(`${ms / 1000} s`);
    await world.clock.advance(ms);
  };
  const uncaught = ({ reason }: PromiseRejectionEvent) => void journey.broken.push(`unhandled: ${String(reason)}`);
  globalThis.addEventListener('unhandledrejection', uncaught);
  try {
    journey.tabs.push(openTab(world));
    await pass(random() < 0.3 ? 0 : 1000);
    for (let left = 5 + Math.floor(random() * 10); left > 0; left--) {
      step(journey);
      await pass(pause(random));
      note(false);
    }
    Object.assign(world.page, { online: true, hidden: false });
    world.page.wake();
    await rest();
    // Whoever comes back finds the same.
    if (random() < 0.7) {
      for (const tab of [...journey.tabs]) reload(journey, tab);
      await rest();
    }
  } catch (error) {
    journey.broken.push(error instanceof Error ? (error.stack ?? String(error)) : String(error));
  } finally {
    globalThis.removeEventListener('unhandledrejection', uncaught);
    for (const tab of journey.tabs) tab.close(false);
    world.gateway.dispose();
  }
  return { ...outcome, requests, charges: world.gateway.ledger.charges.length };

  async function rest(): Promise<void> {
    await pass(REST_MS);
    const before = requests;
    await pass(HOUR);
    note(true);
    if (requests - before > MOST_AN_HOUR) outcome.endless.push(`${requests - before} requests in an hour in which nothing happens`);
    if (requests > MOST) outcome.endless.push(`${requests} requests in all`);
    for (const tab of journey.tabs) outcome.endless.push(...unsettled(tab));
    if (journey.promises.size > 0) outcome.endless.push(`${journey.promises.size} promises that came to no end`);
  }
}

const UNDER_WAY = new Set(['pending', 'submitting', 'queued', 'running', 'cancelling']);

function unsettled(tab: Tab): string[] {
  const slots = [...tab.slots()].filter(([, { status }]) => UNDER_WAY.has(status)).map(([name, { status }]) => `${name} is ${status} for ever`);
  const records = tab.list.get().filter(({ snapshot }) => snapshot !== undefined && UNDER_WAY.has(snapshot.status));
  return [...slots, ...records.map(({ request, snapshot }) => `${request.model} is ${snapshot?.status} in the history for ever`)];
}
