// Random requests to the proxy, in every way that it is mounted: what reaches the gateway is on the table, what comes back holds no secret.
import type { ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { handlers, servers } from '../unit/server/adapters.js';
import { BASE, CANARY, everything, useBench } from '../unit/server/fixture.js';
import { listen } from '../unit/server/upstream.js';
import { fc } from './chance.js';
import { createFastClock } from './fast-clock.js';
import { hasBody, type Input, input, makeRequest, makeUrl, ON_THE_TABLE, sendable } from './proxy-fuzz-inputs.js';

interface Arrived {
  line: string;
  cookie: string | null;
  authorization: string | null;
  body: string;
}

/** @param runs requests to each; over a real connection, where each takes milliseconds, only Express gets all, and the others that share its way in a tenth */
export function fuzzProxy(runs: number): void {
  describe(`${runs} requests that are drawn`, () => {
    const runsBeside = runs / 10;
    const bench = useBench();
    const arrived: Arrived[] = [];
    let reached = 0;

    /** The gateway within this process: what arrives is written down and answered. */
    const options: Partial<ProxyOptions> = {
      expose: everything,
      allowedOrigins: ['https://studio.example'],
      limits: { tasksInFlight: runs, requests: { max: 2 * runs, perSeconds: 1 } },
      callbackUrl: 'https://app.example/api/bytespike/webhook',
      webhookSecret: CANARY,
      assets: { hosts: ['cdn.example'] },
      text: { models: ['claude-haiku'], maxTokens: 10 },
      imagesAsTasks: true,
      // One of the requests that are drawn is looked after for seconds.
      clock: createFastClock(100),
      async fetch(request) {
        const { pathname, search, hostname } = new URL(request.url);
        const { method, headers } = request;
        const isCdn = hostname === 'cdn.example';
        arrived.push({ line: `${method} ${isCdn ? request.url : pathname + search}`, cookie: headers.get('cookie'), authorization: headers.get('authorization'), body: await request.text() });
        if (isCdn) return new Response('\x89PNG\r\n\x1a\n', { headers: { 'content-type': 'image/png', 'x-debug': CANARY } });
        return Response.json({ task_id: 't', status: 'completed', debug: CANARY });
      },
    };

    function check(answer: string): void {
      expect(answer).not.toContain(CANARY);
      reached += arrived.length;
      for (const { line, cookie, authorization, body } of arrived.splice(0)) {
        expect(line).toMatch(ON_THE_TABLE);
        expect(cookie).toBeNull();
        expect(authorization).toBe(line.includes('cdn.example') ? null : `Bearer ${CANARY}`);
        expect(body).not.toContain('evil.example');
      }
    }

    async function throwAll(runs: number, send: (value: Input) => Promise<string | undefined>): Promise<void> {
      reached = 0;
      await fc.assert(
        fc.asyncProperty(input, async (value) => {
          check((await send(value)) ?? '');
        }),
        { numRuns: runs },
      );
      expect(JSON.stringify([bench.logged, bench.events])).not.toContain(CANARY);
    }

    const withOrigin = ({ headers, sameOrigin }: Input): [string, string][] =>
      sameOrigin ? [['sec-fetch-site', 'same-origin'], ['content-type', 'application/json'], ...headers] : headers;

    async function told(response: Response): Promise<string> {
      const head = JSON.stringify([...response.headers]);
      // One stream never ends by itself.
      if (response.headers.get('content-type') !== 'text/event-stream') return head + (await response.text());
      const reader = response.body?.getReader();
      const first = await reader?.read();
      await reader?.cancel();
      return head + new TextDecoder().decode(first?.value);
    }

    it.each(handlers)('%s calls nothing off the table and never rejects', async (_, mount) => {
      const handle = mount(bench.proxy(options));
      await throwAll(runs, async (value) => {
        const request = makeRequest(BASE, value.method, value.path, withOrigin(value), value.body);
        return request === undefined ? undefined : told(await handle(request));
      });
      // Else the walls were tested and the door never was.
      expect(reached).toBeGreaterThan(runs / 20);
    });

    it.each(servers)('%s calls nothing off the table and never rejects', async (name, mount) => {
      const failures: unknown[] = [];
      const server = await listen(await mount(bench.proxy(options), (error) => failures.push(error)));
      try {
        await throwAll(name === 'Express' ? runs : runsBeside, async ({ method, path, headers, body }) => {
          const own: [string, string][] = [['origin', server.url], ['content-type', 'application/json']];
          const url = makeUrl(`${server.url}/api/bytespike${path}`);
          if (url === undefined || url.origin !== server.url) return undefined;
          const init = { method, headers: sendable([...headers, ...own]), ...(hasBody(method) ? { body } : {}) };
          // What the parser of Node refuses breaks the connection, and is no answer.
          return fetch(url, init).then(told, String);
        });
      } finally {
        await server.close();
      }
      expect(failures).toEqual([]);
      expect(reached).toBeGreaterThan(runsBeside / 20);
    });
  });
}
