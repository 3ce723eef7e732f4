import { encode } from '../base/bytes.js';
import type { Span } from './ranges.js';

/** Of a stream whose first byte stands at `begin`, those of the span; cut off when it ends before them. */
export function cut(body: ReadableStream<Uint8Array>, begin: number, { first, last }: Span): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let at = begin;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const { value } = await reader.read();
          if (value === undefined) throw new Error('The file is shorter than it was said to be.');
          const piece = value.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
          at += value.length;
          if (piece.length > 0) controller.enqueue(piece);
          if (at > last) {
            void reader.cancel().catch(() => {});
            return controller.close();
          }
          if (piece.length > 0) return;
        }
      },
      cancel: () => reader.cancel().catch(() => {}),
    },
    { highWaterMark: 0 },
  );
}

interface Multipart {
  /** The answer's own type. */
  type: string;
  length: number;
  body: ReadableStream<Uint8Array>;
}

/** Several parts in one answer, each opened when the one before it was taken. */
export function multipartOf(spans: readonly Span[], size: number, type: string, open: (span: Span) => Promise<ReadableStream<Uint8Array>>): Multipart {
  const boundary = crypto.randomUUID();
  const heads = spans.map(({ first, last }, index) =>
    encode(`${index === 0 ? '' : '\r\n'}--${boundary}\r\nContent-Type: ${type}\r\nContent-Range: bytes ${first}-${last}/${size}\r\n\r\n`),
  );
  const end = encode(`\r\n--${boundary}--\r\n`);
  const length = spans.reduce((sum, { first, last }, index) => sum + (heads[index]?.length ?? 0) + last - first + 1, end.length);
  const pieces = piecesOf(spans, heads, end, open);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
  return { type: `multipart/byteranges; boundary=${boundary}`, length, body };
}

async function* piecesOf(spans: readonly Span[], heads: readonly Uint8Array[], end: Uint8Array, open: (span: Span) => Promise<ReadableStream<Uint8Array>>): AsyncGenerator<Uint8Array, void> {
  for (const [index, span] of spans.entries()) {
    const reader = (await open(span)).getReader();
    try {
      yield heads[index] as Uint8Array;
      for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    } finally {
      void reader.cancel().catch(() => {});
    }
  }
  yield end;
}
