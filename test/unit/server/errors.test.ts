import type { ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { errorOf, pageRequest, submitBody, T, useBench } from './fixture.js';
import { sendJson, type Upstream } from './upstream.js';

const PAGE = '<html><body>Bad gateway at 10.0.0.7:8080</body></html>';

describe('what the browser is told when it goes wrong', () => {
  const bench = useBench();
  const submit = (options: Partial<ProxyOptions> = {}) => bench.proxy(options)(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
  const query = () => bench.proxy()(pageRequest('GET', `/v1/tasks/query?task_id=${T}`));
  const outcome = (response: Response) => response.headers.get('x-bytespike-outcome');
  const html = (status: number): Upstream['answer'] => (res) => {
    res.writeHead(status, { 'content-type': 'text/html', location: 'https://evil.example/', 'x-request-id': 'cdn-1' });
    res.end(PAGE);
  };

  it.each([
    [400, { code: 'invalid_param', type: 'invalid_request_error', message: 'Bad size.', param: 'size' }],
    [402, { code: 'insufficient_balance', type: 'billing', message: 'Empty.' }],
    [403, { code: 'permission_denied', type: 'permission_error', message: 'Not from there.' }],
    [404, { code: 'task_not_found', type: 'not_found_error', message: 'No such task.' }],
    [409, { code: 'duplicate_out_task_id', type: 'x', message: 'Twice.' }],
    [451, { type: 'safety_error', message: 'Blocked.' }],
    [504, { code: 'timeout', type: 'api_error', message: 'Too slow.' }],
  ])("keeps the gateway's %i and its envelope, cut down to four fields", async (status, error) => {
    const body = { error: { ...error, stack: 'at main.go:12', upstream: 'vendor' }, trace: 'x' };
    bench.upstream.answer = (res) => sendJson(res, status, body, { 'x-request-id': 'gw-1' });
    const response = await submit({ expose: { balance: true } });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error });
    expect(response.headers.get('x-request-id')).toBe('gw-1');
    expect(outcome(response)).toBeNull();
    expect(bench.events[0]).toMatchObject({ status, upstreamStatus: status, upstreamRequestId: 'gw-1', userId: 'user-1' });
  });

  it.each([
    [402, 'insufficient_balance'],
    [402, 'quota_exceeded'],
    [429, 'rate_limit_exceeded'],
  ])("repeats nothing of what the gateway says about the key's money, with %i %s, unless the wallet is exposed", async (status, code) => {
    bench.upstream.answer = (res) => sendJson(res, status, { error: { code, type: 'x', message: '$3.20 of $500 left in the wallet of Acme.' } });
    for (const balance of [false, 'budget', true] as const) {
      const { message, ...rest } = await errorOf(await submit({ expose: { balance } }));
      expect([rest, message.includes('3.20')]).toEqual([{ code, type: 'x' }, balance === true]);
    }
  });

  it('says for which model the key of another routing group was chosen, and nothing of the groups', async () => {
    bench.upstream.answer = (res) => sendJson(res, 403, { error: { code: 'model_not_in_group', message: 'Key of group internal-7.' } });
    const response = await submit();
    const error = await errorOf(response);
    expect([response.status, error.code]).toEqual([403, 'model_not_in_group']);
    expect(error.message).toMatch(/veo-3\.1-fast.*`keyFor`/);
    expect(error.message).not.toContain('internal-7');
    expect(bench.events[0]?.reason).toContain('veo-3.1-fast (tasks.submit)');
  });

  it.each([
    [401, { code: 'invalid_api_key', type: 'authentication_error', message: 'Key sk-… revoked.' }],
    [401, undefined],
    [403, { code: 'invalid_api_key', type: 'x', message: 'Revoked.' }],
  ])("calls a refused key the server's fault, not the user's: %i", async (status, error) => {
    bench.upstream.answer = (res) => (error ? sendJson(res, status, { error }) : html(status)(res, {} as never));
    const response = await submit();
    const told = await errorOf(response);
    expect([response.status, told.code]).toEqual([500, 'invalid_api_key']);
    expect(told.message).toMatch(/^The server's key/);
    expect(outcome(response)).toBeNull();
  });

  it.each([
    [500, 500, 'internal_error', 'unknown'],
    [502, 502, 'api_error', 'unknown'],
    [504, 504, 'timeout', 'unknown'],
    [524, 524, 'api_error', 'unknown'],
    [403, 403, 'permission_denied', null],
    [429, 429, 'rate_limit_exceeded', null],
    [302, 502, 'api_error', 'unknown'],
    [200, 502, 'api_error', 'unknown'],
  ])('puts its own envelope in the place of a page of HTML with %i', async (status, told, code, unknown) => {
    bench.upstream.answer = html(status);
    const response = await submit();
    const text = await response.text();
    expect(response.status).toBe(told);
    expect(JSON.parse(text)).toMatchObject({ error: { code, message: expect.any(String), type: expect.any(String) } });
    expect(text).not.toMatch(/html|10\.0\.0\.7/);
    expect(outcome(response)).toBe(unknown);
    expect(response.headers.get('x-request-id')).toMatch(/^(bsp_|$)/);
    expect(response.headers.has('location')).toBe(false);
    const free = await query();
    expect([free.status, outcome(free)]).toEqual([told, null]);
  });

  it.each([
    ['{"error":"text"}'], ['{"error":{"code":7}}'], ['[]'], ['{'], ['null'], [''], [`{"error":{"message":"m","code":"c","pad":"${'x'.repeat(70_000)}"}}`],
  ])('puts its own envelope in the place of garbage', async (body) => {
    bench.upstream.answer = (res) => {
      res.writeHead(500, { 'content-type': 'application/json' });
      res.end(body);
    };
    const response = await submit();
    expect([response.status, (await errorOf(response)).code, outcome(response)]).toEqual([500, 'internal_error', 'unknown']);
  });

  it.each([301, 302, 303, 307, 308])('never follows a %i with the key', async (status) => {
    const request = () => bench.proxy()(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    bench.upstream.answer = (res) => {
      res.writeHead(status, { location: `${bench.upstream.url}/elsewhere` });
      res.end();
    };
    const response = await request();
    expect([response.status, outcome(response)]).toEqual([502, 'unknown']);
    expect(bench.upstream.requests.map(({ url }) => url)).toEqual(['/v1/tasks/submit']);
  });

  it('treats a redirect that a fetch hands back as no answer', async () => {
    const proxy = bench.proxy({ fetch: async () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } }) });
    const response = await proxy(pageRequest('POST', '/v1/images/generations', { body: submitBody }));
    expect([response.status, response.headers.get('location'), outcome(response)]).toEqual([502, null, 'unknown']);
  });

  it('asks for redirects to fail', async () => {
    let mode: string | undefined;
    const fetch = async (request: Request) => {
      mode = request.redirect;
      return Response.json({});
    };
    await bench.proxy({ fetch })(pageRequest('GET', `/v1/tasks/query?task_id=${T}`));
    expect(mode).toBe('error');
  });

  it('says that the outcome is unknown when the answer is lost, before or half-way', async () => {
    for (const breakOff of [
      (res: Parameters<Upstream['answer']>[0]) => res.destroy(),
      (res: Parameters<Upstream['answer']>[0]) => {
        res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        res.write('{"task_id":', () => res.destroy());
      },
    ]) {
      bench.upstream.answer = breakOff;
      const response = await submit();
      expect([response.status, outcome(response)]).toEqual([502, 'unknown']);
      expect((await errorOf(response)).code).toBe('api_error');
      expect(bench.events.at(-1)).toMatchObject({ outcome: 'unknown', endpoint: 'tasks.submit', model: 'veo-3.1-fast' });
      const read = await query();
      expect([read.status, outcome(read)]).toEqual([502, null]);
    }
  });

  it('says that nothing was billed when the gateway could not be reached at all', async () => {
    await bench.upstream.close();
    const response = await submit();
    expect([response.status, outcome(response)]).toEqual([502, null]);
    expect((await errorOf(response)).message).toContain('nothing was done or billed');
    expect(bench.events[0]?.reason).toContain('ECONNREFUSED');
  });

  it('does not take half a picture for a whole one', async () => {
    bench.upstream.answer = (res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"data":[{"b64_json":"AAAA', () => res.destroy());
    };
    const response = await bench.proxy()(pageRequest('POST', '/v1/images/generations', { body: submitBody }));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('broke off');
  });

  it.each([
    ['throws', () => { throw new Error('vault'); }], ['rejects', () => Promise.reject(new Error('vault'))],
    ['has a line break', () => 'sk-a\nb'],
  ])('sends nothing when the key %s', async (_, apiKey) => {
    const response = await bench.proxy({ apiKey: apiKey as () => string })(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    expect([response.status, (await errorOf(response)).code]).toEqual([500, 'internal_error']);
    expect(bench.upstream.requests).toEqual([]);
    expect(JSON.stringify(bench.logged)).not.toMatch(/vault|sk-a/);
    expect(bench.events[0]?.reason).toMatch(/^The source of the key (threw Error|returned no usable key)/);
  });

  it('costs nobody an answer when a listener fails', async () => {
    const broken = () => {
      throw new Error('log is full');
    };
    const rejecting = () => Promise.reject(new Error('audit is down'));
    const proxy = bench.proxy({ logger: { info: broken, warn: broken, error: broken }, onEvent: rejecting });
    expect((await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${T}`))).status).toBe(200);
    expect((await proxy(pageRequest('GET', '/nothing'))).status).toBe(404);
  });
});
