import { fieldsOf } from '../base/fields.js';
import { fromJson } from '../base/json.js';
import { fieldIn, listIn, numberIn, textIn } from '../wire/fields.js';
import { failureIn } from './failure.js';
import { withWords } from './parts.js';
import { type Message, type MessageReading, NOTHING_YET, withParts } from './reading.js';

// The same readings of answers in the shape of `/v1/chat/completions`, whose reasons to stop have other words.

const REASONS: Readonly<Record<string, string>> = { stop: 'end_turn', length: 'max_tokens', content_filter: 'refusal' };

/** The answer with one more chunk. What is not known is passed over. @throws BytespikeError for one that says what went wrong */
export function withChunk(reading: MessageReading, data: string): MessageReading {
  if (data === '[DONE]') return { ...reading, isWhole: true, isOver: true };
  const chunk = fieldsOf(fromJson(data));
  const error = fieldsOf(fieldIn(chunk, 'error'));
  if (error !== undefined) throw failureIn(error);
  return withChoice(reading, chunk, 'delta');
}

/** An answer in one piece; `undefined` for what is none. */
export function wholeChat(body: unknown): MessageReading | undefined {
  const fields = fieldsOf(body);
  if (fieldsOf(fieldIn(fieldsOf(listIn(fields, 'choices')?.[0]), 'message')) === undefined) return undefined;
  return { ...withChoice(NOTHING_YET, fields, 'message'), isWhole: true, isOver: true };
}

function withChoice(reading: MessageReading, fields: ReturnType<typeof fieldsOf>, holder: 'delta' | 'message'): MessageReading {
  const choice = fieldsOf(listIn(fields, 'choices')?.[0]);
  const words = textIn(fieldsOf(fieldIn(choice, holder)), 'content') ?? '';
  const reason = textIn(choice, 'finish_reason');
  const next = withParts(reading, withWords(reading.message.parts, words));
  const stopReason = reason === undefined ? next.message.stopReason : ((Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined) ?? reason);
  return { ...next, message: { ...next.message, stopReason, usage: usageOf(fields, next.message) }, isWhole: next.isWhole || reason !== undefined };
}

function usageOf(holder: ReturnType<typeof fieldsOf>, { usage }: Message): Message['usage'] {
  const told = fieldsOf(fieldIn(holder, 'usage'));
  return { inputTokens: numberIn(told, 'prompt_tokens') ?? usage.inputTokens, outputTokens: numberIn(told, 'completion_tokens') ?? usage.outputTokens };
}
