import type { Place } from './asset.js';
import type { OutcomeWords } from './parts.js';

/** What is said where pictures are drawn turn by turn. Numbers and money are formatted for the locale already. */
export interface ConversationMessages {
  label: string;
  loading: string;
  /** The component itself could not be loaded. */
  notLoaded: string;
  again: string;
  /** Before the first turn. */
  empty: OutcomeWords;
  /** Name of a turn. */
  turn(place: Place): string;
  /** A picture of the person's own went with the turn. */
  withPicture: string;
  /** Puts what was said into the field again, to say it otherwise. */
  edit: string;
  goBack: string;
  /** Which of those is shown that go on from the same turn. */
  version(place: Place): string;
  versionBefore: string;
  versionAfter: string;
  /** Name of the choice among several pictures. */
  choose: string;
  picture(index: string): string;
  /** Name of the field, and an example in it; `isFirst`: nothing was drawn yet. */
  next(isFirst: boolean): string;
  example(isFirst: boolean): string;
  send: string;
  /** With the price; `exact` is false where it is the most that it can cost. */
  sendFor(facts: { price: string; exact: boolean }): string;
  sent: string;
  /** Why nothing can be sent now. */
  busy: string;
  /** How many of the turns before go along with the next one. */
  context(facts: { sent: string; of: string }): string;
  /** Name of the choice how many do. */
  along: string;
  all(count: string): string;
  last(count: string): string;
  /** Somebody went back to an earlier turn. */
  ahead: string;
  newest: string;
  reset: string;
  begun: string;
  /** A picture that would go along cannot be read any more. */
  historyGone: OutcomeWords;
  /** The person's own picture went with the page that had it, so that the turn cannot be sent once more. */
  pictureGone: string;
}

export const englishConversation: ConversationMessages = {
  label: 'Conversation',
  loading: 'Loading the conversation',
  notLoaded: 'The conversation could not be loaded. Check the connection and try again.',
  again: 'Try again',
  empty: { title: 'Say what to draw', text: 'Then say what to change. Each turn changes the picture before.' },
  turn: ({ index, count }) => `Turn ${index} of ${count}`,
  withPicture: 'With a picture of yours',
  edit: 'Edit',
  goBack: 'Go on from here',
  version: ({ index, count }) => `Version ${index} of ${count}`,
  versionBefore: 'Version before',
  versionAfter: 'Next version',
  choose: 'Go on from',
  picture: (index) => `Picture ${index}`,
  next: (isFirst) => (isFirst ? 'What to draw?' : 'What next?'),
  example: (isFirst) => (isFirst ? 'A kettle on a table, morning light' : 'Make it dusk'),
  send: 'Send',
  sendFor: ({ price, exact }) => (exact ? `Send · ${price}` : `Send · up to ${price}`),
  sent: 'Sent. It is being drawn.',
  busy: 'One turn is being drawn. The next one goes on from it.',
  context: ({ sent, of }) => `Earlier turns that go along: ${sent} of ${of}. What they cost, nobody says before.`,
  along: 'Earlier turns',
  all: (count) => `All ${count}`,
  last: (count) => `Last ${count}`,
  ahead: 'Later turns are kept. What you say now goes on from here.',
  newest: 'Back to the newest',
  reset: 'Begin anew',
  begun: 'A new conversation. The pictures of the one before stay in the history.',
  historyGone: { title: 'An earlier picture has expired', text: 'It cannot go along any more. Nothing was sent. Let fewer turns go along, or begin anew with a picture that you saved.' },
  pictureGone: 'The picture that you sent with this turn is not here any more. Edit the turn and choose the picture once more.',
};
