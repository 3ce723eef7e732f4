/** What is said of a text model that helps with a prompt. */
export interface AssistMessages {
  title: string;
  improve: string;
  improving: string;
  stop: string;
  suggestion: string;
  use: string;
  keep: string;
  undo: string;
}

export const englishAssist: AssistMessages = {
  title: 'Help with the prompt',
  improve: 'Improve',
  improving: 'Improving the prompt',
  stop: 'Stop',
  suggestion: 'Suggested prompt',
  use: 'Use this',
  keep: 'Keep mine',
  undo: 'Undo',
};
