import type { BytespikeError } from '../base/errors.js';
import type { Balance } from '../wire/quota.js';

type Ask = () => Promise<Balance | undefined>;

/** Who asks for the balance, and whether it is worth a question that something has ended. */
interface BalanceQuestions {
  ask(): Promise<Balance | undefined>;
  /** Asks this way from now on, until the result is called; the latest one counts. */
  via(ask: Ask): () => void;
  /** Whether to ask, with so many ends whose amount nobody has told. */
  isDue(ends: number): boolean;
  answered(): void;
  refused(error: BytespikeError): void;
}

/** @param first how to ask where nobody knows a better way */
export function createBalanceQuestions(first: Ask): BalanceQuestions {
  const ways = [first];
  let ends = 0;
  /** For how many of them the gateway was asked in vain. */
  let inVain = 0;
  // Neither headers nor an endpoint: a proxy that shows no balance is not asked at each end.
  let isClosed = false;
  return {
    ask: async () => ways.at(-1)?.(),
    via(ask) {
      ways.push(ask);
      return () => void ways.splice(ways.lastIndexOf(ask), 1);
    },
    isDue(count) {
      ends = count;
      inVain = Math.min(inVain, ends);
      return ends > inVain && !isClosed;
    },
    answered: () => void (isClosed = false),
    refused({ status }) {
      isClosed = status === 403 || status === 404;
      inVain = ends;
    },
  };
}
