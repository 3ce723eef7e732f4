import type { BytespikeError } from '../base/errors.js';
import type { MessageParts } from './parts.js';
import { type Message, type MessageReading, NOTHING_YET, withEnd } from './reading.js';

export interface MessageOptions {
  /** Stops it. What was written until then may be billed, and each picture that was asked for. */
  signal?: AbortSignal | undefined;
  /** Told all of the text so far, each time that more came. */
  onText?: ((text: string) => void) | undefined;
  /** Told the answer so far, each time that more of it came: words, a picture that the model asks for, one that is there, why it ended. */
  onMessage?: ((message: Message) => void) | undefined;
}

/** Where the pictures of one call are written down as they come. */
export interface PictureHistory {
  see(parts: MessageParts): void;
}

/** What was heard of one answer, and who is told of it. */
interface Listening {
  reading(): MessageReading;
  tell(next: MessageReading): void;
  /** The answer broke off, unless all of it is there. @throws the failure, with what came as `text`, `parts` and `images` */
  fail(error: BytespikeError): void;
  /** All of it, once nothing comes any more. */
  whole(): Message;
}

export function listenTo({ onText, onMessage }: MessageOptions, history: PictureHistory | undefined): Listening {
  let reading = NOTHING_YET;
  /** What the caller's own function threw. */
  let theirs: { error: unknown } | undefined;

  function tell(next: MessageReading): void {
    const before = reading.message;
    const { message } = next;
    reading = next;
    // Written down first: what is paid for must not hang on who listens.
    if (message.parts !== before.parts) history?.see(message.parts);
    if (message === before || theirs !== undefined) return;
    try {
      if (message.text !== before.text) onText?.(message.text);
      onMessage?.(message);
    } catch (error) {
      theirs = { error };
      throw error;
    }
  }

  function end(): void {
    tell(withEnd(reading));
  }

  return {
    reading: () => reading,
    tell,
    fail(error) {
      const before = theirs;
      if (before === undefined && reading.isWhole) return;
      end();
      if (before !== undefined) throw before.error;
      const { text, parts, images } = reading.message;
      throw parts.length === 0 ? error : Object.assign(error, { text, parts, images });
    },
    whole() {
      end();
      return reading.message;
    },
  };
}
