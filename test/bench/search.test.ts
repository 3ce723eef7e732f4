import { expect, it } from 'vitest';
import { nearest } from '../../src/core/search/nearest.js';
import { byWords } from '../../src/core/search/by-words.js';
import { describedOf } from '../../src/core/search/texts.js';
import { placed, quantised } from '../../src/core/search/vector.js';
import { embed } from '../../src/testing/meaning/embed.js';
import { systemClock } from '../../src/core/base/clock.js';
import { type Corpus, createCorpus, KINDS } from '../support/search-corpus.js';
import { mean, recallsBy, WAYS } from '../support/search-recall.js';
import { clipsOf } from '../support/search-rig.js';
import { quantile, table } from '../support/table.js';

// npm run bench:search: how much of what answers a question is among the first five, by words and by meaning, before the
// simulated gateway, whose vectors are a stand-in: what the real models find is for them to say. Its order is held.

const PROMPTS = 2000;
const QUESTIONS = 200;
const MANY = 10_000;
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

it('finds more by meaning than by words', async () => {
  const corpus = createCorpus(1, PROMPTS, QUESTIONS);
  const rows: Record<string, string | number>[] = [];
  const all: number[] = [];
  for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
    const { recalls, calls } = await recallsBy(way, corpus);
    const of = (kind?: string) => mean(recalls.filter((each) => kind === undefined || each.kind === kind).map(({ recall }) => recall));
    all.push(of());
    rows.push({ 'recall@5': way, ...Object.fromEntries(KINDS.map((kind) => [kind, percent(of(kind))])), all: percent(of()), calls });
  }
  process.stdout.write(`\n${PROMPTS} prompts, ${QUESTIONS} questions in other words, of the simulated gateway:\n${table(rows)}\n`);
  const [text, cosine, reranked] = all;
  expect(text).toBeLessThan(cosine!);
  expect(cosine).toBeLessThan(reranked!);
  process.stdout.write(`\nOn this machine, milliseconds for a question, without the gateway:\n${table(await timesOf(corpus))}\n`);
});

async function timesOf({ prompts, questions }: Corpus): Promise<Record<string, string>[]> {
  const vectors = prompts.map((prompt) => placed(quantised(embed(prompt))));
  const asked = questions.map(({ text }) => ({ text, at: placed(quantised(embed(text))) }));
  const rows: Record<string, string>[] = [];
  for (const count of [PROMPTS, MANY]) {
    const entries = describedOf(clipsOf([...Array(count).keys()].map((number) => `${prompts[number % PROMPTS]}, ${number}`)));
    const places = new Map(entries.map(({ texts }, at) => [texts[0]!.name, vectors[at % PROMPTS]!]));
    const words = asked.map(({ text }) => timed(() => byWords(text, entries)));
    const turns: number[] = [];
    const near: number[] = [];
    for (const { at } of asked) {
      let begun = performance.now();
      const end = () => turns.push(performance.now() - begun);
      // A turn ends where it waits for the next one.
      const clock = { ...systemClock, setTimeout: (run: () => void, ms: number) => (end(), systemClock.setTimeout(() => { begun = performance.now(); run(); }, ms)) };
      const started = performance.now();
      await nearest(entries, at, (name) => places.get(name), clock, new AbortController().signal);
      end();
      near.push(performance.now() - started);
    }
    rows.push(row(`${count} by words`, words, words), row(`${count} by cosine`, near, turns));
  }
  return rows;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const row = (what: string, times: readonly number[], turns: readonly number[]) => ({ 'ms': what, 'p50': quantile(times, 0.5).toFixed(1), 'p95': quantile(times, 0.95).toFixed(1), 'longest turn': Math.max(...turns).toFixed(1) });
