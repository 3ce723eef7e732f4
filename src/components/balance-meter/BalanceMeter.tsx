'use client';

import { type ReactNode, useRef } from 'react';
import { formatMoney } from '../../react/format.js';
import { ActionButton } from '../ActionButton.js';
import { type StyleProps, useRoot } from '../element.js';
import { formatLeft } from '../money-left.js';
import { AsOf } from './AsOf.js';
import { Gauge } from './Gauge.js';
import { type BalanceStatus, balanceStatus, type MeteredBalance } from './status.js';
import { useBalanceWords } from './words.js';

/**
 * Money left: how much, how much of it is held for what is under way, whether it is low, and how
 * old the figure is. `compact` is one line for a top bar.
 */
export function BalanceMeter({ balance, compact = false, max, onTopUp, ...styling }: BalanceMeterProps): ReactNode {
  const { locale, messages } = useBalanceWords();
  const words = messages.balance;
  const { available, updatedAt, error, refresh } = balance;
  const status = balanceStatus(balance);
  const isStale = balance.stale === true && available !== undefined;
  const isShort = status === 'low' || status === 'empty';
  const canRefresh = refresh !== undefined && (status === 'error' || (isStale && !compact));
  const canTopUp = onTopUp !== undefined && (!compact || isShort);
  const line = useRef<HTMLDivElement>(null);

  const state: BalanceMeterState = { status, isStale, isCompact: compact };
  return useRoot('bs-balance-meter', state, styling, {
    role: 'group',
    'aria-label': words.label,
    'aria-busy': status === 'unknown' || undefined,
    'data-status': status,
    'data-stale': isStale ? '' : undefined,
    'data-layout': compact ? 'compact' : 'full',
    children: (
      <>
        <div ref={line} tabIndex={-1} className="bs-balance-line">
          <span className="bs-balance-label">{words.label}</span>
          <Amount status={status} text={available === undefined ? undefined : formatLeft(available, locale)} />
          {/* There from the start, so that it can speak when the balance gets low. */}
          <span className="bs-balance-state" role="status">
            {status === 'low' && <strong className="bs-balance-chip">{words.low}</strong>}
            {status === 'empty' && <strong className="bs-balance-chip">{words.empty}</strong>}
            {status === 'closed' && <span>{words.closed}</span>}
            {(status === 'error' || (error !== undefined && isStale && !compact)) && <span>{words.failed}</span>}
          </span>
        </div>
        {available !== undefined && <Gauge balance={balance} available={available} max={max} />}
        {available !== undefined && (!compact || isStale) && (
          <div className="bs-balance-notes">
            {isStale && updatedAt !== undefined && <AsOf moment={updatedAt} />}
            {!compact && <Notes balance={balance} status={status} />}
          </div>
        )}
        {!compact && <Purses balance={balance} />}
        {(canRefresh || canTopUp) && (
          <div className="bs-balance-actions">
            {canRefresh && <ActionButton key="refresh" label={words.refresh} busyLabel={words.refreshing} onPress={refresh} focusNext={line} />}
            {canTopUp && <ActionButton key="top-up" label={words.topUp} onPress={onTopUp} focusNext={line} />}
          </div>
        )}
      </>
    ),
  });
}

export interface BalanceMeterProps extends StyleProps<BalanceMeterState, HTMLDivElement> {
  /** The result of `useBalance`, whole. */
  balance: MeteredBalance;
  /** One line for a top bar; says of less than all only what matters there. @default false */
  compact?: boolean | undefined;
  /** USD at which the bar is full, such as the last top-up. @default the most that was seen, rounded up */
  max?: number | undefined;
  /** Leads to where money is added. In the compact form the button is there when the balance is low. */
  onTopUp?: (() => unknown) | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface BalanceMeterState {
  status: BalanceStatus;
  /** Whether the figure may be out of date. Apart from `status`: an old figure is not an error. */
  isStale: boolean;
  isCompact: boolean;
}

function Amount({ status, text }: { status: BalanceStatus; text: string | undefined }): ReactNode {
  const { messages } = useBalanceWords();
  if (text !== undefined) return <b className="bs-balance-amount" translate="no">{text}</b>;
  return status === 'unknown' ? <span className="bs-balance-unknown">{messages.balance.unknown}</span> : null;
}

/** How the figure comes about, and what it means. */
function Notes({ balance: { held = 0, lowThreshold }, status }: { balance: MeteredBalance; status: BalanceStatus }): ReactNode {
  const { locale, messages } = useBalanceWords();
  const words = messages.balance;
  return (
    <>
      {held > 0 && <span className="bs-fine">{words.held(formatMoney(held, locale))}</span>}
      {lowThreshold !== undefined && status === 'ok' && <span className="bs-fine">{words.lowBelow(formatMoney(lowThreshold, locale))}</span>}
      {status === 'low' && <span>{words.lowText}</span>}
      {status === 'empty' && <span>{words.emptyText}</span>}
    </>
  );
}

/** A key has a limit of its own beside the organisation's wallet; the lesser of the two can be spent. */
function Purses({ balance: { key, organisation } }: { balance: MeteredBalance }): ReactNode {
  const { locale, messages } = useBalanceWords();
  if (key === undefined || organisation === undefined) return null;
  return (
    <dl className="bs-balance-purses">
      <dt>{messages.balance.key}</dt>
      <dd translate="no">{formatLeft(key, locale)}</dd>
      <dt>{messages.balance.organisation}</dt>
      <dd translate="no">{formatLeft(organisation, locale)}</dd>
    </dl>
  );
}
