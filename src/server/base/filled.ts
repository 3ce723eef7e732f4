/** Whether it is a text with something in it: an empty variable is none. */
export function isFilled(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
