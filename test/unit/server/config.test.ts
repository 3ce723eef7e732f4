import { isBytespikeError } from 'bytespike-react';
import * as server from 'bytespike-react/server';
import { createProxy, type ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { CANARY } from './fixture.js';

const good: ProxyOptions = { apiKey: CANARY, authorize: () => ({ userId: 'u' }) };

function failure(options: object): Error & { code?: string; field?: string } {
  try {
    createProxy({ ...good, ...options } as ProxyOptions);
  } catch (error) {
    return error as Error;
  }
  throw new Error('The options were taken.');
}

describe('the options', () => {
  it('exports these names', () => {
    expect(Object.keys(server).sort()).toEqual(['createMemoryStore', 'createProxy', 'memoryUploads', 'toNodeHandler']);
  });

  it.each([
    ['authorize', { authorize: undefined }],
    ['authorize', { authorize: 'Public' }],
    ['authorize', { authorize: true }],
    ['apiKey', { apiKey: `${CANARY}\n` }],
    ['apiKey', { apiKey: `"${CANARY}"` }],
    ['apiKey', { keyFor: () => CANARY }],
    ['secret', { secret: 'too short' }],
    ['secret', { secret: [] }],
    ['secret', { secret: ['long enough to be believed, surely', ''] }],
    ['baseUrl', { baseUrl: 'http://llm.bytespike.ai' }],
    ['baseUrl', { baseUrl: 'http://127.0.0.1.evil.example' }],
    ['baseUrl', { baseUrl: 'http://localhost@evil.example' }],
    ['baseUrl', { baseUrl: 'https://user:pass@llm.bytespike.ai' }],
    ['baseUrl', { baseUrl: 'https://llm.bytespike.ai/?a=1' }],
    ['baseUrl', { baseUrl: 'llm.bytespike.ai' }],
    ['baseUrl', { baseUrl: 'ftp://localhost' }],
    ['basePath', { basePath: 'api' }],
    ['basePath', { basePath: '/a/../b' }],
    ['basePath', { basePath: '/a?b' }],
    ['assets.path', { assets: { hosts: ['cdn.example'], path: 'https://app.example/api' } }],
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['allowedOrigins', { allowedOrigins: ['null'] }],
    ['allowedOrigins', { allowedOrigins: ['https://app.example/'] }],
    ['allowedOrigins', { allowedOrigins: ['app.example'] }],
    ['allowedOrigins', { allowedOrigins: [''] }],
    ['baseUrl', { baseUrl: '' }],
    ['secret', { secret: ' '.repeat(64) }],
    ['callbackUrl', { callbackUrl: '' }],
    ['webhookSecret', { webhookSecret: '' }],
    ['webhookSecret', { webhookSecret: ' ' }],
    ['webhookSecret', { webhookSecret: null }],
    ['webhookSecret', { webhookSecret: '', callbackUrl: 'https://app.example/api/bytespike/v1/webhook' }],
    ['models', { models: [''] }],
    ['models', { models: 'veo-3.1-fast' }],
  ])('refuses a wrong %s when the server starts', (field, options) => {
    const error = failure(options);
    expect(isBytespikeError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'invalid_config', field });
    expect(error.message).toContain(`\`${field}\``.replace(/`(basePath|assets\.path)`/, '$1'));
    expect(`${error.message}${error.stack}`).not.toContain(CANARY);
  });

  it('refuses to go without a key that nobody named, which is no variable that is not set', () => {
    const { authorize } = good;
    expect(() => createProxy({ authorize } as ProxyOptions)).toThrow('exactly one of `apiKey`, `keyFor` and `keys`');
  });

  it.each([
    {}, { secret: '' }, { authorize: 'public' }, { basePath: '/' }, { basePath: '/a/b/' }, { allowedOrigins: ['http://localhost:3000'] },
    { baseUrl: 'http://localhost:8080' }, { baseUrl: 'http://127.0.0.1:8080' }, { baseUrl: 'http://[::1]:8080' }, { baseUrl: 'https://gateway.example/base/' },
  ])('takes %j', (options) => {
    expect(createProxy({ ...good, ...options } as ProxyOptions)).toBeTypeOf('function');
  });
});
