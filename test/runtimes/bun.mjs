import { proxyOf } from './app.mjs';

const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: proxyOf(process.env) });
console.log(JSON.stringify({ port: server.port }));
