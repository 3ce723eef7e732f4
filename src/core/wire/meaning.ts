import { type Fields, fieldsOf } from '../base/fields.js';
import { fieldIn, listIn, numberIn } from './fields.js';

/** Texts to be placed by their meaning, in OpenAI's shape. */
export function embeddingBody(model: string, texts: readonly string[]): Fields {
  return { model, input: texts };
}

/** A vector for each text, in their order; `undefined` where one is missing, or no vector. */
export function vectorsIn(body: unknown, count: number): Float32Array[] | undefined {
  const vectors: Float32Array[] = [];
  for (const [place, entry] of (listIn(fieldsOf(body), 'data') ?? []).entries()) {
    const fields = fieldsOf(entry);
    const numbers = listIn(fields, 'embedding');
    const vector = numbers && Float32Array.from(numbers, Number);
    // One of nothing but zeros lies nowhere.
    if (vector?.every(Number.isFinite) && vector.some((value) => value !== 0)) vectors[numberIn(fields, 'index') ?? place] = vector;
  }
  const whole = [...Array(count).keys()].map((at) => vectors[at]);
  const length = whole[0]?.length;
  return whole.every((vector) => vector !== undefined && vector.length === length) ? (whole as Float32Array[]) : undefined;
}

/** Texts to be held against a question, in the shape of Cohere and Jina. */
export function rerankBody(model: string, query: string, documents: readonly string[]): Fields {
  return { model, query, documents };
}

/** How well each text answers, in their order: more is better, and nothing else is said of the figure. `undefined` where one is missing. */
export function scoresIn(body: unknown, count: number): number[] | undefined {
  const scores: number[] = [];
  const fields = fieldsOf(body);
  for (const entry of listIn(fields, 'results') ?? listIn(fields, 'data') ?? []) {
    const result = fieldsOf(entry);
    const at = numberIn(result, 'index');
    const score = fieldIn(result, 'relevance_score') ?? fieldIn(result, 'score');
    // Raw scores may lie below nothing.
    if (at !== undefined && typeof score === 'number' && Number.isFinite(score)) scores[at] = score;
  }
  const whole = [...Array(count).keys()].map((at) => scores[at]);
  return whole.every((score) => score !== undefined) ? whole : undefined;
}
