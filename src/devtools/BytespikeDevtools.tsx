'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { SimulatedGateway } from '../testing/simulation/types.js';
import { useSecond } from './use-second.js';
import type { Devtools } from './devtools.js';
import { IntentDetails, usd } from './IntentDetails.js';
import type { Intent } from './intents.js';
import { SimulationControls } from './SimulationControls.js';
import { css } from './style.js';
import { useIntents } from './use-intents.js';

export interface BytespikeDevtoolsProps {
  /** From `createDevtools`, whose `fetch` the client has. */
  devtools: Devtools;
  /** Its books are shown beside what the page believes, its pace is set by `devtools.speed`, and faults can be injected. */
  gateway?: SimulatedGateway | undefined;
}

/**
 * What the library does under the hood of this page: every wish with its key, how often it was sent, what was lost, found
 * again and merged, its streams and reads over time, and what it cost before and after. Stands below the
 * `BytespikeProvider`, alone or as a plugin of TanStack Devtools. In English, for those who build the page.
 */
export function BytespikeDevtools({ devtools, gateway }: BytespikeDevtoolsProps): ReactNode {
  const intents = useIntents(devtools);
  const [chosen, setChosen] = useState<string>();
  const now = useSecond();
  const open = intents.find(({ record }) => record.outTaskId === chosen) ?? intents[0];
  return (
    <div className="bs-devtools" role="region" aria-label="ByteSpike devtools" dir="ltr" lang="en" translate="no">
      <style>{css}</style>
      <Summary devtools={devtools} />
      {gateway !== undefined && <SimulationControls gateway={gateway} devtools={devtools} />}
      {open === undefined ? (
        <p>Nothing was asked for yet.</p>
      ) : (
        <div className="bs-devtools-columns">
          <ul>
            {intents.map((intent) => (
              <li key={intent.record.outTaskId}>
                <IntentButton intent={intent} isOpen={intent === open} onOpen={setChosen} />
              </li>
            ))}
          </ul>
          <IntentDetails key={open.record.outTaskId} intent={open} now={now} />
        </div>
      )}
    </div>
  );
}

function Summary({ devtools: { traffic } }: Pick<BytespikeDevtoolsProps, 'devtools'>): ReactNode {
  const exchanges = useSyncExternalStore(traffic.subscribe, traffic.get, traffic.get);
  const count = (state: string) => exchanges.filter((one) => one.state === state).length;
  return (
    <header>
      <h2>ByteSpike</h2>
      <p>
        Requests: {exchanges.length}, open: {count('open')}, lost: {count('lost')}
      </p>
      <button type="button" onClick={traffic.clear}>
        Clear
      </button>
    </header>
  );
}

function IntentButton({ intent: { record, counts, before, after }, isOpen, onOpen }: { intent: Intent; isOpen: boolean; onOpen: (key: string) => void }): ReactNode {
  const status = record.snapshot?.status ?? 'submitting';
  return (
    <button type="button" aria-pressed={isOpen} data-status={status} onClick={() => onOpen(record.outTaskId)}>
      <strong>{record.request.prompt}</strong>
      <span>
        {record.request.model} · {status} · {before === undefined ? '' : `up to ${usd(before)} → `}
        {usd(after)}
      </span>
      {(counts.lost > 0 || counts.submits > 1) && (
        <span>
          sent {counts.submits}×, lost {counts.lost}×, looked up {counts.lookUps}×
        </span>
      )}
    </button>
  );
}
