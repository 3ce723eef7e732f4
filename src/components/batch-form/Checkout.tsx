import { type ReactNode, useId, useRef } from 'react';
import { add } from '../../core/base/money.js';
import type { BatchPreview } from '../../core/batch/states.js';
import { formatMoney } from '../../react/format.js';
import { wordsOfError } from '../../react/words/errors.js';
import { ActionButton } from '../ActionButton.js';
import { counted } from '../asset-gallery/words.js';
import { Row } from '../cost-preview/Figures.js';
import { dateText, priceText } from '../cost-preview/price-text.js';
import { Figured } from '../Figured.js';
import { formatLeft } from '../money-left.js';
import { Said } from '../Said.js';
import { useIsApple } from '../submit-shortcut.js';
import { useSettled } from '../use-settled.js';
import type { FormSettings } from './settings.js';
import type { BatchFormStore } from './use-batch-form.js';
import { type BatchFormWords, useBatchFormWords } from './words.js';

/** What all of it comes to, and the button that begins it. */
export function Checkout({ store, balance, onTopUp }: { store: BatchFormStore } & Pick<FormSettings, 'balance' | 'onTopUp'>): ReactNode {
  const words = useBatchFormWords();
  const { locale, messages } = words;
  const { many, cost, form } = messages;
  const { draft, resolved, preview, status, error } = store;
  const id = useId();
  const isApple = useIsApple();
  const line = useRef<HTMLDivElement>(null);
  const { prompts, chosen } = resolved;
  const results = many.results({ kind: draft.kind, results: counted(resolved.results, locale) });
  const price = preview && priceOf(preview, words);
  const isPriced = preview !== undefined && price !== undefined;
  const said = useSettled(isPriced ? many.announce({ results, price }) : undefined, isPriced ? `${results} ${price}` : undefined);
  const left = preview !== undefined && balance?.available !== undefined ? add(balance.available, -preview.max) : undefined;
  const failure = error && wordsOfError(messages.errors, error.code, 'api_error')({ message: error.message, field: error.field });
  const missing = preview === undefined ? 0 : preview.shortfall;
  const reason = status === 'busy' ? many.underWay : missing > 0 ? many.shortfall(formatMoney(missing, locale)) : undefined;
  const label = status === 'busy' ? many.making : isPriced ? many.beginFor({ results, price }) : many.begin;

  return (
    <div className="bs-form-checkout">
      <dl className="bs-cost-figures bs-many-sum">
        <Row className="bs-cost-total" label={results}>
          {price ?? <span className="bs-fine">{many.noPrice}</span>}
        </Row>
        <Row label={many.product({ prompts: counted(prompts.length, locale), models: counted(chosen.length, locale) })}>{left === undefined ? '' : `${cost.balanceAfter} ${formatLeft(left, locale)}`}</Row>
      </dl>
      <p className="bs-fine bs-many-source">{preview === undefined || preview.unpriced === preview.cells ? '\u00a0' : cost.sourceText({ source: preview.source, date: dateText(preview.asOf, locale) })}</p>
      <div className="bs-form-submit">
        <button
          type="submit"
          // Mistakes are told beside their fields, in the words of the page.
          formNoValidate
          className="bs-button bs-form-go"
          aria-disabled={status === 'ready' ? undefined : true}
          aria-describedby={reason === undefined && failure === undefined ? undefined : id}
          aria-keyshortcuts={isApple ? 'Meta+Enter' : 'Control+Enter'}
        >
          {/* Other words are another element: the old ones would be seen to move. */}
          <Figured key={status} text={label} figure={price ?? ''} />
          {status === 'ready' && <kbd aria-hidden="true" dir="ltr">{`${isApple ? '⌘' : form.controlKey} ↵`}</kbd>}
        </button>
        <div ref={line} tabIndex={-1} className="bs-cost-focus">
          <div role="status" id={id} className="bs-form-reason">
            {failure !== undefined && <p className="bs-form-issue">{`${failure.title}. ${failure.advice}`}</p>}
            {reason !== undefined && <p className="bs-form-hint">{reason}</p>}
          </div>
          {status === 'blocked' && onTopUp !== undefined && <ActionButton label={cost.topUp} onPress={onTopUp} focusNext={line} />}
        </div>
      </div>
      <Said>{said}</Said>
    </div>
  );
}

/** The price as one figure, and what it leaves out. `undefined` where nobody knows any of it. */
function priceOf(preview: BatchPreview, { locale, messages }: BatchFormWords): string | undefined {
  if (preview.cells === 0 || preview.unpriced === preview.cells) return undefined;
  const known = priceText({ ...preview, exact: preview.exact || (preview.unpriced > 0 && preview.min === preview.max) }, { locale, messages } as BatchFormWords);
  return preview.unpriced === 0 ? known : `${known} ${messages.many.unpriced(counted(preview.unpriced, locale))}`;
}
