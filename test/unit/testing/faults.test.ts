import { type Fault, faultKinds } from 'bytespike-react/testing';
import { describe, expect, test } from 'vitest';
import { json, type Rig, rig, settled, submit, VIDEO, VIDEO_MS } from './setup.js';

const submits = (it: Rig) => it.gateway.requests.filter(({ path }) => path === '/v1/tasks/submit').length;

/** Whether the gateway did the work: a task is then known by its key. */
const knows = async (it: Rig) => (await it.post('/v1/tasks/query', { out_task_id: 'mine' })).status === 200;

const submitHit = (it: Rig) => it.post('/v1/tasks/submit', { ...VIDEO, out_task_id: 'mine' });

describe('a connection', () => {
  test('refused: no request arrives', async () => {
    const it = rig({ faults: [{ kind: 'refused' }] });
    await expect(submitHit(it)).rejects.toThrow(TypeError);
    expect(it.gateway.requests).toEqual([]);
    expect(await knows(it)).toBe(false);
  });

  test('reset-before-body: the request arrives, and nothing is done', async () => {
    const it = rig({ faults: [{ kind: 'reset-before-body' }] });
    await expect(submitHit(it)).rejects.toThrow(TypeError);
    expect(submits(it)).toBe(1);
    expect(await knows(it)).toBe(false);
  });

  test('reset-after-body: the work is done, and its answer is lost', async () => {
    const it = rig({ faults: [{ kind: 'reset-after-body' }] });
    await expect(submitHit(it)).rejects.toThrow(TypeError);
    expect(await knows(it)).toBe(true);
  });

  test('reset-after-body: an image is billed', async () => {
    const it = rig({ faults: [{ kind: 'reset-after-body' }] });
    const lost = it.post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle' }).catch((error: unknown) => error);
    await it.clock.advance(20_000);
    expect(await lost).toBeInstanceOf(TypeError);
    expect(it.gateway.ledger.charges).toHaveLength(1);
  });

  test('reset-within-answer: half of it comes', async () => {
    const it = rig({ faults: [{ kind: 'reset-within-answer' }] });
    const answer = await submitHit(it);
    // A reader who comes late still gets what came before the break.
    await settled();
    const heard = await hear(answer);
    expect(heard.text).toMatch(/^\{"task_id":/);
    expect(() => JSON.parse(heard.text)).toThrow(SyntaxError);
    expect(heard.error).toBeInstanceOf(TypeError);
    expect(await knows(it)).toBe(true);
  });
});

test('delay: the answer comes late, the work is done at once', async () => {
  const it = rig({ faults: [{ kind: 'delay', ms: 5000 }] });
  let answered = false;
  const answer = submitHit(it).then(() => {
    answered = true;
  });
  await it.clock.advance(4999);
  expect(answered).toBe(false);
  expect(it.gateway.ledger.held).toBeGreaterThan(0);
  await it.clock.advance(1);
  await answer;
});

describe('status', () => {
  test.each([
    [500, 'internal_error'],
    [502, 'api_error'],
    [503, 'api_error'],
    [504, 'timeout'],
  ])('%i comes as often as was said, and nothing is done', async (status, code) => {
    const it = rig({ faults: [{ kind: 'status', status, times: 2, retryAfter: 3 }] });
    for (const _ of [1, 2]) {
      const answer = await submitHit(it);
      expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('x-quota-remaining-credits')]).toEqual([status, '3', '25']);
      expect(await json(answer)).toMatchObject({ error: { code, type: 'api_error' } });
    }
    expect(await knows(it)).toBe(false);
    expect((await submitHit(it)).status).toBe(200);
  });

  test('after the work was done, when it says so', async () => {
    const it = rig({ faults: [{ kind: 'status', status: 504, processed: true }] });
    expect((await submitHit(it)).status).toBe(504);
    expect(await knows(it)).toBe(true);
  });
});

describe('429', () => {
  test('rate-limit tells the time in seconds, as a date, or by the reset alone', async () => {
    const it = rig({
      faults: [
        { kind: 'rate-limit', seconds: 30 },
        { kind: 'rate-limit', seconds: 30, as: 'date' },
        { kind: 'rate-limit', seconds: 30, as: 'reset' },
      ],
    });
    const until = it.clock.now() + 30_000;
    const told = [];
    for (const _ of [1, 2, 3]) {
      const { status, headers } = await submitHit(it);
      told.push([status, headers.get('retry-after'), Number(headers.get('x-ratelimit-reset')) * 1000 === until]);
    }
    expect(told).toEqual([
      [429, '30', false],
      [429, new Date(until).toUTCString(), false],
      [429, null, true],
    ]);
  });

  test('concurrency-limit tells no time', async () => {
    const answer = await submitHit(rig({ faults: [{ kind: 'concurrency-limit' }] }));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, null]);
    expect(await json(answer)).toMatchObject({ error: { code: 'concurrency_limit' } });
  });
});

describe('html', () => {
  test.each([
    [{ kind: 'html' }, 200, false],
    [{ kind: 'html', processed: true }, 200, true],
    [{ kind: 'html', status: 502 }, 502, false],
  ] as const)('%j', async (fault, status, processed) => {
    const it = rig({ faults: [fault] });
    const answer = await submitHit(it);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.headers.has('x-request-id')).toBe(false);
    expect(await answer.text()).toMatch(/^<!doctype html>/);
    expect(await knows(it)).toBe(processed);
  });
});

describe('JSON', () => {
  test('truncated stops half-way', async () => {
    const it = rig({ faults: [{ kind: 'truncated' }] });
    const text = await (await submitHit(it)).text();
    expect(text).toMatch(/^\{"task_id":/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(await knows(it)).toBe(true);
  });

  test('wrong-types turns all fields, or those that are named, wherever they are', async () => {
    const it = rig({ faults: [{ kind: 'wrong-types' }, { kind: 'wrong-types', fields: ['available_usd'], on: '/api/v1/me/account' }] });
    expect(await json(await submitHit(it))).toMatchObject({ task_id: 7, status: 7, estimated_credits: { value: 0.21 } });
    const account = await json(await it.get('/api/v1/me/account'));
    expect(account.balance).toMatchObject({ available_usd: { value: 24.79 }, lifetime_topup_usd: 25 });
  });
});

describe('a state', () => {
  test('unknown-status: one that is none of the contract, until the end', async () => {
    const it = rig({ faults: [{ kind: 'unknown-status', times: 'always' }] });
    const { task_id } = await submit(it);
    expect((await json(await it.post('/v1/tasks/query', { task_id }))).status).toBe('postprocessing');
    await it.clock.advance(VIDEO_MS);
    expect((await json(await it.post('/v1/tasks/query', { task_id }))).status).toBe('completed');
  });

  test('stale: a read says the one before, without what came with the next', async () => {
    const it = rig({ faults: [{ kind: 'stale' }] });
    const { task_id } = await submit(it);
    await it.clock.advance(VIDEO_MS);
    expect(await json(await it.post('/v1/tasks/query', { task_id }))).toEqual({ task_id, status: 'running' });
    expect((await json(await it.post('/v1/tasks/query', { task_id }))).status).toBe('completed');
  });
});

describe('clock-skew', () => {
  test('moves every moment in the headers, also of other faults', async () => {
    const ms = -3_600_000;
    const it = rig({
      faults: [
        { kind: 'rate-limit', seconds: 30, as: 'date' },
        { kind: 'html' },
        { kind: 'clock-skew', ms, times: 'always' },
      ],
    });
    const limited = await submitHit(it);
    expect(Date.parse(limited.headers.get('date') ?? '')).toBe(it.clock.now() + ms);
    expect(Date.parse(limited.headers.get('retry-after') ?? '')).toBe(it.clock.now() + ms + 30_000);
    expect(Date.parse((await submitHit(it)).headers.get('date') ?? '')).toBe(it.clock.now() + ms);
    const { headers } = await submitHit(it);
    const refills = new Date(it.clock.now() + 5 * 3_600_000 + ms);
    expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBe(refills.getTime());
  });
});

describe('the queue', () => {
  test('lets one fault hit a request, in order, under those that hit always', async () => {
    const it = rig({
      faults: [
        { kind: 'status', status: 500 },
        { kind: 'clock-skew', ms: 1000, times: 'always' },
        { kind: 'status', status: 503 },
      ],
    });
    const seen = [];
    for (const _ of [1, 2, 3]) {
      const { status, headers } = await it.get('/v1/models');
      seen.push([status, Date.parse(headers.get('date') ?? '') - it.clock.now()]);
    }
    expect(seen).toEqual([
      [500, 1000],
      [503, 1000],
      [200, 1000],
    ]);
  });

  test.each([
    ['/v1/models', true],
    ['GET /v1/models', true],
    ['POST /v1/models', false],
    ['/v1/*', true],
    ['/v1/model', false],
    ['*els', true],
    [(request: Request) => request.url.includes('image'), true],
    [(request: Request) => request.method === 'POST', false],
  ])('aims at %s', async (on, hit) => {
    const it = rig({ faults: [{ kind: 'status', status: 500, on }] });
    expect((await it.get('/v1/models?capability=image_gen')).status).toBe(hit ? 500 : 200);
  });

  test('leaves assets alone unless it aims at them', async () => {
    const it = rig({ dialect: 'a' });
    const { task_id } = await submit(it);
    await it.clock.advance(VIDEO_MS);
    const { output } = await json(await it.post('/v1/tasks/query', { task_id }));
    it.gateway.inject([{ kind: 'status', status: 500 }, { kind: 'status', status: 502, on: '/assets/*' }]);
    expect((await it.gateway.fetch(new Request(output[0].url))).status).toBe(502);
    expect((await it.gateway.fetch(new Request(output[0].url))).status).toBe(200);
  });

  test('takes faults back', async () => {
    const it = rig();
    const withdraw = it.gateway.inject({ kind: 'status', status: 500, times: 'always' });
    expect((await it.get('/v1/models')).status).toBe(500);
    withdraw();
    expect((await it.get('/v1/models')).status).toBe(200);
  });

  test('refuses a kind that does not exist', () => {
    const { gateway } = rig();
    expect(() => gateway.inject(JSON.parse('{"kind":"gremlin"}') as Fault)).toThrow(/no fault "gremlin".+Use one of: refused/);
  });

  test('takes every kind as plain data', async () => {
    for (const kind of faultKinds) {
      const drawn = JSON.parse(JSON.stringify({ kind, ms: 1, status: 500, seconds: 1, bytes: 5 })) as Fault;
      const { gateway, get } = rig({ faults: [{ ...drawn, on: '/v1/models' }] });
      void get('/v1/models').then((response) => response.text()).catch(() => {});
      await settled();
      expect(gateway.requests).toHaveLength(kind === 'refused' ? 0 : 1);
    }
  });
});

async function hear(response: Response): Promise<{ text: string; error: unknown }> {
  let text = '';
  try {
    for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk);
    return { text, error: undefined };
  } catch (error) {
    return { text, error };
  }
}
