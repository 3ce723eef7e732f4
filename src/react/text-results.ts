import type { Asset } from '../core/outcome/asset.js';
import type { MessageState } from '../core/text/message-run.js';
import type { Message } from '../core/text/reading.js';
import type { MessageRequest } from '../core/text/request.js';

// What the hooks that ask a text model return.

/** With the answer so far, part by part. */
export interface MessageResult extends Omit<MessageState<Message>, 'result'>, Pick<Message, 'parts' | 'images'>, Partial<Omit<Message, 'text' | 'parts' | 'images'>> {
  /** The whole answer, once it is `done`. */
  message: Message | undefined;
  /**
   * Asks. The same again while it is being written is the same call; another one stops it.
   * @throws BytespikeError as `message` does
   */
  send(request: MessageRequest): Promise<Message>;
  /** Stops what is being written. It may be billed as far as it was, and with it each picture that was asked for. */
  stop(): void;
  reset(): void;
}

export interface PromptAssistResult extends Omit<MessageState<string>, 'result'> {
  /** The new prompt, once it is whole. */
  suggestion: string | undefined;
  /** The prompt that it is of. */
  original: string | undefined;
  /** Asks for a richer prompt that keeps what this one says. @throws BytespikeError as `message` does */
  improve(prompt: string): Promise<string>;
  /** Asks for it in another language, named as people name it: `'Japanese'`. @throws BytespikeError as `message` does */
  translate(prompt: string, to: string): Promise<string>;
  /** The suggestion, which is then settled; `undefined` where there is none. The app puts it into its prompt. */
  accept(): string | undefined;
  /** The person keeps theirs. */
  dismiss(): void;
  /** Stops what is being written. It may be billed as far as it was. */
  stop(): void;
}

export interface CaptionResult extends Omit<MessageState<string>, 'result'> {
  /** What the picture shows, once it is whole: a text alternative. */
  caption: string | undefined;
  /**
   * Has a picture described: a result, or a file. One that others can read is read by its address; all else goes
   * along, made small and without what a camera wrote beside it.
   * @param language as people name it: `'Japanese'`
   * @throws BytespikeError `invalid_param` for a clip, `network_error` for what this page may not read, and as `message` does
   */
  describe(picture: Asset | Blob, language?: string): Promise<string>;
  /** Stops what is being written. It may be billed as far as it was. */
  stop(): void;
  reset(): void;
}
