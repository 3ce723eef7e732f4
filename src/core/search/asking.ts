import { BytespikeError, offlineError } from '../base/errors.js';
import type { Shared } from '../client/internals.js';
import { embeddingBody, rerankBody, scoresIn, vectorsIn } from '../wire/meaning.js';
import { withRetry } from '../wire/retry.js';

/** The two calls by which texts are found by their meaning. Each is paid for, by what it reads. */
interface Asking {
  embed(model: string, texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  score(model: string, query: string, documents: readonly string[], signal?: AbortSignal): Promise<readonly number[]>;
}

export function createAsking({ transport, clock, random, environment }: Pick<Shared, 'transport' | 'clock' | 'random' | 'environment'>): Asking {
  async function ask<T>(path: string, body: object, read: (body: unknown) => T | undefined, signal: AbortSignal | undefined): Promise<T> {
    if (!environment.isOnline()) throw offlineError();
    const send = () => transport.send({ method: 'POST', path, body, billable: true, signal });
    // Only what was refused for coming too fast: nothing finds a lost answer again, and it may have been paid for.
    const answer = await withRetry({ clock, random, signal }, send, ({ status }) => status === 429);
    const value = read(answer.body);
    if (value !== undefined) return value;
    throw new BytespikeError({ code: 'invalid_response', message: `${path} answered with something else than what it is for. Check that the proxy forwards this path to the gateway.`, billed: 'unknown' });
  }
  return {
    embed: (model, texts, signal) => ask('/v1/embeddings', embeddingBody(model, texts), (body) => vectorsIn(body, texts.length), signal),
    score: (model, query, documents, signal) => ask('/v1/rerank', rerankBody(model, query, documents), (body) => scoresIn(body, documents.length), signal),
  };
}
