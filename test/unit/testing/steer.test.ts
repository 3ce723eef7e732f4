import { steering, type SteeringWord } from 'bytespike-react/testing';
import { describe, expect, test } from 'vitest';
import { json, type Rig, rig, submit, VIDEO, VIDEO_MS } from './setup.js';

const REFUSALS = {
  '[block]': [451, undefined],
  '[broke]': [402, 'insufficient_balance'],
  '[capped]': [402, 'quota_exceeded'],
  '[rate-limit]': [429, 'rate_limit_exceeded'],
  '[busy]': [429, 'concurrency_limit'],
  '[forbidden]': [403, 'model_not_in_group'],
  '[down]': [503, 'api_error'],
} as const;

async function image(it: Rig, word: SteeringWord): Promise<Response | 'none'> {
  const answer = it.post('/v1/images/generations', { model: 'nano-banana', prompt: `A kettle ${word}` });
  await it.clock.advance(60_000);
  return Promise.race([answer, Promise.resolve('none' as const)]);
}

async function task(it: Rig, word: string) {
  const { task_id } = await submit(it, { prompt: `Tide ${word}` });
  await it.clock.advance(VIDEO_MS);
  return json(await it.post('/v1/tasks/query', { task_id }));
}

describe.each(Object.entries(REFUSALS))('%s', (word, [status, code]) => {
  test('refuses an image and a submit at once', async () => {
    const it = rig();
    const body = { ...VIDEO, prompt: `Tide ${word.toUpperCase()}` };
    const answers = [await it.post('/v1/tasks/submit', body), await it.post('/v1/images/generations', { model: 'nano-banana', prompt: body.prompt })];
    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect((await json(answer)).error.code).toBe(code);
    }
    expect(answers[0]?.headers.get('retry-after')).toBe(word === '[rate-limit]' ? '30' : null);
    expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });
});

test('[fail] fails half-way, for free', async () => {
  const it = rig();
  expect(await task(it, '[fail]')).toMatchObject({ status: 'failed', error_code: 'upstream_error', error_message: expect.any(String) });
  expect(await image(it, '[fail]')).toMatchObject({ status: 500 });
  expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0, balance: 25 });
});

test('[block-late] blocks half-way, for free', async () => {
  const it = rig();
  expect(await task(it, '[block-late]')).toMatchObject({ status: 'failed', error_code: 'content_policy_violation' });
  expect(await image(it, '[block-late]')).toMatchObject({ status: 451 });
  expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0, balance: 25 });
});

test('[queue] and [stall] stay where they are until cancelled', async () => {
  const it = rig();
  const queued = await task(it, '[queue]');
  const running = await task(it, '[stall]');
  await it.clock.advance(60 * 60 * 1000);
  for (const [{ task_id }, status, bills] of [[queued, 'queued', false], [running, 'running', true]] as const) {
    expect(await json(await it.post('/v1/tasks/query', { task_id }))).toMatchObject({ status });
    const cancelled = await json(await it.post('/v1/tasks/cancel', { task_id }));
    expect([cancelled.status, 'credits' in cancelled]).toEqual(['cancelled', bills]);
  }
  expect(await image(it, '[stall]')).toBe('none');
});

test('[slow] takes four times as long', async () => {
  const it = rig();
  const { estimated_seconds } = await submit(it, { prompt: 'Tide [slow]' });
  expect(estimated_seconds).toBe(120);
  expect(await task(it, '[slow]')).toMatchObject({ status: 'running' });
});

test('every word says what it does', () => {
  for (const { effect } of Object.values(steering)) expect(effect).toMatch(/^[A-Z].+\.$/);
});
