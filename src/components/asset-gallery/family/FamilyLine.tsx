import type { ReactNode } from 'react';
import type { TaskRecord } from '../../../core/records/task-store.js';
import { formatDuration, formatNumber } from '../../../react/format.js';
import { englishChain } from '../../../react/words/chain.js';
import { englishUnits } from '../../../react/words/units.js';
import { useWords } from '../../../react/words/useWords.js';

const english = { chain: englishChain, units: englishUnits };

/** More of them would cover what is shown. */
const MOST = 2;

/** Where a result comes from and what was made of it, over its lower edge. The grid takes the presses, and has keys for the same. */
export function FamilyLine({ task, parent, others }: FamilyLineProps): ReactNode {
  const { locale, messages } = useWords(english);
  const { chain, units } = messages;
  const seconds: unknown = task.request.parent?.seconds;
  if (parent === undefined && others.length === 0) return null;
  // Storage may have anything there.
  const moment = typeof seconds !== 'number' ? undefined : formatDuration(seconds * 1000, locale, units);
  return (
    <div className="bs-tile-family">
      {parent === 'gone' && <span title={chain.fromGone}>{chain.fromGone}</span>}
      {typeof parent === 'object' && <Kin of={parent}>{chain.from({ prompt: parent.request.prompt, seconds: moment })}</Kin>}
      {others.slice(0, MOST).map((other) => (
        <Kin key={other.outTaskId} of={other}>
          {chain.into(other.request.prompt)}
        </Kin>
      ))}
      {others.length > MOST && <span>{chain.more(formatNumber(others.length - MOST, locale))}</span>}
    </div>
  );
}

interface FamilyLineProps {
  task: TaskRecord;
  /** What it began with. */
  parent: TaskRecord | 'gone' | undefined;
  /** What began with it, newest first. */
  others: readonly TaskRecord[];
}

/** What does not fit is told by a tooltip. */
function Kin({ of, children }: { of: TaskRecord; children: string }): ReactNode {
  return (
    <button type="button" dir="auto" tabIndex={-1} title={children} data-kin={of.outTaskId}>
      {children}
    </button>
  );
}
