import { type Fields, fieldsOf } from '../base/fields.js';
import { fromJson } from '../base/json.js';
import { add } from '../base/money.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { fieldIn, listIn, numberIn, textIn } from '../wire/fields.js';
import { pictureCall, pictureResult } from '../wire/message-pictures.js';
import { type MessageParts, type PictureFacts, settled, withCall, withInput, withResult, withWords } from './parts.js';
import { failureIn } from './failure.js';

/** Why the model stopped, as it says: `end_turn`, `max_tokens`, `stop_sequence`, `refusal` or another word. */
export interface Message {
  /** All words of it. */
  text: string;
  /** Words and pictures, in the order in which they stand. */
  parts: MessageParts;
  /** The pictures that came, in that order. */
  images: readonly Asset[];
  /** What those pictures cost, in USD, by the rate card. `undefined` where none came. */
  picturesCost?: GenerationCost | undefined;
  stopReason: string | undefined;
  /** Tokens; `undefined` where the answer does not say. Text is on no rate card: what they cost is known to the gateway alone. */
  usage: { inputTokens: number | undefined; outputTokens: number | undefined };
}

/** An answer while it comes. */
export interface MessageReading {
  readonly message: Message;
  /** Calls of the tool whose parameters are being told, by the place of their block. */
  readonly calls: ReadonlyMap<number | undefined, { id: string; json: string }>;
  /** Whether the model has said that it is done. */
  readonly isWhole: boolean;
  /** Whether nothing comes any more. */
  readonly isOver: boolean;
}

const EMPTY: Message = { text: '', parts: [], images: [], stopReason: undefined, usage: { inputTokens: undefined, outputTokens: undefined } };
export const NOTHING_YET: MessageReading = { message: EMPTY, calls: new Map(), isWhole: false, isOver: false };

/** The answer with one more event. What is not known is passed over. @throws BytespikeError for an event that says what went wrong */
export function withEvent(reading: MessageReading, data: string, facts: PictureFacts): MessageReading {
  const event = fieldsOf(fromJson(data));
  const { message } = reading;
  switch (textIn(event, 'type')) {
    case 'message_start':
      return { ...reading, message: { ...message, usage: usageOf(fieldsOf(fieldIn(event, 'message')), message) } };
    case 'content_block_start':
      return withBlock(reading, fieldsOf(fieldIn(event, 'content_block')), numberIn(event, 'index'), facts);
    case 'content_block_delta': {
      const delta = fieldsOf(fieldIn(event, 'delta'));
      const json = textIn(delta, 'partial_json');
      return json === undefined ? withParts(reading, withWords(message.parts, textIn(delta, 'text') ?? '')) : withJson(reading, numberIn(event, 'index'), json);
    }
    case 'content_block_stop':
      return withWholeInput(reading, numberIn(event, 'index'));
    case 'message_delta': {
      const stopReason = textIn(fieldsOf(fieldIn(event, 'delta')), 'stop_reason') ?? message.stopReason;
      return { ...reading, message: { ...message, stopReason, usage: usageOf(event, message) }, isWhole: reading.isWhole || stopReason !== undefined };
    }
    case 'message_stop':
      return { ...reading, isWhole: true, isOver: true };
    case 'error':
      throw failureIn(fieldsOf(fieldIn(event, 'error')));
    default:
      return reading;
  }
}

/** An answer in one piece, from where nothing is streamed; `undefined` for what is none. */
export function wholeMessage(body: unknown, facts: PictureFacts): MessageReading | undefined {
  const fields = fieldsOf(body);
  const blocks = listIn(fields, 'content');
  if (blocks === undefined) return undefined;
  const { message } = blocks.reduce((reading: MessageReading, block, index) => withBlock(reading, fieldsOf(block), index, facts), NOTHING_YET);
  const told = { stopReason: textIn(fields, 'stop_reason'), usage: usageOf(fields, EMPTY) };
  return { ...NOTHING_YET, message: { ...message, ...told }, isWhole: true, isOver: true };
}

/** As it is once nothing comes any more. */
export function withEnd(reading: MessageReading): MessageReading {
  return withParts(reading, settled(reading.message.parts));
}

function withBlock(reading: MessageReading, block: Fields | undefined, index: number | undefined, facts: PictureFacts): MessageReading {
  const { parts } = reading.message;
  const result = pictureResult(block);
  if (result !== undefined) return withParts(reading, withResult(parts, result, facts));
  const call = pictureCall(block);
  // What a model thinks is no part of its answer, and comes under other names.
  if (call === undefined) return withParts(reading, withWords(parts, textIn(block, 'text') ?? ''));
  const { id = `picture-${parts.length}`, input } = call;
  const calls = new Map(reading.calls).set(index, { id, json: '' });
  return { ...withParts(reading, withCall(parts, id, askedIn(input))), calls };
}

function withJson(reading: MessageReading, index: number | undefined, more: string): MessageReading {
  const call = reading.calls.get(index);
  return call === undefined ? reading : { ...reading, calls: new Map(reading.calls).set(index, { ...call, json: call.json + more }) };
}

function withWholeInput(reading: MessageReading, index: number | undefined): MessageReading {
  const call = reading.calls.get(index);
  const input = call && fieldsOf(fromJson(call.json));
  return call === undefined || input === undefined ? reading : withParts(reading, withInput(reading.message.parts, call.id, askedIn(input)));
}

const askedIn = (input: Fields | undefined) => ({ prompt: textIn(input, 'prompt'), size: textIn(input, 'size'), quality: textIn(input, 'quality') });

/** Whatever follows from the parts, and is the same object for as long as that is the same. */
export function withParts(reading: MessageReading, parts: MessageParts): MessageReading {
  const { message } = reading;
  if (parts === message.parts) return reading;
  const made = parts.flatMap((part) => (part.type === 'picture' && part.status === 'completed' ? [part] : []));
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  if (made.length === message.images.length) return { ...reading, message: { ...message, parts, text } };
  return { ...reading, message: { ...message, parts, text, images: made.map(({ image }) => image), picturesCost: sumOf(made.map(({ cost }) => cost)) } };
}

/** Of pictures by one model under one card. With one that has no price, there is none of all. */
function sumOf(costs: readonly GenerationCost[]): GenerationCost {
  const amounts = costs.flatMap(({ estimated }) => estimated ?? []);
  const [first = { billed: 'no' }] = costs;
  return amounts.length < costs.length ? { billed: first.billed } : { ...first, estimated: add(...amounts) };
}

function usageOf(holder: Fields | undefined, { usage }: Message): Message['usage'] {
  const told = fieldsOf(fieldIn(holder, 'usage'));
  return { inputTokens: numberIn(told, 'input_tokens') ?? usage.inputTokens, outputTokens: numberIn(told, 'output_tokens') ?? usage.outputTokens };
}
