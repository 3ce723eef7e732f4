import type { ClientInternals, Shared } from '../client/internals.js';
import { type TaskStoreOptions } from '../records/shelf.js';
import { onForgotten } from '../records/vectors.js';
import { createAsking } from './asking.js';
import { type Placed, placed, quantised } from './vector.js';

/** What was asked by these models since the page is there: none of it is paid for again. */
export interface Questions {
  knows(query: string): boolean;
  /** Where a query lies. */
  place(query: string, signal: AbortSignal): Promise<Placed>;
  /** How well each text answers it, in their order. */
  scores(query: string, texts: readonly string[], signal: AbortSignal): Promise<readonly number[]>;
}

/** Queries that are remembered; a thousand are a megabyte. */
const MOST_QUERIES = 500;

const open = new WeakMap<TaskStoreOptions, Map<string, Questions>>();

/** @param rerank `null` where nothing is put into order */
export function questionsOf(client: ClientInternals, shared: Shared, embedding: string, rerank: string | null): Questions {
  const known = open.get(client.memory) ?? new Map<string, Questions>();
  open.set(client.memory, known);
  const name = `${embedding} ${rerank}`;
  const questions = known.get(name) ?? createQuestions(client, shared, embedding, rerank ?? '');
  known.set(name, questions);
  return questions;
}

function createQuestions({ memory }: ClientInternals, shared: Shared, embedding: string, rerank: string): Questions {
  const asking = createAsking(shared);
  const asked = new Map<string, { at: Placed; scores: Map<string, number> }>();
  let lives = 0;
  onForgotten(memory, () => {
    lives++;
    asked.clear();
  });

  return {
    knows: (query) => asked.has(query),
    async place(query, signal) {
      const known = asked.get(query);
      if (known !== undefined) return known.at;
      const mine = lives;
      const [vector] = await asking.embed(embedding, [query], signal);
      // The reader gives one for each text.
      const at = placed(quantised(vector!));
      if (mine === lives) asked.set(query, { at, scores: new Map() });
      for (const old of [...asked.keys()].slice(0, -MOST_QUERIES)) asked.delete(old);
      return at;
    },
    async scores(query, texts, signal) {
      const known = asked.get(query)?.scores ?? new Map<string, number>();
      const fresh = [...new Set(texts.filter((text) => !known.has(text)))];
      if (fresh.length > 0) (await asking.score(rerank, query, fresh, signal)).forEach((score, at) => known.set(fresh[at]!, score));
      return texts.map((text) => known.get(text)!);
    },
  };
}
