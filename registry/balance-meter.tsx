'use client';

import { BalanceMeter } from 'bytespike-react';
import { useBalance } from 'bytespike-react/react-query';
import 'bytespike-react/styles/balance-meter.css';
import 'bytespike-react/styles/base.css';

/** What is left; low below `lowBelow` USD. */
export function Balance({ lowBelow = 1, onTopUp }: { lowBelow?: number; onTopUp?: () => void }) {
  return <BalanceMeter balance={useBalance({ lowBelow })} onTopUp={onTopUp} />;
}
