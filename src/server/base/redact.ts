const MASK = '[redacted]';

/** A shorter string is no secret, and would be found in ordinary words. */
const SHORTEST_SECRET = 8;

/** Takes `secret` out of a text. */
export function redactText(text: string, secret: string): string {
  return secret.length < SHORTEST_SECRET ? text : text.replaceAll(secret, MASK);
}

interface ByteRedactor {
  /** What may go out now. Holds back only bytes with which the secret could begin. */
  push(chunk: Uint8Array): Uint8Array;
  /** What was held back, once there is no more. */
  end(): Uint8Array;
}

/** Takes `secret` out of a stream, also where it is cut by the border of two chunks. */
export function createByteRedactor(secret: string): ByteRedactor {
  const needle = new TextEncoder().encode(secret);
  const mask = new TextEncoder().encode(MASK);
  let held: Uint8Array = new Uint8Array();

  return {
    push(chunk) {
      if (needle.length < SHORTEST_SECRET) return chunk;
      const bytes = join([held, chunk]);
      const parts: Uint8Array[] = [];
      let from = 0;
      for (let at = 0; ; ) {
        at = bytes.indexOf(needle[0] as number, at);
        const found = at < 0 ? 'nothing' : compare(bytes, at, needle);
        if (found === 'nothing' || found === 'beginning') {
          const end = found === 'nothing' ? bytes.length : at;
          held = bytes.slice(end);
          return join([...parts, bytes.subarray(from, end)]);
        }
        if (found === 'other') at += 1;
        else {
          parts.push(bytes.subarray(from, at), mask);
          at += needle.length;
          from = at;
        }
      }
    },
    end: () => held,
  };
}

/** What stands at `at`: the needle, something else, or its beginning right up to where the bytes end. */
function compare(bytes: Uint8Array, at: number, needle: Uint8Array): 'needle' | 'other' | 'beginning' {
  for (let i = 0; i < needle.length; i++) {
    if (at + i === bytes.length) return 'beginning';
    if (bytes[at + i] !== needle[i]) return 'other';
  }
  return 'needle';
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only, ...rest] = parts.filter((part) => part.length > 0);
  if (only === undefined) return new Uint8Array();
  if (rest.length === 0) return only;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
