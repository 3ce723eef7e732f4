/** What is said of results that begin with others. Figures are formatted for the locale already. */
export interface ChainMessages {
  /** Of a picture. */
  makeClip: string;
  fromLastFrame: string;
  /** The one that is seen now. */
  fromThisFrame: string;
  /** Neither the proxy nor the app has a place for it. */
  noPlace: string;
  /** Its server lets no page read it. */
  forbidden: string;
  expired: string;
  /** It does not load or play here, for one. */
  notTaken: string;
  /** Of which result it was made; `seconds` is the moment of a clip. */
  from(facts: { prompt: string; seconds: string | undefined }): string;
  /** That result is no longer in the history. */
  fromGone: string;
  /** What was made of it. */
  into(prompt: string): string;
  /** So many more of these. */
  more(count: string): string;
  /** What the keyboard can do besides, where one was made of another. */
  keys: string;
}

export const englishChain: ChainMessages = {
  makeClip: 'Make a clip of it',
  fromLastFrame: 'Go on from the last frame',
  fromThisFrame: 'Go on from this frame',
  noPlace: 'There is no place here for the frame, so no clip can begin with it.',
  forbidden: 'Its server does not allow taking it from here. Download it, and choose the file.',
  expired: 'The link no longer works.',
  notTaken: 'The frame could not be taken. Try again.',
  from: ({ prompt, seconds }) => (seconds === undefined ? `From: ${prompt}` : `From: ${prompt} (${seconds})`),
  fromGone: 'From a result that is gone',
  into: (prompt) => `Became: ${prompt}`,
  more: (count) => `and ${count} more`,
  keys: 'Shift and Enter to what it came from, Ctrl and Enter to what came of it',
};
