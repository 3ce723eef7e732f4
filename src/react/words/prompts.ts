/** What is said where prompts are saved and taken. Numbers are formatted for the locale already. */
export interface PromptMessages {
  /** The button, and what it opens. */
  open: string;
  name: string;
  tags: string;
  save: string;
  saved: string;
  /** There is no room for more, or the name or the tags are too long. */
  notSaved: string;
  /** Storage is full or refused. */
  notKept: string;
  search: string;
  /** Nothing is saved, or nothing that is searched. */
  none: string;
  /** Those of the history. */
  recent: string;
  remove(name: string): string;
  removed(name: string): string;
  taken(name: string): string;
  undo: string;
}

export const englishPrompts: PromptMessages = {
  open: 'Saved prompts',
  name: 'Name',
  tags: 'Tags, with commas',
  save: 'Save this prompt',
  saved: 'Saved',
  notSaved: 'Not saved. Shorten name and tags, or remove others.',
  notKept: 'This browser keeps them until the page is closed.',
  search: 'Search',
  none: 'Nothing found',
  recent: 'Recent',
  remove: (name) => `Remove ${name}`,
  removed: (name) => `Removed: ${name}`,
  taken: (name) => `In the form: ${name}`,
  undo: 'Undo',
};
