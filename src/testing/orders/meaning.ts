import { findModel } from '../../core/catalog/catalog.js';
import { type Body, text, whole } from '../base/body.js';
import { invalid, Refusal } from '../base/refusal.js';
import { tokensOf } from './text.js';

/** Texts to be placed by their meaning. */
export interface EmbeddingOrder {
  model: string;
  texts: readonly string[];
  /** How each vector is written: as a list of numbers, or as the bytes of 32-bit ones. */
  format: 'float' | 'base64';
  tokens: number;
}

/** Texts to be held against a question. */
export interface RerankOrder {
  model: string;
  query: string;
  documents: readonly string[];
  /** How many of them are named, the best first. */
  top: number;
  isReturned: boolean;
  tokens: number;
}

/** Texts of one call. @source ours: as many as most servers of such models take */
const MOST_TEXTS = 256;

/** @throws Refusal `invalid_param` that names the field, `model_not_found`, `unsupported_model` */
export function embeddingOrder(body: Body): EmbeddingOrder {
  const model = namedModel(body, /(?:^|[/-])bge-(?!reranker)|embed/i, 'places texts by their meaning');
  const { input } = body;
  const texts = textsIn('input', typeof input === 'string' ? [input] : input);
  const format = text(body, 'encoding_format') ?? 'float';
  if (format !== 'float' && format !== 'base64') throw invalid('encoding_format', 'encoding_format is "float" or "base64".');
  if (body['dimensions'] !== undefined && body['dimensions'] !== null) throw invalid('dimensions', 'This model has vectors of one length. Leave dimensions out.');
  return { model, texts, format, tokens: tokensIn(texts) };
}

/** @throws Refusal as {@link embeddingOrder} */
export function rerankOrder(body: Body): RerankOrder {
  const model = namedModel(body, /rerank/i, 'holds texts against a question');
  const query = text(body, 'query') ?? '';
  if (query.trim() === '') throw invalid('query', 'query is missing or empty. Say what is looked for.');
  const given: unknown = body['documents'];
  const documents = textsIn('documents', Array.isArray(given) ? given.map((document: unknown) => textOf(document)) : given);
  const top = whole(body, 'top_n', 1, 1_000_000) ?? documents.length;
  return { model, query, documents, top, isReturned: body['return_documents'] === true, tokens: tokensIn(documents) + documents.length * tokensOf(query) };
}

function namedModel(body: Body, family: RegExp, does: string): string {
  const id = text(body, 'model');
  if (id === undefined || id === '') throw invalid('model', `model is missing. Name one that ${does}.`);
  if (family.test(id)) return id;
  if (findModel(id) !== undefined) throw new Refusal({ status: 400, code: 'unsupported_model', param: 'model', message: `${id} makes pictures or clips. Name a model that ${does}.` });
  throw new Refusal({ status: 400, code: 'model_not_found', param: 'model', message: `There is no model "${id}" that ${does}.` });
}

/** A document is a text, or has one. */
function textOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'text' in document ? document.text : document;
}

function textsIn(field: string, list: unknown): readonly string[] {
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_TEXTS) throw invalid(field, `${field} must be a list of 1 to ${MOST_TEXTS} texts.`);
  if (!list.every((each): each is string => typeof each === 'string' && each.trim() !== '')) throw invalid(field, `Each of ${field} must be a text that is not empty.`);
  return list;
}

const tokensIn = (texts: readonly string[]) => texts.reduce((sum, each) => sum + tokensOf(each), 0);
