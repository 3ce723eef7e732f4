import { BytespikeError, type BytespikeErrorCode } from '../base/errors.js';
import { type Fields, fieldsOf } from '../base/fields.js';
import { fieldIn, listIn, numberIn, textIn } from '../wire/fields.js';

/** Why the model stopped, as it says: `end_turn`, `max_tokens`, `stop_sequence`, `refusal` or another word. */
export interface Message {
  text: string;
  stopReason: string | undefined;
  /** Tokens; `undefined` where the answer does not say. Text is on no rate card: what they cost is known to the gateway alone. */
  usage: { inputTokens: number | undefined; outputTokens: number | undefined };
}

/** An answer while it comes. */
export interface MessageReading {
  readonly message: Message;
  /** Whether the model has said that it is done. */
  readonly isWhole: boolean;
  /** Whether nothing comes any more. */
  readonly isOver: boolean;
}

export const NOTHING_YET: MessageReading = { message: { text: '', stopReason: undefined, usage: { inputTokens: undefined, outputTokens: undefined } }, isWhole: false, isOver: false };

/** The answer with one more event. What is not known is passed over. @throws BytespikeError for an event that says what went wrong */
export function withEvent(reading: MessageReading, data: string): MessageReading {
  const event = fieldsOf(parse(data));
  const { message } = reading;
  switch (textIn(event, 'type')) {
    case 'message_start':
      return { ...reading, message: { ...message, usage: usageOf(fieldsOf(fieldIn(event, 'message')), message) } };
    case 'content_block_start':
      return withText(reading, fieldsOf(fieldIn(event, 'content_block')));
    case 'content_block_delta':
      return withText(reading, fieldsOf(fieldIn(event, 'delta')));
    case 'message_delta': {
      const stopReason = textIn(fieldsOf(fieldIn(event, 'delta')), 'stop_reason') ?? message.stopReason;
      return { ...reading, message: { ...message, stopReason, usage: usageOf(event, message) }, isWhole: reading.isWhole || stopReason !== undefined };
    }
    case 'message_stop':
      return { ...reading, isWhole: true, isOver: true };
    case 'error':
      throw failure(fieldsOf(fieldIn(event, 'error')));
    default:
      return reading;
  }
}

/** An answer in one piece, from where nothing is streamed; `undefined` for what is none. */
export function wholeMessage(body: unknown): Message | undefined {
  const fields = fieldsOf(body);
  const blocks = listIn(fields, 'content');
  if (blocks === undefined) return undefined;
  const text = blocks.map((block) => textIn(fieldsOf(block), 'text') ?? '').join('');
  return { text, stopReason: textIn(fields, 'stop_reason'), usage: usageOf(fields, NOTHING_YET.message) };
}

function withText(reading: MessageReading, block: Fields | undefined): MessageReading {
  const more = textIn(block, 'text') ?? '';
  // What a model thinks is no part of its answer, and comes under other names.
  return more === '' ? reading : { ...reading, message: { ...reading.message, text: reading.message.text + more } };
}

function usageOf(holder: Fields | undefined, { usage }: Message): Message['usage'] {
  const told = fieldsOf(fieldIn(holder, 'usage'));
  return { inputTokens: numberIn(told, 'input_tokens') ?? usage.inputTokens, outputTokens: numberIn(told, 'output_tokens') ?? usage.outputTokens };
}

const CODES: Readonly<Record<string, BytespikeErrorCode>> = {
  invalid_request_error: 'invalid_param',
  authentication_error: 'invalid_api_key',
  billing_error: 'insufficient_balance',
  permission_error: 'permission_denied',
  not_found_error: 'not_found',
  request_too_large: 'request_entity_too_large',
  rate_limit_error: 'rate_limit_exceeded',
  timeout_error: 'timeout',
};

/** What went wrong after the answer had begun. Whether what was written so far costs anything, nobody says. */
function failure(error: Fields | undefined): BytespikeError {
  const type = textIn(error, 'type') ?? '';
  return new BytespikeError({
    code: (Object.hasOwn(CODES, type) ? CODES[type] : undefined) ?? 'api_error',
    message: textIn(error, 'message') ?? 'The model stopped before it had finished, and did not say why.',
    billed: 'unknown',
    retryable: !/invalid|authentication|billing|permission|not_found|too_large/.test(type),
  });
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
