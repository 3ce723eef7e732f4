import { type RecommendationBrief, recommendModel } from 'bytespike-react';
import { expect, it } from 'vitest';
import { quantile, table } from '../support/table.js';

// A choice is made while a person types: it has to cost nothing that anybody could feel. The times are
// this machine's, and printed; that a brief always gets the same answer is asserted.

const CALLS = 2000;
const WARM_UP = 500;

const long = 'A photorealistic studio shot of three perfume bottles made of glass, the tall one to the left of the short one, rim light, black marble, a label that reads "NOIR". ';
const briefs: Record<string, RecommendationBrief> = {
  'a short prompt': { kind: 'image', prompt: 'a cat on a windowsill' },
  'a prompt that speaks of everything': { kind: 'image', prompt: long },
  'a prompt of 4,000 characters': { kind: 'image', prompt: long.repeat(25).slice(0, 4000) },
  'a Chinese prompt': { kind: 'image', prompt: '一张国风插画海报,上面写着“中秋快乐”,左边三只兔子,右边一个月亮,水墨' },
  'a film': { kind: 'video', prompt: 'Cinematic drone shot of ocean waves on a rocky shore, a woman dances on the beach', purpose: 'hero', latencyBudgetSeconds: 120 },
  'a brief that nothing fits': { kind: 'video', prompt: 'a pier', resolution: '1080p', latencyBudgetSeconds: 10, maxCost: 0.1, n: 3 },
};

it('chooses a model, the same each time', () => {
  const rows = Object.entries(briefs).map(([name, brief]) => {
    const chosen = Array.from({ length: WARM_UP }, () => recommendModel(brief).model);
    const times = Array.from({ length: CALLS }, () => {
      const begun = performance.now();
      recommendModel(brief);
      return performance.now() - begun;
    });
    return { name, chosen: new Set(chosen).size, median: quantile(times, 0.5), p95: quantile(times, 0.95) };
  });
  console.log(table(rows.map(({ name, median, p95 }) => ({ 'recommendModel, ms': name, median: median.toFixed(3), p95: p95.toFixed(3) }))));
  expect(rows.map(({ chosen }) => chosen)).toEqual(rows.map(() => 1));
});
