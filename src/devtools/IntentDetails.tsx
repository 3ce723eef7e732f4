import { type ReactNode, useState } from 'react';
import { testOf } from './incident.js';
import type { Intent } from './intents.js';
import { Timeline } from './Timeline.js';

export const usd = (amount: number | undefined): string => (amount === undefined ? 'unknown' : `$${amount}`);

/** All that is known of one wish. */
export function IntentDetails({ intent, now }: { intent: Intent; now: number }): ReactNode {
  const { record, counts, before, after, exchanges } = intent;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Key', <code key="key">{record.outTaskId}</code>],
    ['Task', record.taskId === undefined ? (record.via === 'sync' ? 'none: one request' : 'not known yet') : <code key="task">{record.taskId}</code>],
    ['Status', record.snapshot?.status ?? 'no answer yet'],
    ['Cost before', before === undefined ? 'unknown' : `up to ${usd(before)} by the catalog`],
    ['Cost after', `${usd(after)} (billed: ${record.snapshot?.cost.billed ?? 'unknown'})`],
    ['Sent', `${counts.submits}× under one key, answer lost ${counts.lost}×`],
    ['News', `pushed ${counts.news}×, read ${counts.reads}×, looked up by key ${counts.lookUps}×, cancelled ${counts.cancels}×`],
  ];
  return (
    <section className="bs-devtools-details" aria-label={`Wish ${record.request.prompt}`}>
      <h3>{record.request.prompt}</h3>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {exchanges.length > 0 ? <Timeline exchanges={exchanges} now={now} /> : <p>It was asked for before this page was watched.</p>}
      <CopyTest intent={intent} />
    </section>
  );
}

const SAID = { idle: 'Copy as a test', copied: 'Copied', refused: 'The browser refused the clipboard' } as const;

function CopyTest({ intent }: { intent: Intent }): ReactNode {
  const [state, setState] = useState<keyof typeof SAID>('idle');
  const copy = async () => navigator.clipboard.writeText(testOf(intent));
  return (
    <p>
      <button type="button" onClick={() => void copy().then(() => setState('copied'), () => setState('refused'))}>
        {SAID[state]}
      </button>
    </p>
  );
}
