import { base64 } from '../../core/base/base64.js';
import { type Body, readJson } from '../base/body.js';
import type { Route } from '../base/routes.js';
import { embed } from '../meaning/embed.js';
import { relevance } from '../meaning/relevance.js';
import { type EmbeddingOrder, embeddingOrder, type RerankOrder, rerankOrder } from '../orders/meaning.js';
import type { Simulation } from '../simulation/simulation.js';

const ANSWER_MS = 120;
/** USD for a token: those of a small model. Nothing is written, so only what is read counts. */
const READ_PRICE = 1e-6;

/** Texts by their meaning, in the shapes of OpenAI and of Cohere; not there where the simulation does not expose them. */
export function meaningRoutes(simulation: Simulation): Route[] {
  if (!simulation.exposesEmbeddings) return [];

  /** Once it has begun it is done and paid for, whoever waits for it. */
  async function paid<Order extends { model: string; tokens: number }>(request: Request, read: (body: Body) => Order, answer: (order: Order) => object): Promise<Response> {
    const { billing, timers, speed, clock, newId } = simulation;
    const order = read(await readJson(request));
    const price = order.tokens * READ_PRICE;
    const hold = billing.reserve(price);
    const id = newId('charge');
    await timers.sleep(ANSWER_MS / speed);
    hold.settle(price, { id, model: order.model, at: clock.now() });
    return Response.json(answer(order));
  }

  return [
    ['POST', '/v1/embeddings', (request) => paid(request, embeddingOrder, vectors)],
    ['POST', '/v1/rerank', (request) => paid(request, rerankOrder, (order) => ({ id: simulation.newId('rerank'), ...ranking(order) }))],
  ];
}

function vectors({ model, texts, format, tokens }: EmbeddingOrder): object {
  const data = texts.map((each, index) => ({ object: 'embedding', index, embedding: written(embed(each), format) }));
  return { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

function written(vector: Float32Array, format: EmbeddingOrder['format']): string | number[] {
  if (format === 'base64') return base64(new Uint8Array(vector.buffer));
  // As many digits as a number of 32 bits has.
  return Array.from(vector, (value) => Number(value.toPrecision(7)));
}

function ranking({ model, query, documents, top, isReturned, tokens }: RerankOrder): object {
  const scored = documents.map((document, index) => ({ index, relevance_score: relevance(query, document), ...(isReturned && { document: { text: document } }) }));
  const results = scored.sort((a, b) => b.relevance_score - a.relevance_score || a.index - b.index).slice(0, top);
  return { model, results, usage: { total_tokens: tokens } };
}
