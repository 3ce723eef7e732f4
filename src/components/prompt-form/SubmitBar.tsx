import { type ReactNode, useId } from 'react';
import type { CostEstimate } from '../../core/catalog/cost.js';
import { formatMoney } from '../../react/format.js';
import { Figured } from '../Figured.js';
import { useIsApple } from '../submit-shortcut.js';
import type { FormStatus } from './use-prompt-form.js';
import { useFormWords } from './words.js';

/** The button with the price, and below it what is in its way. */
export function SubmitBar({ status, estimate, blocked, isQuiet, problem }: SubmitBarProps): ReactNode {
  const { locale, messages } = useFormWords();
  const { form } = messages;
  const id = useId();
  const isApple = useIsApple();
  const price = estimate === undefined ? '' : formatMoney(estimate.max, locale);
  const label = {
    ready: estimate === undefined ? form.generate : form.generateFor({ price, exact: estimate.exact }),
    choosing: form.autoLooking,
    uploading: form.uploading,
    busy: form.generating,
  };
  const said = status === 'blocked' ? 'ready' : status;
  return (
    <div className="bs-form-submit">
      <button
        type="submit"
        // Mistakes are told beside their fields, in the words of the page.
        formNoValidate
        className="bs-button bs-form-go"
        aria-disabled={status === 'ready' ? undefined : true}
        aria-describedby={blocked === undefined && problem === undefined ? undefined : id}
        aria-keyshortcuts={isApple ? 'Meta+Enter' : 'Control+Enter'}
      >
        {/* Other words are another element: the old ones would be seen to move. */}
        <Figured key={said} text={label[said]} figure={price} />
        {status === 'ready' && <kbd aria-hidden="true" dir="ltr">{`${isApple ? '⌘' : form.controlKey} ↵`}</kbd>}
      </button>
      <div role="status" id={id} className="bs-form-reason">
        {problem !== undefined && <p className="bs-form-issue">{problem}</p>}
        {blocked !== undefined && <p className={isQuiet ? 'bs-hidden' : 'bs-form-hint'}>{blocked}</p>}
      </div>
    </div>
  );
}

interface SubmitBarProps {
  status: FormStatus;
  estimate: CostEstimate | undefined;
  /** Why it cannot be sent now. */
  blocked: string | undefined;
  /** Whether that is told for the button alone, to those who do not see what is above it. */
  isQuiet: boolean;
  /** What is wrong with the whole. */
  problem: string | undefined;
}
