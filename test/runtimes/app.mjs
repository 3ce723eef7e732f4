import { createProxy } from 'bytespike-react/server';

/** As an app writes it, in each of the runtimes. */
export const proxyOf = ({ BYTESPIKE_API_KEY, GATEWAY_URL, PROXY_SECRET }) =>
  createProxy({ apiKey: BYTESPIKE_API_KEY, secret: PROXY_SECRET, baseUrl: GATEWAY_URL, authorize: () => ({ userId: 'ann' }) });
