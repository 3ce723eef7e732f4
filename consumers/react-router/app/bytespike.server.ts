import { currentUser } from '~/session';
import { createClient } from 'bytespike-react/client';
import { createProxy } from 'bytespike-react/server';

export const proxy = createProxy({
  baseUrl: process.env.GATEWAY_URL,
  secret: process.env.PROXY_SECRET,
  apiKey: process.env.BYTESPIKE_API_KEY,
  authorize: async (request) => {
    const user = await currentUser(request); // your own session, from the cookies in `request.headers`
    return user ? { userId: user.id } : new Response(null, { status: 401 });
  },
  expose: { balance: true, models: true, pricing: true },
});

/** A client for one request. It calls the proxy as a function, with the session of whoever asks, and keeps nothing. */
export function clientFor(request: Request) {
  const cookie = request.headers.get('cookie') ?? '';
  return createClient({ baseUrl: 'http://localhost/api/bytespike', fetch: proxy, headers: { cookie }, storage: null });
}
