import type { GatewayClock } from '../base/clock.js';
import { Refusal } from '../base/refusal.js';
import type { Charge, Ledger } from './types.js';

const WINDOW_MS = 5 * 60 * 60 * 1000;

/** Money set aside for something that has not ended. */
export interface Hold {
  /** Takes `amount` USD of it, if any, and gives the rest back. Later calls do nothing. */
  settle(amount: number, charge: Omit<Charge, 'amount'>): void;
}

export interface Billing {
  readonly ledger: Ledger;
  /** USD that nothing has been set aside from. */
  available(): number;
  /** @throws Refusal 402 or 429 when `price` USD cannot be set aside */
  reserve(price: number): Hold;
  quotaHeaders(): Record<string, string>;
}

export function createBilling(options: { balance: number; spendLimit: number; clock: GatewayClock }): Billing {
  const { clock } = options;
  const charges: Charge[] = [];
  const start = clock.now();
  let held = 0;
  let balance = micros(options.balance);

  const windowStart = () => start + Math.floor((clock.now() - start) / WINDOW_MS) * WINDOW_MS;
  const left = () => {
    const spent = charges.filter((charge) => charge.at >= windowStart()).reduce((sum, { amount }) => sum + micros(amount), 0);
    return Math.max(0, micros(options.spendLimit) - spent - held);
  };
  const resetsAt = () => Math.ceil((windowStart() + WINDOW_MS) / 1000);

  function reserve(price: number): Hold {
    const amount = micros(price);
    if (amount > balance - held) throw broke(price, usd(balance - held));
    if (amount > left()) throw limited(Math.ceil(resetsAt() - clock.now() / 1000));
    held += amount;
    let open = true;
    return {
      settle(taken, charge) {
        if (!open) return;
        open = false;
        held -= amount;
        if (micros(taken) === 0) return;
        balance -= micros(taken);
        charges.push({ ...charge, amount: usd(micros(taken)) });
      },
    };
  }

  return {
    ledger: {
      charges,
      get balance() {
        return usd(balance);
      },
      get held() {
        return usd(held);
      },
    },
    available: () => usd(balance - held),
    reserve,
    quotaHeaders: () => ({
      'x-ratelimit-limit': String(options.spendLimit),
      'x-ratelimit-remaining': String(usd(left())),
      'x-ratelimit-reset': String(resetsAt()),
      'x-quota-remaining-credits': String(usd(balance - held)),
    }),
  };
}

// Sums are whole millionths of a dollar; only what is shown is a fraction.
const micros = (amount: number) => Math.round(amount * 1_000_000);
const usd = (amount: number) => amount / 1_000_000;

function broke(price: number, available: number): Refusal {
  return new Refusal({
    status: 402,
    code: 'insufficient_balance',
    message: `This costs up to $${price} and $${available} is available. Top up and try again.`,
  });
}

function limited(seconds: number): Refusal {
  return new Refusal({
    status: 429,
    code: 'rate_limit_exceeded',
    message: `The spend limit of five hours is reached. Try again in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  });
}
