import type { AssetSearchOptions } from 'bytespike-react';
import { type Corpus, type Question } from './search-corpus.js';
import { clipsOf, searchRig } from './search-rig.js';

const LIMIT = 5;

export const WAYS = {
  text: undefined,
  cosine: { automatic: true, models: { rerank: null } },
  'cosine and rerank': { automatic: true },
} as const satisfies Record<string, AssetSearchOptions | undefined>;

/** Share of its answers that a question finds among its first five, for each question. */
export async function recallsBy(way: keyof typeof WAYS, { prompts, questions }: Corpus): Promise<{ recalls: readonly { kind: Question['kind']; recall: number }[]; calls: number }> {
  const { see, run, find, gateway } = await searchRig([]);
  const tasks = clipsOf(prompts);
  const at = new Map(tasks.map(({ outTaskId }, place) => [outTaskId, place]));
  await see({ tasks, limit: LIMIT, ...WAYS[way] });
  // What is to be embedded is, with the first question.
  while (way !== 'text' && run.get().indexed < run.get().total) await find(questions[0]!.text);
  const recalls: { kind: Question['kind']; recall: number }[] = [];
  for (const { kind, text, answers } of questions) {
    await find(text);
    const { results, basis, reranked } = run.get();
    if ((basis === 'meaning') !== (way !== 'text') || reranked !== (way === 'cosine and rerank')) throw new Error(`"${text}" was searched by ${basis}, ${reranked ? '' : 'not '}reranked.`);
    const hits = results.filter(({ outTaskId }) => answers.has(at.get(outTaskId)!)).length;
    recalls.push({ kind, recall: hits / Math.min(LIMIT, answers.size) });
  }
  return { recalls, calls: gateway.requests.length };
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
