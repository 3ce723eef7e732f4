import type { SimulatedGatewayOptions, SteeringWord } from 'bytespike-react/testing';

export interface Scenario {
  title: string;
  /** What goes on, for the page about testing. */
  effect: string;
  /** Made anew for each gateway: a fault that counts begins at one. */
  gateway?: () => SimulatedGatewayOptions;
  /** Added to every prompt. */
  word?: SteeringWord;
  /** The page says that it has no network. */
  offline?: true;
}

const BILLABLE = ['POST /v1/tasks/submit', 'POST /v1/images/*'] as const;

function every(nth: number): (request: Request) => boolean {
  let count = 0;
  return () => ++count % nth === 0;
}

/** What the toolbar's network can be. */
export const scenarios = {
  fast: { title: 'Fast', effect: 'All is well.' },
  slow: {
    title: 'Slow',
    effect: 'Every answer comes two seconds late.',
    gateway: () => ({ faults: [{ kind: 'delay', ms: 2000, times: 'always' }] }),
  },
  flaky: {
    title: 'Flaky',
    effect: 'Every third answer is lost after the gateway did the work, and streams break.',
    gateway: () => ({
      faults: [
        { kind: 'reset-after-body', on: every(3), times: 'always' },
        { kind: 'stream-cut', bytes: 400, times: 'always' },
      ],
    }),
  },
  offline: {
    title: 'Offline',
    effect: 'There is no network, and the browser says so.',
    offline: true,
    gateway: () => ({ faults: [{ kind: 'refused', times: 'always' }] }),
  },
  'rate-limited': {
    title: 'Rate-limited',
    effect: 'What costs money is refused with 429 for 30 s.',
    gateway: () => ({ faults: BILLABLE.map((on) => ({ kind: 'rate-limit', seconds: 30, on, times: 'always' })) }),
  },
  'out-of-balance': {
    title: 'Out of balance',
    effect: 'The wallet is empty: what costs money is refused with 402.',
    gateway: () => ({ balance: 0 }),
  },
  'safety-block': { title: 'Safety block', effect: 'Every prompt is blocked with 451.', word: '[block]' },
  'gateway-down': {
    title: 'Gateway down',
    effect: 'Every request is answered with 503. The client tries four times, at growing distances.',
    gateway: () => ({ faults: [{ kind: 'status', status: 503, times: 'always' }] }),
  },
  'no-idempotency': {
    title: 'Gateway ignores idempotency',
    effect: 'The gateway ignores idempotency keys, and the first submit’s answer is lost: it stays unknown and is never sent twice.',
    gateway: () => ({ idempotency: false, faults: [{ kind: 'reset-after-body', on: 'POST /v1/tasks/submit' }] }),
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export function scenarioNamed(name: string): Scenario {
  return name in scenarios ? scenarios[name as ScenarioName] : scenarios.fast;
}
