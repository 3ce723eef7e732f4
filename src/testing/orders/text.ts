import { findModel } from '../../core/catalog/catalog.js';
import { type Body, httpUrl, isRecord, text, whole } from '../base/body.js';
import { invalid, Refusal } from '../base/refusal.js';
import { type PictureTool, pictureTool } from './picture-tool.js';

/** A call for text, whichever of the two shapes it came in. */
export interface TextOrder {
  model: string;
  /** What the model is told to be. */
  system: string;
  /** What the user said last. */
  words: string;
  /** Addresses of the pictures that they sent along with it. */
  pictures: readonly string[];
  maxTokens: number;
  stream: boolean;
  inputTokens: number;
  /** By which it has pictures made while it writes. */
  tool: PictureTool | undefined;
}

type Shape = 'messages' | 'chat';

/** Text models are on no page that lists them: whatever is called like one is one. */
const FAMILIES = /^(?:claude|gpt|gemini|deepseek|qwen|glm|kimi|llama|mistral|grok)(?![a-z])/;

/** Whether a call for a conversation is for text: a model of the catalog draws. */
export function isTextModel(body: Body): boolean {
  const id = text(body, 'model') ?? '';
  return FAMILIES.test(id) && findModel(id) === undefined && !id.includes('image');
}

/** @throws Refusal `invalid_param` that names the field, `model_not_found`, `unsupported_model` */
export function textOrder(body: Body, shape: Shape): TextOrder {
  const model = textModel(body);
  const messages: unknown = body['messages'];
  if (!Array.isArray(messages) || messages.length === 0) throw invalid('messages', 'messages must be a list of {role, content}, with at least one of them.');
  const turns = messages.map((turn: unknown) => turnOf(turn, shape));
  const last = turns.findLast(({ role }) => role === 'user');
  if (last === undefined || (last.words.trim() === '' && last.pictures.length === 0)) throw invalid('messages', 'messages has no words of the user.');
  const system = [wordsOf(body['system']), ...turns.filter(({ role }) => role === 'system').map(({ words }) => words)].join('\n').trim();
  const said = turns.reduce((sum, turn) => sum + tokensOf(turn.words) + PICTURE_TOKENS * turn.pictures.length, 0);
  return {
    model,
    system,
    words: last.words.trim(),
    pictures: last.pictures,
    maxTokens: maxTokens(body, shape),
    stream: body['stream'] === true,
    inputTokens: tokensOf(system) + said,
    tool: shape === 'messages' ? pictureTool(body) : undefined,
  };
}

function textModel(body: Body): string {
  const id = text(body, 'model');
  if (id === undefined || id === '') throw invalid('model', 'model is missing. Name a text model.');
  if (isTextModel(body)) return id;
  if (findModel(id) !== undefined) throw new Refusal({ status: 400, code: 'unsupported_model', param: 'model', message: `${id} writes no text. Name a text model.` });
  throw new Refusal({ status: 400, code: 'model_not_found', param: 'model', message: `There is no text model "${id}".` });
}

/** What the model writes at most where a conversation names no number. @source ours: longer than any answer here */
const MOST_TOKENS = 4096;

function maxTokens(body: Body, shape: Shape): number {
  const most = whole(body, 'max_completion_tokens', 1, 1_000_000) ?? whole(body, 'max_tokens', 1, 1_000_000);
  if (most === undefined && shape === 'messages') throw invalid('max_tokens', 'max_tokens is missing. Say how long the answer may be.');
  return most ?? MOST_TOKENS;
}

interface Turn {
  role: string | undefined;
  words: string;
  pictures: string[];
}

function turnOf(turn: unknown, shape: Shape): Turn {
  const role = isRecord(turn) ? text(turn, 'role') : undefined;
  const roles = shape === 'messages' ? ['user', 'assistant'] : ['system', 'user', 'assistant'];
  if (!isRecord(turn) || role === undefined || !roles.includes(role)) throw invalid('messages', `Each of messages has a role of ${roles.join(', ')}, and content.`);
  const { content } = turn;
  if (typeof content !== 'string' && !Array.isArray(content)) throw invalid('messages', 'content must be text, or a list of blocks.');
  return { role, words: wordsOf(content), pictures: blocksOf(content).flatMap((block) => pictureOf(block) ?? []) };
}

function blocksOf(content: unknown): Body[] {
  return Array.isArray(content) ? content.filter(isRecord) : [];
}

function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return blocksOf(content).flatMap((block) => (block['type'] === 'text' ? (text(block, 'text') ?? []) : [])).join(' ');
}

/** Of Anthropic's block (`image`) or OpenAI's (`image_url`); an address that holds its bytes is one. */
function pictureOf(block: Body): string | undefined {
  if (block['type'] !== 'image' && block['type'] !== 'image_url') return undefined;
  const from = block[block['type'] === 'image' ? 'source' : 'image_url'];
  if (isRecord(from) && from['type'] === 'base64') return `data:${text(from, 'media_type') ?? ''};base64,${text(from, 'data') ?? ''}`;
  const address = isRecord(from) ? httpUrl(from, 'url', true) : undefined;
  if (address === undefined) throw invalid('messages', 'A block for a picture has neither an address nor its bytes.');
  return address;
}

/** @source ours: about what a picture counts for */
const PICTURE_TOKENS = 1000;
const LETTERS_A_TOKEN = 4;

export function tokensOf(words: string): number {
  return Math.ceil(words.length / LETTERS_A_TOKEN);
}
