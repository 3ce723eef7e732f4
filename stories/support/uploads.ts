/** What our proxy adds to a gateway: a place for pictures. Here it is this page. */
export function withUploads(answer: (request: Request) => Promise<Response>, baseUrl: string): (request: Request) => Promise<Response> {
  const kept = new Map<string, string>();
  return async (request) => {
    const { pathname } = new URL(request.url);
    const response = pathname.endsWith('/uploads') ? await keep(request) : await answer(request);
    response.headers.set('x-bytespike-offers', 'uploads');
    return response;
  };

  async function keep(request: Request): Promise<Response> {
    const key = request.headers.get('idempotency-key') ?? crypto.randomUUID();
    const url = kept.get(key) ?? `${baseUrl}/uploads/${kept.size + 1}`;
    kept.set(key, url);
    const { size, type } = await request.blob();
    return Response.json({ url, type, bytes: size, expires_at: new Date(Date.now() + 24 * 60 * 60_000).toISOString() }, { status: 201 });
  }
}
