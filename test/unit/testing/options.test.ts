import { createSimulatedGateway } from 'bytespike-react/testing';
import { expect, test, vi } from 'vitest';
import { isBytespikeError } from '../../../src/core/base/errors.js';
import { json, rig } from './setup.js';

vi.mock('sharp', () => {
  throw new Error('Cannot find package');
});

test.each([0, -1, Number.NaN])('a speed of %d is refused', (speed) => {
  expect(() => createSimulatedGateway({ speed })).toThrow(RangeError);
});

test('without sharp everything works but drawing, which says what to install', async () => {
  const it = rig();
  const answer = it.post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle' });
  await it.clock.advance(20_000);
  const { data } = await json(await answer);
  const failure: unknown = await it.gateway.fetch(new Request(data[0].url)).catch((error: unknown) => error);
  expect(isBytespikeError(failure)).toBe(true);
  expect(failure).toMatchObject({ code: 'invalid_config', message: expect.stringContaining('npm install --save-dev sharp') });
});

test('a base address with a path answers below it, and at the root', async () => {
  const it = rig({ baseUrl: 'https://gateway.test/upstream' });
  expect((await it.get('/v1/models')).status).toBe(200);
  expect((await it.get('https://gateway.test/v1/models')).status).toBe(200);
  expect(it.gateway.requests.map(({ path }) => path)).toEqual(['/v1/models', '/v1/models']);
});
