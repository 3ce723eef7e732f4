import type { ReactNode, RefObject } from 'react';
import { formatTime } from '../../react/format.js';
import { wordsOfError } from '../../react/words/errors.js';
import type { OutcomeWords } from '../../react/words/parts.js';
import { ActionButton } from '../ActionButton.js';
import { Said } from '../Said.js';
import { OutcomeText } from '../task-progress/OutcomeText.js';
import { groupCounts } from './groups.js';
import type { GridBatch } from './settings.js';
import { type SheetWords, useSheetWords } from './words.js';

/** What keeps it from going on, if anything does; and each turn of the whole once for who does not see it. Cells say nothing. */
export function Standing({ batch, home, onTopUp }: StandingProps): ReactNode {
  const words = useSheetWords();
  const standing = standingOf(batch, words);
  const isShort = batch.error?.code === 'insufficient_balance';
  return (
    <>
      {standing !== undefined && (
        <div className="bs-notice bs-batch-standing" data-tone={standing.tone}>
          <div>
            <OutcomeText title={standing.title} text={standing.text} />
          </div>
          {isShort && onTopUp !== undefined && <ActionButton label={words.messages.cost.topUp} onPress={onTopUp} focusNext={home} />}
        </div>
      )}
      <Said>{newsOf(batch, standing, words)}</Said>
    </>
  );
}

interface StandingProps {
  batch: GridBatch;
  /** Gets the focus when a button goes away with it. */
  home: RefObject<HTMLElement | null>;
  onTopUp: (() => unknown) | undefined;
}

function standingOf({ status, error, waitingFor }: GridBatch, words: SheetWords): (OutcomeWords & { tone: 'warn' | 'bad' | undefined }) | undefined {
  const { sheet, errors } = words.messages;
  if (status === 'paused') {
    if (error === undefined) return { tone: undefined, ...sheet.paused };
    const { title, advice } = wordsOfError(errors, error.code)({ message: error.message, field: error.field });
    return { tone: 'bad', title, text: advice };
  }
  if (waitingFor === undefined) return undefined;
  const until = 'until' in waitingFor ? formatTime(waitingFor.until, words, Date.now()) : '';
  return { tone: 'warn', title: sheet.waitsFor(waitingFor.reason, until), text: '' };
}

/** What is said of it: what it waits for, that it was paused, how it ended. */
function newsOf(batch: GridBatch, standing: OutcomeWords | undefined, words: SheetWords): string | undefined {
  if (standing !== undefined) return [standing.title, standing.text].filter(Boolean).join(' ');
  const counts = groupCounts(batch.counts, words).map(({ name, written }) => `${name} ${written}`);
  return batch.status === 'done' ? words.messages.sheet.ended(counts.join(', ')) : undefined;
}
