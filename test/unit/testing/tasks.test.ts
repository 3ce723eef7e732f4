import { describe, expect, test } from 'vitest';
import { json, rig, submit, VIDEO, VIDEO_MS, VIDEO_PRICE } from './setup.js';

describe('a task', () => {
  test('is queued, runs, completes, and is billed at its end', async () => {
    const it = rig();
    const { task_id, ...submitted } = await submit(it, { out_task_id: 'mine' });
    expect(submitted).toMatchObject({ out_task_id: 'mine', status: 'queued', estimated_credits: VIDEO_PRICE, estimated_seconds: 30 });
    expect(it.gateway.ledger).toMatchObject({ charges: [], balance: 25, held: VIDEO_PRICE });

    const seen: string[] = [];
    for (let second = 0; second < 41; second += 1) {
      seen.push((await json(await it.post('/v1/tasks/query', { task_id }))).status);
      await it.clock.advance(1000);
    }
    expect([...new Set(seen)]).toEqual(['queued', 'running', 'completed']);
    const total = seen.filter((status) => status !== 'completed').length;
    expect(total).toBeGreaterThanOrEqual(20);
    expect(seen.filter((status) => status === 'queued').length / total).toBeLessThan(0.2);
    expect(it.gateway.ledger).toMatchObject({ balance: 24.79, held: 0 });
    expect(it.gateway.ledger.charges).toMatchObject([{ model: 'veo-3.1-fast', amount: VIDEO_PRICE, outTaskId: 'mine' }]);
  });

  test('goes faster by `speed`', async () => {
    const it = rig({ speed: 10 });
    const { task_id, estimated_seconds } = await submit(it);
    expect(estimated_seconds).toBe(3);
    await it.clock.advance(VIDEO_MS / 10);
    expect(await json(await it.post('/v1/tasks/query', { task_id }))).toMatchObject({ status: 'completed' });
  });

  test('of images holds as many as were asked for', async () => {
    const it = rig({ dialect: 'a' });
    const { task_id } = await json(await it.post('/v1/tasks/submit', { model: 'gpt-image-2', prompt: 'A kettle', n: 3 }));
    await it.clock.advance(60_000);
    const { output, credits_used } = await json(await it.post('/v1/tasks/query', { task_id }));
    expect(output).toHaveLength(3);
    expect(output[0]).toMatchObject({ type: 'image', width: 1024, height: 1024 });
    expect(credits_used).toBe(0.09);
  });

  test('is read by either id, by POST and by GET', async () => {
    const it = rig();
    const { task_id } = await submit(it, { out_task_id: 'mine' });
    const answers = [
      it.post('/v1/tasks/query', { task_id }),
      it.post('/v1/tasks/query', { out_task_id: 'mine' }),
      it.get(`/v1/tasks/query?task_id=${task_id}`),
      it.get('/v1/tasks/query?out_task_id=mine'),
    ];
    for (const answer of answers) expect(await json(await answer)).toMatchObject({ task_id, status: 'queued' });
    expect((await it.post('/v1/tasks/query', { task_id: 'task_0' })).status).toBe(404);
    expect((await it.post('/v1/tasks/query', {})).status).toBe(400);
  });
});

describe('a dialect', () => {
  const finished = async (dialect: 'a' | 'b' | 'c') => {
    const it = rig({ dialect });
    const { task_id } = await submit(it, { out_task_id: 'mine' });
    const first = await json(await it.post('/v1/tasks/query', { task_id }));
    await it.clock.advance(VIDEO_MS);
    const byModelPage = await json(await it.get(`/v1/videos/tasks/${task_id}`));
    return { first, last: await json(await it.post('/v1/tasks/query', { task_id })), byModelPage };
  };
  const link = expect.stringMatching(/^https:\/\/gateway\.test\/assets\/.+\.mp4\?/);

  test('a: the tasks reference', async () => {
    const { first, last } = await finished('a');
    expect(first).toMatchObject({ out_task_id: 'mine', status: 'pending', estimated_credits: VIDEO_PRICE });
    expect(last).toMatchObject({
      status: 'completed',
      credits_used: VIDEO_PRICE,
      output: [{ type: 'video', url: link, duration_seconds: 4, width: 1280, height: 720 }],
    });
  });

  test('b: the pages of the models', async () => {
    const { first, last } = await finished('b');
    expect(first).toEqual({ task_id: expect.any(String), status: 'queued' });
    expect(last).toMatchObject({
      status: 'completed',
      credits: VIDEO_PRICE,
      result: { video_url: link, duration_seconds: 4, resolution: '720p', aspect_ratio: '16:9' },
      completed_at: expect.stringMatching(/^2026-11-02T12:00:/),
    });
  });

  test('c: nothing but a status and a link, always on GET /v1/videos/tasks/{id}', async () => {
    const { first, last, byModelPage } = await finished('c');
    expect(first).toEqual({ status: 'queued' });
    expect(last).toEqual({ status: 'completed', result_url: link });
    expect(byModelPage).toEqual(last);
    expect((await finished('a')).byModelPage).toEqual({ status: 'completed', result_url: link });
  });

  test('of a submit may be flat or under params', async () => {
    const it = rig();
    const { model, ...params } = VIDEO;
    const nested = await json(await it.post('/v1/tasks/submit', { model, params, out_task_id: 'mine' }));
    expect(await submit(it, { out_task_id: 'mine' })).toMatchObject({ task_id: nested.task_id });
  });
});

describe('out_task_id', () => {
  test('finds the same task again, whatever order the fields are in, and bills it once', async () => {
    const it = rig();
    const { task_id } = await submit(it, { out_task_id: 'mine' });
    const shuffled = Object.fromEntries(Object.entries({ ...VIDEO, out_task_id: 'mine' }).reverse());
    const again = await it.post('/v1/tasks/submit', shuffled);
    expect(again.status).toBe(200);
    expect(await json(again)).toMatchObject({ task_id });
    await it.clock.advance(VIDEO_MS);
    expect(it.gateway.ledger.charges).toHaveLength(1);
  });

  test('is refused for other parameters', async () => {
    const it = rig();
    await submit(it, { out_task_id: 'mine' });
    const other = await it.post('/v1/tasks/submit', { ...VIDEO, duration_seconds: 3, out_task_id: 'mine' });
    expect(other.status).toBe(409);
    expect(await json(other)).toMatchObject({ error: { code: 'duplicate_out_task_id' } });
  });

  test('is not known when `idempotency` is off', async () => {
    const it = rig({ idempotency: false, dialect: 'a' });
    const first = await submit(it, { out_task_id: 'mine' });
    const second = await submit(it, { out_task_id: 'mine' });
    expect(first).not.toHaveProperty('out_task_id');
    expect(second.task_id).not.toBe(first.task_id);
    expect(await json(await it.post('/v1/tasks/query', { task_id: first.task_id }))).not.toHaveProperty('out_task_id');
    for (const path of ['/v1/tasks/query', '/v1/tasks/cancel']) {
      const answer = await it.post(path, { out_task_id: 'mine' });
      expect(answer.status).toBe(400);
      expect(await json(answer)).toMatchObject({ error: { code: 'invalid_param', message: 'task_id is required.' } });
    }
  });
});

describe('cancel', () => {
  test('while queued is free', async () => {
    const it = rig();
    const { task_id } = await submit(it);
    const answer = await json(await it.post(`/v1/tasks/cancel/${task_id}`, ''));
    expect(answer).toMatchObject({ status: 'cancelled' });
    expect(answer).not.toHaveProperty('credits');
    expect(it.clock.waiting).toBe(0);
    await it.clock.advance(VIDEO_MS);
    expect(it.gateway.ledger).toMatchObject({ charges: [], balance: 25, held: 0 });
  });

  test('while running bills what was rendered', async () => {
    const it = rig();
    await submit(it, { out_task_id: 'mine' });
    await it.clock.advance(15_000);
    const { status, credits } = await json(await it.post('/v1/tasks/cancel', { out_task_id: 'mine' }));
    expect(status).toBe('cancelled');
    expect(credits).toBeGreaterThan(0);
    expect(credits).toBeLessThan(VIDEO_PRICE);
    expect(it.gateway.ledger.charges).toMatchObject([{ amount: credits }]);
    expect(it.gateway.ledger.balance).toBeCloseTo(25 - credits, 9);
  });

  test('after the end changes nothing', async () => {
    const it = rig();
    const { task_id } = await submit(it);
    await it.clock.advance(VIDEO_MS);
    const before = await json(await it.post('/v1/tasks/query', { task_id }));
    const answer = await it.post('/v1/tasks/cancel', { task_id });
    expect(answer.status).toBe(200);
    expect(await json(answer)).toEqual(before);
    expect(it.gateway.ledger.charges).toHaveLength(1);
  });
});

describe('the wallet', () => {
  test('refuses what is already set aside for others', async () => {
    const it = rig({ balance: 0.5 });
    expect((await it.post('/v1/tasks/submit', VIDEO)).status).toBe(200);
    const second = await json(await it.post('/v1/tasks/submit', VIDEO));
    const third = await it.post('/v1/tasks/submit', VIDEO);
    expect(third.status).toBe(402);
    expect(await json(third)).toMatchObject({ error: { code: 'insufficient_balance' } });
    await it.post('/v1/tasks/cancel', { task_id: second.task_id });
    expect((await it.post('/v1/tasks/submit', VIDEO)).status).toBe(200);
  });

  test('answers 429 with the time of the reset when the spend limit is reached', async () => {
    const it = rig({ spendLimit: 0.3 });
    await submit(it);
    const answer = await it.post('/v1/tasks/submit', VIDEO);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBe(5 * 60 * 60);
    expect(Number(answer.headers.get('x-ratelimit-reset')) * 1000).toBe(it.clock.now() + 5 * 60 * 60 * 1000);
    await it.clock.advance(5 * 60 * 60 * 1000);
    expect((await it.post('/v1/tasks/submit', VIDEO)).status).toBe(200);
  });
});
