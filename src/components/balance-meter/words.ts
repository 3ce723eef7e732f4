import { englishBalance } from '../../react/words/balance.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { balance: englishBalance };

type BalanceWords = Words<keyof typeof english>;

/** The words of `BalanceMeter`. */
export const useBalanceWords = (): BalanceWords => useWords(english);
