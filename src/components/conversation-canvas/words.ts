import { englishConversation } from '../../react/words/conversation.js';
import { englishAsset } from '../../react/words/asset.js';
import { englishCost } from '../../react/words/cost.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { conversation: englishConversation, asset: englishAsset, cost: englishCost };

/** The words of `ConversationCanvas`; what it is made of has its own. */
export const useCanvasWords = (): Words<keyof typeof english> => useWords(english);
