/** Characters of the beginning of a prompt that stands in for a name. */
const SHORT_NAME = 60;

/** What a prompt is called that nobody named: its first words. */
export function nameFor(prompt: string): string {
  const line = prompt.trim().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= SHORT_NAME) return line;
  const end = line.lastIndexOf(' ', SHORT_NAME);
  return `${line.slice(0, end > SHORT_NAME / 2 ? end : SHORT_NAME)}…`;
}
