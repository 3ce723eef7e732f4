import { sleep } from '../base/clock.js';
import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import type { ClientInternals, Shared } from '../client/internals.js';
import { byMeaning, type Ranking } from './by-meaning.js';
import { placesOf } from './places.js';
import { questionsOf } from './questions.js';
import type { Described } from './texts.js';

/** After the last letter: each question costs. */
const PAUSE_MS = 300;

/** Which models are asked. */
export interface Models {
  embedding: string;
  rerank: string | null;
}

/** One question by meaning, and what came of it. */
export interface Asked {
  readonly query: string;
  /** The latest; of the same query among fewer while the next is on its way. */
  ranking: Ranking | undefined;
  failed: BytespikeError | undefined;
  isOver: boolean;
}

interface Own extends Asked, Models {
  entries: readonly Described[];
  stop: AbortController;
}

/** One question at a time; the next one stops it. */
export interface Questioning {
  /** What came of it so far. It is asked where it is another one than before. */
  ask(query: string, entries: readonly Described[], models: Models): Asked;
  leave(): void;
  /** Why nothing more is asked: no such path, no such model. */
  refusal(): BytespikeError | undefined;
  refuse(error: BytespikeError | undefined): void;
  /** Somebody wishes it once more: what failed before may be otherwise. */
  forgive(): void;
}

/** @param changed something came of a question */
export function createQuestioning(client: ClientInternals, shared: Shared, changed: () => void): Questioning {
  const { clock } = client;
  let current: Own | undefined;
  let closed: BytespikeError | undefined;
  /** Of the second model, without which it goes as well. */
  let unordered: BytespikeError | undefined;

  function leave(): void {
    current?.stop.abort();
    current = undefined;
  }

  async function run(own: Own): Promise<void> {
    const { query, entries, embedding, rerank, stop: { signal } } = own;
    const questions = questionsOf(client, shared, embedding, rerank);
    try {
      if (!questions.knows(query)) await sleep(clock, PAUSE_MS, signal);
      if (signal.aborted) return;
      const isReranked = rerank !== null && unordered === undefined;
      const ranking = await byMeaning(query, { entries, places: placesOf(client, shared, embedding), questions, clock, signal, isReranked });
      if (isFinal(ranking.error)) unordered = ranking.error;
      own.ranking = { ...ranking, error: ranking.error ?? (rerank === null ? undefined : unordered) };
    } catch (error) {
      // Nothing else is thrown there.
      own.failed = error as BytespikeError;
      own.ranking = undefined;
      if (current === own && isFinal(own.failed)) closed = own.failed;
    }
    own.isOver = true;
    // What comes after a newer question was asked is not looked at.
    if (current === own) changed();
  }

  return {
    leave,
    ask(query, entries, models) {
      if (current !== undefined && isSame(current, query, entries, models)) return current;
      const ranking = current?.query === query ? current.ranking : undefined;
      leave();
      const own: Own = { query, entries, ...models, ranking, failed: undefined, isOver: false, stop: new AbortController() };
      current = own;
      run(own).catch(() => {});
      return own;
    },
    refusal: () => closed,
    refuse(error) {
      if (isFinal(error)) closed ??= error;
    },
    forgive() {
      [closed, unordered] = [undefined, undefined];
      if (current?.ranking === undefined || current.ranking.error !== undefined) leave();
    },
  };
}

function isSame(known: Own, query: string, entries: readonly Described[], { embedding, rerank }: Models): boolean {
  if (known.query !== query || known.embedding !== embedding || known.rerank !== rerank || known.entries.length !== entries.length) return false;
  return known.entries.every((entry, index) => entry === entries[index] || nameOf(entry) === nameOf(entries[index]!));
}

const nameOf = ({ task, texts }: Described) => `${task.outTaskId} ${texts.map(({ name }) => name).join()}`;

function isFinal(error: BytespikeError | undefined): boolean {
  return isBytespikeError(error) && !error.retryable && error.billed === 'no' && error.code !== 'aborted';
}
