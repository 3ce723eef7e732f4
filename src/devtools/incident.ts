import { isCall } from './asked.js';
import type { Intent } from './intents.js';
import type { Exchange } from './traffic.js';

/** What is injected for what was seen; `undefined` where nothing went wrong. */
function faultOf({ method, path, for: kind, state, status = 0 }: Exchange): string | undefined {
  const on = `on: '${method} ${placeOf(path)}'`;
  if (state === 'lost') return isCall(kind) ? `{ kind: 'reset-after-body', ${on} }` : `{ kind: 'stream-cut', bytes: 200 }`;
  if (status === 429) return `{ kind: 'rate-limit', seconds: 1, ${on} }`;
  return status >= 500 ? `{ kind: 'status', status: ${status}, ${on} }` : undefined;
}

/** The path as a fault is aimed: from the gateway's own part on, without the query, and with `*` for an id. */
function placeOf(path: string): string {
  const own = /\/(?:v1|api)\/.*$/.exec(path.split('?')[0] ?? path)?.[0] ?? path;
  return own.replace(/\/stream\/.+$/, '/stream/*');
}

const BROUGHT = { createClient: 'bytespike-react', createSimulatedGateway: 'bytespike-react/testing', 'expect, test': 'vitest' };
const imports = Object.entries(BROUGHT)
  .map(([names, from]) => `import { ${names} } from ${JSON.stringify(from)};`)
  .join('\n');

/** A text in the source of a test. */
const quoted = (value: unknown): string => JSON.stringify(value, undefined, 2).replaceAll('\n', '\n  ');

/**
 * What happened, as a test on the simulated gateway that says what should have: made once, billed once. Where the library
 * or the app gets it wrong, it fails.
 */
export function testOf({ record, exchanges }: Intent): string {
  const faults = exchanges.flatMap((one) => faultOf(one) ?? []);
  const request = quoted(record.request);
  const make =
    record.via === 'sync'
      ? ['const images = await client.images.generate(request).catch(() => []);', 'expect(images).toHaveLength(1);']
      : ["const { taskId } = await client.tasks.submit(request, { outTaskId: 'incident' });", 'const task = await client.tasks.follow({ taskId });', "expect(task.status).toBe('completed');"];
  return `${imports}

// Seen: ${exchanges.map((one) => `${one.for} ${one.status ?? one.state}`).join(', ')}; ended as ${record.snapshot?.status ?? 'not known'}.
test('${record.request.model} is made once, and billed once', async () => {
  const gateway = createSimulatedGateway({ speed: 100, faults: [${faults.map((fault) => `\n    ${fault},`).join('')}${faults.length > 0 ? '\n  ' : ''}] });
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: \`Bearer \${gateway.apiKey}\` }, storage: null });
  const request = ${request} as const;
  ${make.join('\n  ')}
  expect(gateway.ledger.charges).toHaveLength(1);
  gateway.dispose();
});
`;
}
