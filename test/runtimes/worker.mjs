import { env } from 'cloudflare:workers';
import { proxyOf } from './app.mjs';

export default { fetch: proxyOf(env) };
