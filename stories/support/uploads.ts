/** Pictures of this page, at addresses of which the gateway reads them: here it is this page as well. */
export interface Pictures {
  /** An address that others take, for one that is this page's alone. */
  named(address: string): string;
  /** What is behind such an address. */
  fetch(address: string, init: RequestInit): Promise<Response>;
  /**
   * What our proxy adds to a gateway: a place for pictures. They are at addresses below `baseUrl`, which nobody serves;
   * without it at some that the page can show, as a clip shows what it begins with, and never given up, since the story
   * may be left before it does.
   */
  taking(answer: (request: Request) => Promise<Response>, baseUrl?: string): (request: Request) => Promise<Response>;
}

const OWN = 'https://page.test/';

export function createPictures(): Pictures {
  const kept = new Map<string, { url: string; picture: Blob }>();

  async function keep(request: Request, baseUrl: string | undefined): Promise<Response> {
    const key = request.headers.get('idempotency-key') ?? crypto.randomUUID();
    const picture = await request.blob();
    const { url } = kept.get(key) ?? { url: baseUrl === undefined ? URL.createObjectURL(picture) : `${baseUrl}/uploads/${kept.size + 1}` };
    kept.set(key, { url, picture });
    return Response.json({ url, type: picture.type, bytes: picture.size, expires_at: new Date(Date.now() + 24 * 60 * 60_000).toISOString() }, { status: 201 });
  }

  return {
    named: (address) => OWN + encodeURIComponent(address),
    // With its signal: once the gateway is gone, so are the addresses of what it made.
    fetch: async (address, init) => {
      if (address.startsWith(OWN)) return fetch(decodeURIComponent(address.slice(OWN.length)), init);
      const found = [...kept.values()].find(({ url }) => url === address);
      return new Response(found?.picture ?? null, { status: found === undefined ? 404 : 200 });
    },
    taking: (answer, baseUrl) => async (request) => {
      const { pathname } = new URL(request.url);
      const response = pathname.endsWith('/uploads') ? await keep(request, baseUrl) : await answer(request);
      response.headers.set('x-bytespike-offers', 'uploads');
      return response;
    },
  };
}
