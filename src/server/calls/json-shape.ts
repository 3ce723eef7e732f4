import { yieldToOthers, PIECE_BYTES } from '../base/yielding.js';

/** Objects, lists and named fields of one text. The longest conversation has some thousands. */
const MOST_PARTS = 10_000;
/** Entries of its lists: of tokens or numbers there may be more. */
const MOST_ENTRIES = 200_000;
const DEEPEST = 64;
/** Bytes beside the pictures in it. */
const MOST_LOOSE = 4 * 1024 * 1024;
/** A text of plain ASCII without an escape that is at least so long: what base64 looks like. */
const SHORTEST_PICTURE = 4096;
/** So few bytes can hold nothing that takes long, except by their depth. */
const SMALL = 2 * DEEPEST;

type Shape = 'fits' | 'deep' | 'large';

const [QUOTE, COMMA, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 44, 58, 91, 92, 93, 123, 125];

/**
 * Whether a text of JSON is one that can be parsed, walked through and written again in moments:
 * what that takes grows with its fields and its escapes, while a picture as base64 is only copied.
 * Looked through in pieces, and whether it is JSON is not its business.
 */
export async function shapeOf(bytes: Uint8Array, mostParts = MOST_PARTS): Promise<Shape> {
  if (bytes.length < SMALL) return 'fits';
  let [parts, entries, depth, loose] = [0, 0, 0, 0];
  let begin = -1;
  let plain = true;
  let breath = PIECE_BYTES;
  for (let at = 0; at < bytes.length; at++) {
    if (at >= breath) {
      await yieldToOthers();
      breath = at + PIECE_BYTES;
    }
    const byte = bytes[at] as number;
    if (begin >= 0) {
      if (byte === QUOTE) {
        if (!plain || at - begin < SHORTEST_PICTURE) loose += at - begin;
        begin = -1;
      } else if (byte === BACKSLASH) {
        plain = false;
        at++;
      } else if (byte > 126) plain = false;
      continue;
    }
    loose++;
    if (byte === QUOTE) {
      begin = at;
      plain = true;
    } else if (byte === COMMA) entries++;
    else if (byte === COLON) parts++;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      parts++;
      if (++depth > DEEPEST) return 'deep';
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    if (parts > mostParts || entries > MOST_ENTRIES) return 'large';
  }
  return loose > MOST_LOOSE ? 'large' : 'fits';
}
