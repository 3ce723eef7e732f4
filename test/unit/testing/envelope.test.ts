import { describe, expect, test } from 'vitest';
import { json, rig, submit, VIDEO } from './setup.js';

const IMAGE = { model: 'gpt-image-2', prompt: 'A kettle' };

describe('every answer', () => {
  test('carries the quota and an id, whether it succeeds or fails', async () => {
    const it = rig({ balance: 10, spendLimit: 40 });
    await submit(it);
    const answers = await Promise.all([
      it.get('/v1/models'),
      it.get('/nowhere'),
      it.post('/v1/images/generations', { ...IMAGE, size: '1x1' }),
      it.post('/v1/tasks/submit', 'not json'),
      it.get('/v1/models', { headers: { authorization: 'Bearer wrong' } }),
      it.post('/v1/tasks/submit', { ...VIDEO, prompt: '[busy]' }),
      it.get('/v1/tasks/stream/task_0'),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('x-ratelimit-limit')).toBe('40');
      expect(headers.get('x-ratelimit-remaining')).toBe('39.79');
      expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(it.clock.now() / 1000);
      expect(headers.get('x-quota-remaining-credits')).toBe('9.79');
      expect(headers.get('date')).toBe(new Date(it.clock.now()).toUTCString());
    }
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(answers.length);
  });

  test('is written down, refused or not', async () => {
    const it = rig();
    await it.get('/v1/models?capability=image_gen', { headers: { authorization: '' } });
    await submit(it);
    expect(it.gateway.requests).toEqual([
      { method: 'GET', path: '/v1/models', at: it.clock.now() },
      { method: 'POST', path: '/v1/tasks/submit', at: it.clock.now() },
    ]);
  });
});

describe('the key', () => {
  test('is taken from either header', async () => {
    const it = rig({ apiKey: 'sk-mine' });
    const status = async (headers: Record<string, string>) =>
      (await it.gateway.fetch(new Request('https://gateway.test/v1/models', { headers }))).status;
    expect(await status({ authorization: 'Bearer sk-mine' })).toBe(200);
    expect(await status({ 'x-api-key': 'sk-mine' })).toBe(200);
    expect(await status({ 'x-api-key': 'sk-other' })).toBe(401);
    expect(await status({})).toBe(401);
  });

  test('is needed, and the refusal says so', async () => {
    const it = rig();
    const answer = await it.get('/v1/models', { headers: { authorization: '' } });
    expect(await json(answer)).toEqual({
      error: { code: 'invalid_api_key', type: 'authentication_error', message: expect.stringContaining('No API key') },
    });
  });
});

describe('a body', () => {
  const images = '/v1/images/generations';
  const tasks = '/v1/tasks/submit';
  test.each([
    [images, { ...IMAGE, size: '1024x1025' }, 'size'],
    [images, { ...IMAGE, size: 1024 }, 'size'],
    [images, { ...IMAGE, model: 'seedream-v4.5', size: '1024x1536' }, 'size'],
    [images, { ...IMAGE, n: 5 }, 'n'],
    [images, { ...IMAGE, n: 1.5 }, 'n'],
    [images, { ...IMAGE, n: '2' }, 'n'],
    [images, { ...IMAGE, quality: 'hd' }, 'quality'],
    [images, { ...IMAGE, model: 'seedream-v4', quality: 'high' }, 'quality'],
    [images, { ...IMAGE, style: 'loud' }, 'style'],
    [images, { ...IMAGE, output_format: 'gif' }, 'output_format'],
    [images, { ...IMAGE, output_format: 'jpeg', output_compression: 101 }, 'output_compression'],
    [images, { ...IMAGE, output_compression: 50 }, 'output_compression'],
    [images, { ...IMAGE, seed: 1 }, 'seed'],
    [images, { ...IMAGE, model: 'nano-banana', seed: 'one' }, 'seed'],
    [images, { ...IMAGE, negative_prompt: 'fog' }, 'negative_prompt'],
    [images, { ...IMAGE, model: 'nano-banana', aspect_ratio: '2:1' }, 'aspect_ratio'],
    [images, { ...IMAGE, prompt: ' ' }, 'prompt'],
    [images, { model: 'gpt-image-2' }, 'prompt'],
    [images, { prompt: 'A kettle' }, 'model'],
    [images, { ...IMAGE, response_format: 'blob' }, 'response_format'],
    [images, '[]', 'body'],
    [tasks, { ...VIDEO, duration_seconds: 6 }, 'duration_seconds'],
    [tasks, { ...VIDEO, duration_seconds: 2.5 }, 'duration_seconds'],
    [tasks, { ...VIDEO, resolution: '1080p' }, 'resolution'],
    [tasks, { ...VIDEO, aspect_ratio: '4:3' }, 'aspect_ratio'],
    [tasks, { ...VIDEO, seed: -1 }, 'seed'],
    [tasks, { ...VIDEO, style_preset: 'anime' }, 'style_preset'],
    [tasks, { ...VIDEO, motion_intensity: 'high' }, 'motion_intensity'],
    [tasks, { ...VIDEO, image_url: 'file:///a.png' }, 'image_url'],
    [tasks, { ...VIDEO, callback_url: 'nowhere' }, 'callback_url'],
    [tasks, { ...VIDEO, out_task_id: '' }, 'out_task_id'],
    [tasks, { model: VIDEO.model, params: 3 }, 'params'],
    [tasks, { model: VIDEO.model, params: { ...VIDEO, resolution: '8k' } }, 'resolution'],
  ])('%s %j is refused for its %s', async (path, body, param) => {
    const it = rig();
    const answer = await it.post(path, body);
    expect(answer.status).toBe(400);
    const { error } = await json(answer);
    expect(error).toMatchObject({ code: 'invalid_param', type: 'invalid_request_error', param });
    expect(error.message).toContain(param);
    expect(it.gateway.ledger.held).toBe(0);
  });

  test.each([
    [images, { ...IMAGE, model: 'gpt-image-9' }, 'model_not_found'],
    [images, VIDEO, 'unsupported_model'],
    [images, { ...IMAGE, model: 'gpt-4o-image' }, 'unsupported_model'],
    [tasks, { ...IMAGE, model: 'gpt-4o-image' }, 'unsupported_model'],
    ['/v1/chat/completions', { model: 'gpt-image-2', messages: [] }, 'unsupported_model'],
  ])('%s %j is refused as %s', async (path, body, code) => {
    const answer = await rig().post(path, body);
    expect([answer.status, (await json(answer)).error.code]).toEqual([400, code]);
  });

  test('of a task may have 1 MiB, and a prompt 32,000 characters', async () => {
    const it = rig();
    const filler = 'x'.repeat(1024 * 1024);
    expect((await it.post('/v1/tasks/submit', { ...VIDEO, image_url: `data:image/png;base64,${filler}` })).status).toBe(413);
    expect((await it.post('/v1/tasks/query', { task_id: filler })).status).toBe(413);
    const long = await it.post('/v1/images/generations', { ...IMAGE, prompt: 'x'.repeat(32_001) });
    expect([long.status, (await json(long)).error.code]).toEqual([413, 'request_entity_too_large']);
  });

  test('of an edit is a form with an image', async () => {
    const it = rig();
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('prompt', 'Make it blue');
    const edit = (body: BodyInit) => it.gateway.fetch(it.request('/v1/images/edits', { method: 'POST', body }));
    expect(await json(await edit(form))).toMatchObject({ error: { param: 'image' } });
    expect(await json(await edit('{}'))).toMatchObject({ error: { param: 'body' } });
    form.set('image', new File(['text'], 'a.txt', { type: 'text/plain' }));
    expect(await json(await edit(form))).toMatchObject({ error: { param: 'image' } });
  });
});
