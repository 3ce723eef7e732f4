import type { ReactNode, RefObject } from 'react';
import { type ProgressWords, useProgressWords } from './words.js';
import { ActionButton } from '../ActionButton.js';
import { type Generation, type GenerationStatus, isActive, isImage } from '../generation.js';
import { canCheck, money, retryOf } from './outcome.js';

/**
 * The one thing that can be done now: cancel, check again, or try again. Each is a button of its
 * own: a second press meant for "cancel" must not land on "try again".
 */
export function Actions({ generation, status, onRetry, focusNext }: ActionsProps): ReactNode {
  const words = useProgressWords();
  const { progress } = words.messages;
  if (isActive(status)) {
    // A submit on its way has no task yet that could be cancelled.
    if (generation.cancel === undefined || status === 'submitting') return null;
    return (
      <ActionButton
        key="cancel"
        label={cancelLabel(generation, status, words)}
        busyLabel={progress.cancelling}
        busy={status === 'cancelling'}
        onPress={() => generation.cancel?.()}
        focusNext={focusNext}
      />
    );
  }
  if (status === 'unknown' && canCheck(generation)) {
    return (
      <ActionButton
        key="check"
        label={progress.check}
        busyLabel={progress.checking}
        onPress={() => generation.check()}
        focusNext={focusNext}
      />
    );
  }
  const retry = retryOf(generation, status);
  if (onRetry === undefined || retry === undefined) return null;
  return (
    <ActionButton
      key="retry"
      label={retry === 'free' ? progress.retry : progress.retryBillable}
      onPress={onRetry}
      focusNext={focusNext}
    />
  );
}

interface ActionsProps {
  generation: Generation;
  status: GenerationStatus;
  onRetry: (() => unknown) | undefined;
  /** Gets the focus when a focused button goes away. */
  focusNext: RefObject<HTMLElement | null>;
}

/** What cancelling costs at this moment. */
function cancelLabel(generation: Generation, status: GenerationStatus, words: ProgressWords): string {
  const { progress } = words.messages;
  if (isImage(generation) && generation.via === 'sync') return progress.stopWaiting;
  return status === 'queued' ? progress.cancelFree : progress.cancelBillable(money(generation.cost.estimated, words));
}
