import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { BytespikeError, offlineError } from '../base/errors.js';
import { linked, whenAborted } from '../base/signals.js';
import type { Call } from '../wire/call.js';
import { isEventStream, readEventStream } from '../wire/event-stream.js';
import { aborted, lost } from '../wire/lost-calls.js';
import type { Transport } from '../wire/transport.js';
import { assistRequest, type PromptWish, suggestionIn } from './assist.js';
import { wholeChat, withChunk } from './chat-reading.js';
import { listenTo, type MessageOptions } from './listening.js';
import { factsOf, patienceFor, type PictureContext } from './pictures.js';
import { type Message, type MessageReading, wholeMessage, withEvent } from './reading.js';
import { messageCall, type MessageRequest } from './request.js';

export interface Text {
  message(request: MessageRequest, options?: MessageOptions): Promise<Message>;
  /** What a model would write in place of a prompt. */
  assist(wish: PromptWish, options?: MessageOptions): Promise<string>;
}

interface TextContext extends PictureContext {
  transport: Transport;
  clock: Clock;
  environment: Environment;
}

/** Of a frame with a picture in it: bytes of base64, as many as a proxy of ours lets through. */
const LONGEST_FRAME = 64 * 1024 * 1024;

/** Text models. Each call is sent once, and never again by itself: nothing finds its answer again. */
export function createText(context: TextContext): Text {
  const { transport, clock, environment } = context;

  async function message(request: MessageRequest, options: MessageOptions = {}): Promise<Message> {
    const { path, body } = messageCall(request);
    const isChat = request.over === 'chat';
    if (!environment.isOnline()) throw offlineError();
    const { signal } = options;
    const over = linked(signal);
    const call: Call = { method: 'POST', path, body, billable: true, headers: { accept: 'text/event-stream' }, signal: over.signal };
    const facts = factsOf(context, request.pictures);
    const heard = listenTo(options, context.history?.(request.pictures));
    const quiet = watchdog(clock, patienceFor(request.pictures), over.abort);
    const tell = (next: MessageReading) => {
      heard.tell(next);
      // Whoever keeps the connection open has nothing to add.
      if (next.isOver) over.abort();
    };
    try {
      const response = await transport.open(call);
      quiet.heard();
      if (isEventStream(response)) {
        const read = readEventStream(response.body, { onSound: quiet.heard, onData: (data) => heard.reading().isOver || tell(isChat ? withChunk(heard.reading(), data) : withEvent(heard.reading(), data, facts)) }, LONGEST_FRAME);
        // A connection of the app's own making may not know of the signal.
        await Promise.race([read, whenAborted(over.signal)]);
      } else {
        const body: unknown = await response.json().catch(() => undefined);
        tell((isChat ? wholeChat(body) : wholeMessage(body, facts)) ?? noMessage(path, response));
      }
      if (!heard.reading().isWhole) throw lost(call, undefined, false);
    } catch (error) {
      heard.fail(failureOf(error, call, signal, quiet.isLate()));
    } finally {
      quiet.stop();
      over.abort();
    }
    return heard.whole();
  }

  return {
    message,
    async assist(wish, { signal, onText } = {}) {
      const request = assistRequest(wish);
      return suggestionIn(await message(request, { signal, onText }), wish);
    },
  };
}

function failureOf(error: unknown, call: Call, signal: AbortSignal | undefined, isLate: boolean): BytespikeError {
  if (signal?.aborted) return aborted(call, !(error instanceof BytespikeError) || error.billed !== 'no');
  if (isLate) return lost(call, error, true);
  return error instanceof BytespikeError ? error : lost(call, error, false);
}

/** Calls once nothing was heard for so long. */
function watchdog(clock: Clock, silenceMs: number, giveUp: () => void) {
  let late = false;
  const begin = () =>
    clock.setTimeout(() => {
      late = true;
      giveUp();
    }, silenceMs);
  let timer = begin();
  return {
    isLate: () => late,
    stop: () => clock.clearTimeout(timer),
    heard() {
      clock.clearTimeout(timer);
      timer = begin();
    },
  };
}

function noMessage(path: string, { status }: Response): never {
  throw new BytespikeError({
    code: 'invalid_response',
    message: `${path} answered ${status} without a message in it. Check that the proxy passes on what the gateway answers.`,
    billed: 'unknown',
    status,
  });
}
