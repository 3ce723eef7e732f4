import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { findModel } from '../catalog/catalog.js';
import type { MessagePictures } from '../catalog/requests.js';
import { validateRequest } from '../catalog/validate.js';
import { pictureTool } from '../wire/picture-tool.js';

/** A picture that is shown to the model: an address that the gateway can read, or one that holds its bytes (`data:image/…`). */
interface MessagePicture {
  type: 'image';
  url: string;
}

export interface MessageTurn {
  role: 'user' | 'assistant';
  content: string | readonly ({ type: 'text'; text: string } | MessagePicture)[];
}

export interface MessageRequest {
  /** A text model that the key reaches. None is in the catalog: the app names it, and its proxy lets it through. */
  model: string;
  /** What was said so far, oldest first. */
  messages: readonly MessageTurn[];
  /** What the model is told to be, before all turns. */
  system?: string | undefined;
  /** Tokens of the answer, at most. @default 1000 */
  maxTokens?: number | undefined;
  /** From 0, the most likely words, to 1. @default the model's own */
  temperature?: number | undefined;
  /** Texts that end the answer when the model writes them. @default none */
  stopSequences?: readonly string[] | undefined;
  /** Lets the model have pictures made while it writes, which cost besides: by which image model, and how many at most. @default none */
  pictures?: MessagePictures | undefined;
  /** In which of the gateway's shapes it goes: `/v1/messages`, or `/v1/chat/completions`, in which no pictures are made. @default 'messages' */
  over?: 'messages' | 'chat' | undefined;
}

/** @source ours: a long prompt, three times */
const MAX_TOKENS = 1000;

/** As it is sent, and where to. @throws BytespikeError `invalid_param`, with the field */
export function messageCall(request: MessageRequest): { path: string; body: Readonly<Record<string, unknown>> } {
  check(request);
  return request.over === 'chat' ? { path: '/v1/chat/completions', body: chatBody(request) } : { path: '/v1/messages', body: messageBody(request) };
}

function check({ model, messages, maxTokens = MAX_TOKENS, temperature, pictures, over = 'messages' }: MessageRequest): void {
  if (typeof model !== 'string' || model.trim() === '') throw invalid('model', 'No text model is named. Name one that your key reaches and your proxy lets through.');
  if (!Array.isArray(messages) || messages.length === 0) throw invalid('messages', 'There are no messages. Send at least one of the user.');
  if (!Number.isSafeInteger(maxTokens) || maxTokens < 1) throw invalid('maxTokens', `maxTokens is ${maxTokens}, and has to be a whole number of 1 or more.`);
  if (temperature !== undefined && !(temperature >= 0 && temperature <= 1)) throw invalid('temperature', `temperature is ${temperature}, and goes from 0 to 1.`);
  if (over !== 'messages' && over !== 'chat') throw invalid('over', `over is "${String(over)}", and goes 'messages' or 'chat'.`);
  if (pictures !== undefined && over === 'chat') throw invalid('pictures', "Pictures are made over 'messages' alone. Leave `over` out, or `pictures`.");
  if (pictures !== undefined) checkPictures(pictures);
  messages.forEach(turn);
}

function chatBody({ model, messages, system, maxTokens = MAX_TOKENS, temperature, stopSequences }: MessageRequest) {
  const asked = messages.map(({ role, content }) => ({ role, content: typeof content === 'string' ? content : content.map(chatBlock) }));
  return {
    model,
    max_tokens: maxTokens,
    messages: system === undefined || system === '' ? asked : [{ role: 'system', content: system }, ...asked],
    stream: true,
    // Else nobody says how many tokens it was.
    stream_options: { include_usage: true },
    ...(temperature === undefined ? {} : { temperature }),
    ...(stopSequences === undefined ? {} : { stop: stopSequences }),
  };
}

function messageBody({ model, messages, system, maxTokens = MAX_TOKENS, temperature, stopSequences, pictures }: MessageRequest) {
  return {
    model,
    max_tokens: maxTokens,
    messages: messages.map(turn),
    stream: true,
    ...(system === undefined || system === '' ? {} : { system }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(stopSequences === undefined ? {} : { stop_sequences: stopSequences }),
    ...(pictures === undefined ? {} : { tools: [pictureTool(pictures)] }),
  };
}

/** By the limits of images, which these are. @throws BytespikeError `invalid_param`, with the field */
function checkPictures({ model, size, quality, most }: MessagePictures): void {
  if (!Number.isSafeInteger(most) || most < 1) throw invalid('pictures.most', `pictures.most is ${most}, and has to be a whole number of 1 or more.`);
  const known = findModel(model);
  if (known?.kind === 'video') throw invalid('pictures.model', `${known.name} makes videos. Name a model that makes images.`);
  try {
    // What is in them the model will say.
    validateRequest({ model, size, quality, prompt: '-' });
  } catch (error) {
    if (isBytespikeError(error)) throw invalid(`pictures.${error.field}`, error.message);
    throw error;
  }
}

function turn({ role, content }: MessageTurn): object {
  if (role !== 'user' && role !== 'assistant') throw invalid('messages', 'The role of a message is "user" or "assistant". What the model is told to be is `system`.');
  if (typeof content === 'string' ? content.trim() === '' : !Array.isArray(content) || content.length === 0) throw invalid('messages', 'A message is empty. Leave it out.');
  return { role, content: typeof content === 'string' ? content : content.map((block) => (block.type === 'image' ? { type: 'image', source: sourceOf(block.url) } : { type: 'text', text: block.text })) };
}

function chatBlock(block: { type: 'text'; text: string } | MessagePicture): object {
  if (block.type === 'text') return { type: 'text', text: block.text };
  sourceOf(block.url);
  return { type: 'image_url', image_url: { url: block.url } };
}

function sourceOf(url: string): object {
  const [, type, data] = /^data:(image\/[a-z]+);base64,(.+)$/.exec(url) ?? [];
  if (data !== undefined) return { type: 'base64', media_type: type, data };
  if (/^https?:/.test(url)) return { type: 'url', url };
  throw invalid('messages', 'A picture has no address that the gateway can read. Give it one that begins with https://, or with data:image/….');
}

function invalid(field: string, message: string): BytespikeError {
  return new BytespikeError({ code: 'invalid_param', field, message: `${message} Nothing was sent.` });
}
