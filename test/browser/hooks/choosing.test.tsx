import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { flavours } from '../../support/flavours.js';

describe.each(flavours)('choosing on $name', ({ hooks: { useCostEstimate, useModelRecommendation } }) => {
  it('recommends for what the brief says now, and keeps its answer while it says the same', () => {
    const { result, rerender } = renderHook(({ prompt }) => useModelRecommendation({ kind: 'image', prompt }), {
      initialProps: { prompt: 'A neon sign that says "OPEN LATE"' },
    });
    const first = result.current;
    expect(first.model).toBe('nano-banana-v2');
    rerender({ prompt: 'A neon sign that says "OPEN LATE"' });
    expect(result.current).toBe(first);
    rerender({ prompt: 'Three red cubes left of two blue spheres' });
    expect(result.current.model).toBe('gpt-image-2');
  });

  it('prices what would be sent now', () => {
    const { result, rerender } = renderHook(
      ({ durationSeconds }) => useCostEstimate({ model: 'veo-3.1-fast', prompt: 'tide', durationSeconds }),
      { initialProps: { durationSeconds: 4 } },
    );
    expect(result.current).toMatchObject({ max: 0.21, exact: true });
    rerender({ durationSeconds: 5 });
    expect(result.current).toMatchObject({ max: 0.25 });
  });
});
