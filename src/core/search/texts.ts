import type { TaskRecord } from '../records/task-store.js';

/** One entry of a history, and what is said of it. */
export interface Described {
  task: TaskRecord;
  /** Its prompt and its caption, as they are embedded; none where nothing is said. */
  texts: readonly Said[];
}

/** A text, the name that its vector is kept under, and the key of an entry that it is of. */
export interface Said {
  text: string;
  name: string;
  of: string;
}

/** What an app knows to be seen in results, by the key of their record. */
export type Captions = Readonly<Record<string, string>>;

/** Bytes of a text that count, as JSON has it. 400 letters of Chinese, of which the model reads 512 tokens; fifty of them fit into the 64 KiB that a proxy of ours takes */
const MOST_BYTES = 1200;

const described = new WeakMap<TaskRecord, Described & { caption: string | undefined }>();

/** Those of which something is said, in their order; what did not change is the same object. */
export function describedOf(tasks: readonly TaskRecord[], captions: Captions = {}): readonly Described[] {
  return tasks.flatMap((task) => {
    const caption = Object.hasOwn(captions, task.outTaskId) ? captions[task.outTaskId] : undefined;
    const known = described.get(task);
    const entry = known !== undefined && known.caption === caption ? known : { task, caption, texts: saidOf(task.outTaskId, [task.request.prompt, caption]) };
    described.set(task, entry);
    return entry.texts.length === 0 ? [] : entry;
  });
}

function saidOf(of: string, texts: readonly (string | undefined)[]): readonly Said[] {
  const distinct = new Set(texts.map((text) => shortened(text ?? '')).filter((text) => text !== ''));
  return [...distinct].map((text) => ({ text, name: nameOf(text), of }));
}

/** In one line, and no longer than counts. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length * MOST_OF_A_LETTER <= MOST_BYTES) return line;
  let bytes = 0;
  let end = 0;
  for (const letter of line) {
    bytes += bytesOf(letter);
    if (bytes > MOST_BYTES) break;
    end += letter.length;
  }
  return line.slice(0, end);
}

const MOST_OF_A_LETTER = 6;

function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (letter === '"' || letter === '\\') return 2;
  // What is no letter by itself is written by its number.
  if (code < 0x20 || (code >= 0xd800 && code < 0xe000)) return MOST_OF_A_LETTER;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** 53 bits of a text: of ten thousand, two are one in a hundred million times. It says nothing of the text. */
function nameOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}
