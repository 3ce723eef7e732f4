import { englishUsage } from '../../react/words/usage.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { usage: englishUsage };

type UsageWords = Words<keyof typeof english>;

/** The words of `UsageChart`. */
export const useUsageWords = (): UsageWords => useWords(english);
