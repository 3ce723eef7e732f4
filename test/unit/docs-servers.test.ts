import type { DehydratedState } from '@tanstack/react-query';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { type ReactElement, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const session = vi.hoisted(() => ({ cookie: '' }));
// It keeps a page from being built, and there is none to build here.
vi.mock('next/server', () => ({ connection: async () => undefined }));
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie: session.cookie }) }));

const gateway = createSimulatedGateway({ balance: 12 });
/** Cookies by which somebody was let in or not, in turn. */
const asked: (string | null)[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubEnv('BYTESPIKE_API_KEY', gateway.apiKey);
  vi.stubGlobal('currentUser', async (request: Request) => {
    const cookie = request.headers.get('cookie');
    asked.push(cookie);
    return cookie === 'session=ann' ? { id: 'ann' } : undefined;
  });
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const { origin } = new URL(input instanceof Request ? input.url : input);
    if (origin !== 'https://llm.bytespike.ai') throw new Error(`A request left for ${origin}.`);
    return gateway.fetch(new Request(input instanceof Request ? input.url.replace(origin, gateway.baseUrl) : input.replace(origin, gateway.baseUrl), input instanceof Request ? input : init));
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

interface Studio {
  type: () => Promise<ReactElement<{ state: DehydratedState }>>;
}

const known = ({ queries }: DehydratedState) => Object.fromEntries(queries.map(({ queryKey, state }) => [queryKey.join('/'), state.data]));

describe('the guide on Next.js, run', () => {
  const page = async (cookie: string) => {
    session.cookie = cookie;
    return known((await (await below()).type()).props.state);
  };
  /** What the page shows below its `Suspense`: the page itself waits for nothing, as Next.js asks of each that may be navigated to. */
  const below = async () => {
    const { default: Page } = (await import('block:docs/next.md:2.tsx')) as { default: () => ReactElement<{ children: Studio }> };
    const shown = Page();
    expect(shown).toMatchObject({ type: Suspense });
    return shown.props.children;
  };

  it('prefetches with the session of whoever asks, and sends nothing to itself', async () => {
    expect(await page('session=ann')).toMatchObject({ 'bytespike/balance': { available: 12 }, 'bytespike/models': expect.anything(), 'bytespike/pricing': expect.anything() });
    expect(await page('session=stranger')).toEqual({});
    expect(new Set(asked)).toEqual(new Set(['session=ann', 'session=stranger']));
  });

  it('answers at its route', async () => {
    const { GET } = (await import('block:docs/next.md:1.ts')) as { GET: (request: Request) => Promise<Response> };
    const ask = (cookie: string) => GET(new Request('https://app.example/api/bytespike/v1/balance', { headers: { cookie } }));
    expect((await ask('session=ann')).status).toBe(200);
    expect((await ask('session=stranger')).status).toBe(401);
  });
});

describe('the guide on React Router, run', () => {
  it('prefetches with the session of whoever asks, and sends nothing to itself', async () => {
    const { loader } = (await import('block:docs/react-router.md:1.tsx')) as { loader: (given: { request: Request }) => Promise<{ known: DehydratedState }> };
    const load = async (cookie: string) => known((await loader({ request: new Request('https://app.example/studio', { headers: { cookie } }) })).known);
    expect(await load('session=ann')).toMatchObject({ 'bytespike/balance': { available: 12 }, 'bytespike/models': expect.anything(), 'bytespike/pricing': expect.anything() });
    expect(await load('session=stranger')).toEqual({});
  });

  it('gives the app the user of the session', async () => {
    const { loader } = (await import('block:docs/react-router.md:0.tsx')) as { loader: (given: { request: Request }) => Promise<{ user: { id: string } | undefined }> };
    const load = (cookie: string) => loader({ request: new Request('https://app.example/', { headers: { cookie } }) });
    expect([await load('session=ann'), await load('session=stranger')]).toEqual([{ user: { id: 'ann' } }, { user: undefined }]);
  });

  it('answers at its route', async () => {
    const route = (await import('block:docs/react-router.md:1.ts')) as Record<'loader' | 'action', (given: { request: Request }) => Promise<Response>>;
    const address = 'https://app.example/api/bytespike/v1/balance';
    expect((await route.loader({ request: new Request(address, { headers: { cookie: 'session=ann' } }) })).status).toBe(200);
    expect((await route.action({ request: new Request(address, { method: 'POST', headers: { cookie: 'session=ann' } }) })).status).toBe(404);
  });
});
