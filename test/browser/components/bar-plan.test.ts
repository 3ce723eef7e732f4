import type { GenerationProgress } from 'bytespike-react';
import { fc } from '../../support/chance.js';
import { expect, test } from 'vitest';
import { type BarPlan, fractionAt, planBar } from '../../../src/components/task-progress/bar-plan.js';

const known = (seconds: number): GenerationProgress => ({
  submittedAt: 0,
  expectedSeconds: { min: seconds, max: seconds, basis: 'estimate' },
});

test('nine tenths at the expected end, never full without a result', () => {
  const plan = planBar(undefined, { submittedAt: 0, expectedSeconds: { min: 20, max: 40, basis: 'catalog' } }, 5000)!;
  expect(fractionAt(plan, 15_000)).toBeCloseTo(0.45);
  expect(fractionAt(plan, 30_000)).toBeCloseTo(0.9);
  expect(fractionAt(plan, 86_400_000)).toBeCloseTo(0.98);
});

test('whatever is learned of the wait, and whenever, the bar never moves backwards', () => {
  const news = fc.array(fc.record({ after: fc.nat(120_000), seconds: fc.integer({ min: 1, max: 600 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(news, (steps) => {
      let now = 0;
      let plan: BarPlan = planBar(undefined, known(30), 0)!;
      let reached = 0;
      for (const { after, seconds } of steps) {
        now += after;
        const moved = fractionAt(plan, now);
        expect(moved).toBeGreaterThanOrEqual(reached - 1e-9);
        plan = planBar(plan, known(seconds), now)!;
        reached = fractionAt(plan, now);
        expect(reached).toBeGreaterThanOrEqual(moved - 1e-9);
        expect(reached).toBeLessThan(1);
      }
    }),
  );
});

test('another submit starts from nothing', () => {
  const expectedSeconds = { min: 10, max: 10, basis: 'estimate' } as const;
  const first = planBar(undefined, { submittedAt: 0, expectedSeconds }, 0);
  const second = planBar(first, { submittedAt: 9000, expectedSeconds }, 9000)!;
  expect(fractionAt(second, 9000)).toBe(0);
});
