import { expect, it } from 'vitest';
import { createCorpus } from '../../support/search-corpus.js';
import { mean, recallsBy } from '../../support/search-recall.js';

it('finds more by meaning than by words, and more in the order of the second model', async () => {
  const corpus = createCorpus(1, 200, 24);
  const of = async (way: Parameters<typeof recallsBy>[0]) => mean((await recallsBy(way, corpus)).recalls.map(({ recall }) => recall));
  const [text, cosine, reranked] = [await of('text'), await of('cosine'), await of('cosine and rerank')];
  expect(text).toBeLessThan(cosine);
  expect(cosine).toBeLessThan(reranked);
});
