import type { ReactNode } from 'react';
import { formatMoney } from '../../react/format.js';
import { Figured } from '../Figured.js';
import { useFormWords } from '../prompt-form/words.js';
import { useIsApple } from '../submit-shortcut.js';
import type { ComposerStore } from './use-composer.js';
import { useCanvasWords } from './words.js';

/** The button with the price. */
export function Send({ composer, describedBy }: SendProps): ReactNode {
  const { locale, messages } = useCanvasWords();
  const { conversation: words } = messages;
  const { form } = useFormWords().messages;
  const { estimate, missing, isBusy } = composer;
  const isApple = useIsApple();
  const price = estimate === undefined ? '' : formatMoney(estimate.max, locale);
  const isOff = isBusy || missing > 0;
  return (
    <button
      type="submit"
      // Mistakes are told beside their fields, in the words of the page.
      formNoValidate
      className="bs-button bs-form-go bs-canvas-send"
      aria-disabled={isOff || undefined}
      aria-describedby={describedBy}
      aria-keyshortcuts={isApple ? 'Meta+Enter' : 'Control+Enter'}
    >
      <Figured text={estimate === undefined ? words.send : words.sendFor({ price, exact: estimate.exact })} figure={price} />
      {!isOff && <kbd aria-hidden="true" dir="ltr">{`${isApple ? '⌘' : form.controlKey} ↵`}</kbd>}
    </button>
  );
}

interface SendProps {
  composer: Pick<ComposerStore, 'estimate' | 'missing' | 'isBusy'>;
  /** Ids of what says why nothing can be sent, and what goes along. */
  describedBy: string;
}
