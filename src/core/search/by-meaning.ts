import type { BytespikeError } from '../base/errors.js';
import type { Clock } from '../base/clock.js';
import { nearest } from './nearest.js';
import type { Places } from './places.js';
import type { Questions } from './questions.js';
import { type Described, shortened } from './texts.js';

export interface Ranking {
  /** Keys of records, the best first. */
  keys: readonly string[];
  reranked: boolean;
  /** Why they were not put into order by the second model. */
  error: BytespikeError | undefined;
}

interface Ground {
  entries: readonly Described[];
  places: Places;
  questions: Questions;
  clock: Clock;
  signal: AbortSignal;
  /** Whether a second model is asked. */
  isReranked: boolean;
}

/** @throws BytespikeError when the query could not be placed */
export async function byMeaning(query: string, { entries, places, questions, clock, signal, isReranked }: Ground): Promise<Ranking> {
  const asked = shortened(query);
  const at = await questions.place(asked, signal);
  const near = await nearest(entries, at, places.get, clock, signal);
  const plain = { keys: near.map(keyOf), reranked: false, error: undefined };
  if (!isReranked || near.length < 2 || signal.aborted) return plain;
  try {
    const scores = await questions.scores(asked, near.map(documentOf), signal);
    const order = near.map((entry, index) => ({ key: keyOf(entry), score: scores[index]! })).sort((a, b) => b.score - a.score);
    return { keys: order.map(({ key }) => key), reranked: true, error: undefined };
  } catch (error) {
    // Nothing else is thrown there, and the first order is as good as it was.
    return { ...plain, error: error as BytespikeError };
  }
}

const keyOf = ({ task }: Described) => task.outTaskId;
const documentOf = ({ texts }: Described) => shortened(texts.map(({ text }) => text).join(' '));
