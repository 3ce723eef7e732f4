import { describe, expect, it } from 'vitest';
import { pageRequest, useBench } from './fixture.js';

describe('what the proxy offers beyond passing on', () => {
  const bench = useBench();

  it('is said on every answer', async () => {
    const seen = [];
    for (const request of [pageRequest('POST', '/v1/images/generations', { body: JSON.stringify({ model: 'gpt-image-2', prompt: 'a lighthouse' }) }), pageRequest('GET', '/nothing'), pageRequest('GET', '/v1/tasks/query?out_task_id=x')]) {
      seen.push((await bench.proxy()(request)).headers.get('x-bytespike-offers'));
    }
    expect(seen).toEqual(Array(3).fill('image-idempotency, task-events'));
  });

  it('is answered by itself to whoever asks for nothing else, if they may ask at all', async () => {
    const path = '/v1/tasks/query?only=offers&out_task_id=bs_1';
    const answer = await bench.proxy()(pageRequest('GET', path));
    expect([answer.status, await answer.json(), answer.headers.get('x-bytespike-offers')]).toEqual([200, {}, 'image-idempotency, task-events']);
    expect((await bench.proxy({ authorize: () => new Response(null, { status: 401 }) })(pageRequest('GET', path))).status).toBe(401);
    expect(bench.upstream.requests).toEqual([]);
    // No other word means that.
    await bench.proxy()(pageRequest('GET', '/v1/tasks/query?xonly=offers&only=x&out_task_id=bs_1'));
    expect(bench.upstream.requests).toHaveLength(1);
  });
});
