import type { AssistMessages } from '../../react/words/assist.js';

export const assist: AssistMessages = {
  title: 'Hilfe beim Prompt',
  improve: 'Verbessern',
  improving: 'Der Prompt wird verbessert',
  stop: 'Anhalten',
  suggestion: 'Vorgeschlagener Prompt',
  use: 'Diesen verwenden',
  keep: 'Meinen behalten',
  undo: 'Rückgängig',
};
