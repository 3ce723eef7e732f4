import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { BytespikeError } from '../base/errors.js';
import { offlineError } from '../base/offline.js';
import { linked, whenAborted } from '../base/signals.js';
import type { Call } from '../wire/call.js';
import { isEventStream, readEventStream } from '../wire/event-stream.js';
import { aborted, lost } from '../wire/lost-calls.js';
import type { Transport } from '../wire/transport.js';
import { assistRequest, type PromptWish, suggestionIn } from './assist.js';
import { type Message, type MessageReading, NOTHING_YET, wholeMessage, withEvent } from './reading.js';
import { messageBody, type MessageRequest } from './request.js';

export interface MessageOptions {
  /** Stops it. What was written until then may be billed. */
  signal?: AbortSignal | undefined;
  /** Told all of the text so far, each time that more came. */
  onText?: ((text: string) => void) | undefined;
}

export interface Text {
  message(request: MessageRequest, options?: MessageOptions): Promise<Message>;
  /** What a model would write in place of a prompt. */
  assist(wish: PromptWish, options?: MessageOptions): Promise<string>;
}

interface TextContext {
  transport: Transport;
  clock: Clock;
  environment: Environment;
}

/** Pings come more often than this, and the first word sooner; what is quiet for longer is dead. @source ours */
const SILENCE_MS = 60_000;

/** Text models. Each call is sent once, and never again by itself: nothing finds its answer again. */
export function createText({ transport, clock, environment }: TextContext): Text {
  async function message(request: MessageRequest, { signal, onText }: MessageOptions = {}): Promise<Message> {
    const body = messageBody(request);
    if (!environment.isOnline()) throw offlineError();
    const over = linked(signal);
    const call: Call = { method: 'POST', path: '/v1/messages', body, billable: true, headers: { accept: 'text/event-stream' }, signal: over.signal };
    let reading = NOTHING_YET;
    let isLate = false;
    const giveUp = () => {
      isLate = true;
      over.abort();
    };
    let watchdog = clock.setTimeout(giveUp, SILENCE_MS);
    const heard = () => {
      clock.clearTimeout(watchdog);
      watchdog = clock.setTimeout(giveUp, SILENCE_MS);
    };
    /** What the caller's own function threw. */
    let theirs: { error: unknown } | undefined;
    const tell = (next: MessageReading) => {
      const isNew = next.message.text !== reading.message.text;
      reading = next;
      try {
        if (isNew) onText?.(next.message.text);
      } catch (error) {
        theirs = { error };
        throw error;
      }
      // Whoever keeps the connection open has nothing to add.
      if (next.isOver) over.abort();
    };
    try {
      const response = await transport.open(call);
      heard();
      if (isEventStream(response)) {
        const read = readEventStream(response.body, { onSound: heard, onData: (data) => reading.isOver || tell(withEvent(reading, data)) });
        // A connection of the app's own making may not know of the signal.
        await Promise.race([read, whenAborted(over.signal)]);
      } else tell(await wholeOf(response));
      if (reading.isWhole) return reading.message;
      throw lost(call, undefined, false);
    } catch (error) {
      if (theirs !== undefined) throw theirs.error;
      if (reading.isWhole) return reading.message;
      if (signal?.aborted) throw withTextSoFar(aborted(call, !(error instanceof BytespikeError) || error.billed !== 'no'), reading);
      if (isLate) throw withTextSoFar(lost(call, error, true), reading);
      throw withTextSoFar(error instanceof BytespikeError ? error : lost(call, error, false), reading);
    } finally {
      clock.clearTimeout(watchdog);
      over.abort();
    }
  }

  return {
    message,
    async assist(wish, options) {
      const request = assistRequest(wish);
      return suggestionIn(await message(request, options), wish);
    },
  };
}

/** A failure of an answer that had begun, with what came of it. */
function withTextSoFar(error: BytespikeError, { message }: MessageReading): BytespikeError {
  return message.text === '' ? error : Object.assign(error, { text: message.text });
}

/** From where nothing is streamed. */
async function wholeOf(response: Response): Promise<MessageReading> {
  const body: unknown = await response.json().catch(() => undefined);
  const message = wholeMessage(body);
  if (message !== undefined) return { message, isWhole: true, isOver: true };
  throw new BytespikeError({
    code: 'invalid_response',
    message: `/v1/messages answered ${response.status} without a message in it. Check that the proxy passes on what the gateway answers.`,
    billed: 'unknown',
    status: response.status,
  });
}
