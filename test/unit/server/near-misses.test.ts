import { describe, expect, it } from 'vitest';
import { dearestReading, fieldsInJson } from '../../support/lenient-gateway.js';
import { runNearMisses } from '../../support/near-miss-run.js';

const RUNS = 3000;

describe('a gateway that makes something of anything', () => {
  it.each<[object | string, number]>([
    [{ model: 'gpt-image-2', quality: 'medium', n: 0.001 }, 0.03],
    [{ model: 'gpt-image-2', quality: 'medium', n: 1, size: '4096*4096' }, 0.48],
    [{ model: 'gpt-image-2', quality: 'medium', params: { Num_Images: ' 10' } }, 0.3],
    ['{"model":"gpt-image-2","quality":"medium","n":4,"n":1}', 0.12],
    [{ model: 'seedance-fast', messages: [{ seconds: '20s' }] }, 0.65],
    [{ model: 'seedance-fast', models: ['SORA-2-PRO'], duration_seconds: 1 }, 0.5],
  ])('reads %j as dear as it can: $%s', (body, usd) => {
    expect(dearestReading(fieldsInJson(typeof body === 'string' ? body : JSON.stringify(body)))).toBeCloseTo(usd, 6);
  });

  it(`gets nothing of ${RUNS} near-misses that it could bill for more than was set aside`, async () => {
    const { passed, dearer, unclear } = await runNearMisses(RUNS, 1);
    expect(dearer).toEqual([]);
    expect(unclear).toEqual([]);
    // Else the door was never tried.
    expect(passed).toBeGreaterThan(RUNS / 20);
  });
});
