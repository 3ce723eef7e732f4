import { encode } from '../base/bytes.js';
import { invalidConfig } from '../base/invalid-config.js';
import { invalid, Refusal } from '../base/refusal.js';
import { checkName, type Fields } from './fields.js';
import { type PictureRules, type PicturesOptions, readPicturesOptions, withPictureTool } from './picture-tool.js';
import type { Endpoint } from './routes.js';

export interface TextOptions {
  /** The only text models that may be used. */
  models: readonly string[];
  /** The most that one call may have written, and what is asked for when the client names no number. */
  maxTokens: number;
  /** Bytes of JSON that a call may send; a token is at least one of them. @default 65536 */
  maxInputBytes?: number;
  /** US dollars that a call counts against `limits.spend` and `caps.maxCost`: the most that one can cost. Without it those refuse text. */
  costPerCall?: number;
  /**
   * Lets the models of `/v1/messages` have pictures made while they write: by which image models, and how many a
   * call at most. Each counts at its price beside `costPerCall`.
   * @default none, and no tool at all
   */
  pictures?: PicturesOptions;
}

export interface TextRules {
  models: ReadonlySet<string>;
  maxTokens: number;
  maxInputBytes: number;
  /** Millionths of a US dollar. */
  price: number | undefined;
  pictures: PictureRules | undefined;
}

export function readTextOptions(options: TextOptions | undefined): TextRules | undefined {
  if (options === undefined) return undefined;
  const { models, maxTokens, maxInputBytes = 65_536, costPerCall, pictures } = options;
  const isCost = costPerCall === undefined || (Number.isFinite(costPerCall) && costPerCall >= 0);
  if (!Array.isArray(models) || !Number.isSafeInteger(maxTokens) || maxTokens < 1 || !(maxInputBytes > 0) || !isCost) {
    throw invalidConfig(
      'text',
      "createProxy cannot let text through by this `text`: write { models: ['…'], maxTokens: 1000, maxInputBytes, costPerCall } with numbers above 0. There is no text without a list of models and a cap on tokens.",
    );
  }
  const price = costPerCall === undefined ? undefined : Math.round(costPerCall * 1e6);
  return { models: new Set(models), maxTokens, maxInputBytes, price, pictures: readPicturesOptions(pictures) };
}

const SAMPLING = ['model', 'messages', 'max_tokens', 'temperature', 'top_p', 'stream'];

/** What may be sent: a list, because a field that we do not know may start tools, searches or a second answer, each of which costs. */
const FIELDS: Partial<Record<Endpoint, ReadonlySet<string>>> = {
  'text.messages': new Set([...SAMPLING, 'system', 'top_k', 'stop_sequences']),
  'text.chat': new Set([...SAMPLING, 'max_completion_tokens', 'stop', 'stream_options', 'seed', 'presence_penalty', 'frequency_penalty', 'response_format', 'n']),
  'text.embeddings': new Set(['model', 'input', 'encoding_format', 'dimensions']),
  'text.rerank': new Set(['model', 'query', 'documents', 'top_n', 'return_documents']),
};

/** The fields of a text call, under the caps. @throws Refusal 400, or 413 for too much of it */
export function readText(endpoint: Endpoint, given: Fields, { maxTokens, maxInputBytes, pictures }: TextRules): Fields {
  const sent = endpoint === 'text.messages' ? withPictureTool(given, pictures) : given;
  for (const name of Object.keys(sent)) {
    checkName(name);
    if (FIELDS[endpoint]?.has(name) !== true && !(name === 'tools' && sent !== given)) throw invalid(name, `\`${name}\` is not passed on here. Leave it out.`);
  }
  if (encode(JSON.stringify(sent)).length > maxInputBytes) throw tooLong(maxInputBytes);
  if (sent.n !== undefined && sent.n !== 1) throw invalid('n', '`n` is 1 here: one answer a call.');
  if (endpoint !== 'text.messages' && endpoint !== 'text.chat') return sent;
  for (const name of ['max_tokens', 'max_completion_tokens']) checkTokens(name, sent[name], maxTokens);
  // Without a number the model's own limit would hold.
  return sent.max_tokens === undefined && sent.max_completion_tokens === undefined ? { ...sent, max_tokens: maxTokens } : sent;
}

function checkTokens(name: string, value: unknown, most: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most)) return;
  throw invalid(name, `\`${name}\` is a whole number from 1 to ${most} here.`);
}

function tooLong(most: number): Refusal {
  return new Refusal({
    status: 413,
    code: 'request_entity_too_large',
    message: `The text is longer than the ${most} bytes that this server takes. Shorten it.`,
  });
}
