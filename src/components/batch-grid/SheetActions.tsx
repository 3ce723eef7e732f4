import type { ReactNode, RefObject } from 'react';
import { formatMoney } from '../../react/format.js';
import { ActionButton } from '../ActionButton.js';
import { counted } from '../asset-gallery/words.js';
import { Figured } from '../Figured.js';
import { priceOfRetry } from './money.js';
import type { GridBatch } from './settings.js';
import { useSheetWords } from './words.js';

/** What can be done with all of it now; each says what that costs. */
export function SheetActions({ batch, home, onReset }: SheetActionsProps): ReactNode {
  const { locale, messages } = useSheetWords();
  const { sheet } = messages;
  const { status, cells, cost, pause, resume, cancel, retry } = batch;
  const failed = priceOfRetry(cells);
  const money = (amount: number | undefined) => (amount === undefined ? undefined : formatMoney(amount, locale));
  const [again, rest] = [money(failed.upTo), money(cost.cancel.max)];
  return (
    <div className="bs-batch-actions">
      {failed.cells > 0 && (
        <ActionButton
          key="retry"
          label={<Figured text={sheet.retryFailed({ cells: counted(failed.cells, locale), upTo: again })} figure={again ?? ''} />}
          onPress={() => retry()}
          focusNext={home}
        />
      )}
      {status === 'running' && <ActionButton key="pause" label={sheet.pause} onPress={pause} focusNext={home} />}
      {status === 'paused' && <ActionButton key="resume" label={sheet.resume} onPress={resume} focusNext={home} />}
      {status === 'running' || status === 'paused' ? (
        <ActionButton
          key="cancel"
          label={<Figured text={sheet.cancelRest({ isFree: cost.cancel.isFree, upTo: rest })} figure={cost.cancel.isFree ? '' : (rest ?? '')} />}
          onPress={() => cancel()}
          focusNext={home}
        />
      ) : (
        <ActionButton key="reset" className="bs-button bs-quiet" label={sheet.reset} onPress={onReset} focusNext={home} />
      )}
    </div>
  );
}

interface SheetActionsProps {
  batch: GridBatch;
  /** Gets the focus when a button goes away with it. */
  home: RefObject<HTMLElement | null>;
  onReset: () => void;
}
