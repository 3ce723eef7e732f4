import type { ReactNode } from 'react';
import type { GenerationProgress } from '../../core/places/states.js';
import { formatDuration } from '../../react/format.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { ProgressMessages } from '../../react/words/progress.js';
import { useProgressWords } from './words.js';
import type { GenerationStatus } from '../generation.js';
import { type StageName, stagesOf } from './stage-list.js';

/** Submitted, queued, rendering, ready: where it is, and how long each took. */
export function Stages({ kind, status, progress }: StagesProps): ReactNode {
  const { locale, messages } = useProgressWords();
  return (
    <ol className="bs-stages" aria-label={messages.progress.stages}>
      {stagesOf(kind, status, progress).map(({ name, state, tookMs }) => (
        <li key={name} data-stage={name} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span>{messages.progress[NAMES[name]]}</span>
          {tookMs !== undefined && <span className="bs-figures">{` ${formatDuration(tookMs, locale, messages.units)}`}</span>}
        </li>
      ))}
    </ol>
  );
}

interface StagesProps {
  kind: GenerationKind;
  status: GenerationStatus;
  progress: GenerationProgress;
}

const NAMES = { submitted: 'stageSubmitted', queued: 'stageQueued', running: 'stageRunning', ready: 'stageReady' } as const satisfies Record<
  StageName,
  keyof ProgressMessages
>;
