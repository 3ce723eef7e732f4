import { createSimulatedGateway, type Dialect, type Fault, type SimulatedGateway } from 'bytespike-react/testing';
import { denials } from '../denied.js';
import { drawFault, drawKind, IMAGE_PLACES, imageFaultKinds, PROXY_PLACES, TASK_PLACES } from '../fault-draw.js';
import { createManualClock, type ManualClock } from '../manual-clock.js';
import { isWorking } from '../busy-crypto.js';
import { createManualPage, type ManualPage } from '../manual-page.js';
import { createProxied } from '../proxied.js';
import { createWay, type Way } from '../way.js';
import { type Browser, createBrowser } from './browser.js';
import { isReading } from './busy-bodies.js';
import { retold, type Telling } from './retold.js';
import { type BrowserStorage, createBrowserStorage } from './storage.js';

/** What one journey is made in. All of it follows from the seed. */
export interface WorldFacts extends Telling {
  /** What stands between the pages and the gateway. */
  between: 'our proxy' | 'a pass-through';
  dialect: Dialect;
  idempotency: boolean;
  storage: BrowserStorage['state'] | 'none';
  /** Index into `denials`; otherwise locks and channels work. */
  denied: number | undefined;
  /** On the way from the pages, and from our proxy to the gateway. */
  faults: readonly Fault[];
  faultsBehind: readonly Fault[];
}

export interface World {
  facts: WorldFacts;
  random: () => number;
  gateway: SimulatedGateway;
  clock: ManualClock;
  /** Online and seen, or not: the same for all pages. */
  page: ManualPage;
  browser: Browser;
  storage: BrowserStorage;
  /** What pages send to. */
  server: Way & { baseUrl: string };
  /** Our proxy as another process, with nothing in memory. */
  restart(): void;
}

export const one = <T>(random: () => number, options: readonly T[]): T => options[Math.floor(random() * options.length)]!;

export function drawWorld(random: () => number): WorldFacts {
  const between = one(random, ['our proxy', 'a pass-through'] as const);
  const isOurs = between === 'our proxy';
  const faults = (most: number, draw: () => Fault) => Array.from({ length: Math.floor(random() * (most + 1)) }, draw);
  return {
    between,
    dialect: one(random, ['a', 'b', 'b', 'b', 'c']),
    idempotency: isOurs || random() < 0.85,
    amounts: one(random, ['as documented', 'as documented', 'more', 'nothing']),
    usdPerCredit: one(random, [1, 1, 0.01, 2.5]),
    rates: one(random, [1, 1, 3, 0.5]),
    storage: one(random, ['fine', 'fine', 'fine', 'fine', 'denied', 'full', 'none']),
    denied: random() < 0.15 ? Math.floor(random() * denials.length) : undefined,
    faults: faults(3, () => (random() < 0.5 ? drawFault(drawKind(random), random, isOurs ? PROXY_PLACES : TASK_PLACES) : drawFault(drawKind(random, imageFaultKinds), random, IMAGE_PLACES))),
    faultsBehind: isOurs ? faults(1, () => drawFault(drawKind(random, imageFaultKinds), random, random() < 0.5 ? IMAGE_PLACES : TASK_PLACES)) : [],
  };
}

export function createWorld(seed: number, facts: WorldFacts, random: () => number): World {
  const clock = createManualClock(undefined, () => isWorking() || isReading());
  const { dialect, idempotency, faults, faultsBehind, between, usdPerCredit } = facts;
  const gateway = createSimulatedGateway({
    seed,
    dialect,
    idempotency,
    balance: 1000,
    spendLimit: 1000,
    // Else each result would be drawn, and its link be of this page.
    assetBaseUrl: 'https://assets.test',
    clock: { now: clock.trueNow, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout },
  });
  const told = retold(gateway, facts);
  const wayTo = (base: string, most: readonly Fault[], fetch: typeof told) => createWay({ base, clock, faults: most, answer: (request) => () => fetch(request) });
  const storage = createBrowserStorage();
  const world = { facts, random, gateway, clock, page: createManualPage(), browser: createBrowser(), storage };
  if (between === 'a pass-through') {
    return { ...world, server: { ...wayTo('', faults, told), baseUrl: gateway.baseUrl }, restart() {} };
  }
  const proxied = createProxied({ apiKey: gateway.apiKey, baseUrl: gateway.baseUrl, fetch: wayTo('', faultsBehind, told).fetch }, clock, { proxy: { usdPerCredit }, faults });
  return { ...world, server: proxied, restart: proxied.restart };
}
