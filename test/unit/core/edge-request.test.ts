import { createClient } from 'bytespike-react';
import { afterEach, describe, expect, it, vi } from 'vitest';

describe('on a platform whose requests have no cache and no credentials', () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** As that of Cloudflare Workers before November 2024. */
  class EdgeRequest extends Request {
    constructor(input: RequestInfo | URL, init: RequestInit = {}) {
      for (const name of ['cache', 'credentials'] as const) if (name in init) throw new Error(`The '${name}' field on 'RequestInitializerDict' is not implemented.`);
      super(input, init);
    }
  }

  it('the client asks all the same, with its headers', async () => {
    vi.stubGlobal('Request', EdgeRequest);
    const sent: Request[] = [];
    const fetch = async (request: Request) => {
      sent.push(request);
      return Response.json({ data: [{ id: 'veo-3.1-fast' }] });
    };
    const client = createClient({ baseUrl: 'https://app.example/api', storage: null, headers: { 'x-session': 's' }, fetch });
    expect((await client.models()).models).toHaveLength(1);
    expect(sent.map(({ url, headers }) => [url, headers.get('x-session')])).toEqual([['https://app.example/api/v1/models', 's']]);
  });

  it('what is no header is still told as such', async () => {
    vi.stubGlobal('Request', EdgeRequest);
    const client = createClient({ baseUrl: 'https://app.example/api', storage: null, headers: () => ({ 'not a header': 's' }), fetch: () => expect.unreachable() });
    await expect(client.models()).rejects.toMatchObject({ code: 'invalid_config', billed: 'no' });
  });
});
