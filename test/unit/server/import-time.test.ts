import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What Cloudflare Workers refuse while a module is loaded: chance, timers and I/O. */
const REFUSED: [object, string][] = [
  [crypto, 'randomUUID'],
  [crypto, 'getRandomValues'],
  [crypto.subtle, 'importKey'],
  [crypto.subtle, 'generateKey'],
  [crypto.subtle, 'digest'],
  [globalThis, 'setTimeout'],
  [globalThis, 'setInterval'],
  [globalThis, 'fetch'],
];

describe('while a module is loaded', () => {
  /** Calls out of `src`, by a module that is being loaded or by this file; the test runner has timers of its own, and so may what another file has begun. */
  const calls: string[] = [];
  const isOurs = (stack: string) => {
    // The first of them is who asks.
    const callers = stack.split('\n').slice(2).join('\n');
    return /[\\/]src[\\/]/.test(callers) && /ModuleEvaluator|import-time\.test/.test(callers);
  };
  const restore: (() => void)[] = [];
  beforeEach(() => {
    vi.resetModules();
    calls.length = 0;
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 100;
    restore.push(() => (Error.stackTraceLimit = stackTraceLimit));
    for (const [owner, name] of REFUSED) {
      const real = (owner as Record<string, (...args: unknown[]) => unknown>)[name];
      const spy = vi.spyOn(owner as Record<string, () => unknown>, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
        if (isOurs(new Error('Who calls.').stack ?? '')) calls.push(name);
        return real?.apply(owner, args);
      });
      restore.push(() => spy.mockRestore());
    }
  });
  afterEach(() => {
    for (const each of restore.splice(0)) each();
  });

  it.each<[string, () => Promise<object>]>([
    ['bytespike-react', () => import('bytespike-react')],
    ['bytespike-react/server', () => import('bytespike-react/server')],
    ['bytespike-react/server/redis', () => import('bytespike-react/server/redis')],
    ['bytespike-react/server/s3', () => import('bytespike-react/server/s3')],
    ['bytespike-react/react-query', () => import('bytespike-react/react-query')],
    ['bytespike-react/swr', () => import('bytespike-react/swr')],
    ['bytespike-react/testing', () => import('bytespike-react/testing')],
  ])('%s asks for no chance, no timer and no I/O', async (_, load) => {
    expect(Object.keys(await load()).length).toBeGreaterThan(0);
    expect(calls).toEqual([]);
  });

  it.each([{ apiKey: 'sk-1' }, { apiKey: () => 'sk-1' }, { keyFor: () => 'sk-1' }])('createProxy with %o asks for none either', async (key) => {
    const { createProxy } = await import('bytespike-react/server');
    const quiet = { info() {}, warn() {}, error() {} };
    const proxy = createProxy({ ...key, authorize: () => ({ userId: 'ann' }), assets: { hosts: ['cdn.example.com'] }, webhookSecret: 'w', logger: quiet } as Parameters<typeof createProxy>[0]);
    expect(calls).toEqual([]);
    // The check sees what it is there for.
    await proxy(new Request('https://app.example/api/bytespike/v1/tasks/events', { headers: { 'sec-fetch-site': 'same-origin' } }));
    expect(calls).toContain('randomUUID');
  });
});
