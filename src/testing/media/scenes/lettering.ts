/** As many letters as a sign has room for. */
const MOST = 28;

/** Marks that words stand between, in pairs; a straight single one only around words, so that "don't" is none. */
const QUOTED = /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|»([^«]+)«|‹([^›]+)›|「([^」]+)」|『([^』]+)』|《([^》]+)》|‘([^’]+)’|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])/gu;
/** Without marks, words in capitals are what is read. */
const SAID = /(?<=\b(?:says?|saying|reads?|reading|labell?ed|lettered|spelling)(?: the words?)? )\p{Lu}[\p{Lu}\p{N}&!?' -]+(?![\p{L}])/u;

/** What a prompt wants to be read in its picture, and what else it says. */
export function letteringOf(prompt: string): { text: string | undefined; rest: string } {
  const quoted = [...prompt.matchAll(QUOTED)].map((match) => match.slice(1).find((words) => words !== undefined) ?? '');
  const text = printable(quoted.length > 0 ? quoted.join(' ') : (SAID.exec(prompt)?.[0] ?? ''));
  const rest = quoted.length > 0 ? prompt.replace(QUOTED, ' ') : prompt;
  return { text: text === '' ? undefined : text, rest };
}

/** On one line, of what XML and fonts can hold, cut to what fits. */
function printable(words: string): string {
  const letters = Array.from(words.replace(/[\p{Cc}\p{Cs}\s\uFFFE\uFFFF]+/gu, ' ').trim());
  return letters.length > MOST ? `${letters.slice(0, MOST).join('').trimEnd()}…` : letters.join('');
}
