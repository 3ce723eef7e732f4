import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { add } from '../core/base/money.js';
import { type Fault, type FaultKind, faultKinds } from '../testing/faults/faults.js';
import type { SimulatedGateway } from '../testing/simulation/types.js';
import type { Devtools } from './devtools.js';
import { usd } from './IntentDetails.js';

const SPEEDS = [0.25, 1, 4, 20];

/** What the kinds need that are more than a name. */
const WITH: Partial<Record<FaultKind, object>> = {
  delay: { ms: 3000 },
  status: { status: 503 },
  'rate-limit': { seconds: 10 },
  'stream-cut': { bytes: 200 },
  'clock-skew': { ms: 300_000 },
};

/** The books of a simulated gateway, its pace, and what shall go wrong next. */
export function SimulationControls({ gateway, devtools }: { gateway: SimulatedGateway; devtools: Devtools }): ReactNode {
  const { charges, balance, held } = gateway.ledger;
  const pace = useSyncExternalStore(devtools.pace.subscribe, devtools.pace.get, devtools.pace.get);
  const [kind, setKind] = useState<FaultKind>('reset-after-body');
  const [injected, setInjected] = useState(0);
  const inject = () => {
    gateway.inject({ kind, ...WITH[kind] } as Fault);
    setInjected((before) => before + 1);
  };
  return (
    <section className="bs-devtools-simulation" aria-label="Simulated gateway">
      <p>
        Charges: {charges.length}, {usd(add(...charges.map(({ amount }) => amount)))} billed, {usd(balance)} left, {usd(held)} held
      </p>
      <label>
        Pace
        <select value={pace} onChange={({ target }) => devtools.pace.set(Number(target.value))}>
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <label>
        Fault
        <select value={kind} onChange={({ target }) => setKind(target.value as FaultKind)}>
          {faultKinds.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <button type="button" onClick={inject}>
        Inject for the next request
      </button>
      <output>{injected === 0 ? '' : `${injected} injected`}</output>
    </section>
  );
}
