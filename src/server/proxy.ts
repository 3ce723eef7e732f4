import { answer } from './answers/answer.js';
import { notFound, notMounted } from './answers/not-found.js';
import { read } from './answers/read.js';
import { serveUpload } from './answers/read-upload.js';
import { createRequestId } from './base/ids.js';
import { pathBelow, setMount } from './base/mount.js';
import { Refusal, type RefusalInit, refusalResponse } from './base/refusal.js';
import { withBody } from './base/text-response.js';
import { addGuards } from './calls/headers.js';
import { createReport, type Trail } from './calls/report.js';
import { findRoute } from './calls/routes.js';
import { type Config, readOptions } from './setup/context.js';
import type { ProxyOptions } from './setup/options.js';
import { authorized } from './users/authorize.js';
import { addCorsHeaders, isPreflight, preflightResponse } from './users/cors.js';
import { checkCaller } from './users/origin.js';
import { createTaskNames } from './users/task-names.js';

/** Never rejects: whatever happens becomes an answer. */
export type Proxy = (request: Request) => Promise<Response>;

/**
 * Stands between the browser and the gateway and adds the key. Closed by default: it forwards only
 * what is in its table, for those whom `authorize` lets in, to one address.
 *
 * A billable call runs to its end upstream although the browser has left. When its answer is lost,
 * the 502 carries `x-bytespike-outcome: unknown`.
 * @throws BytespikeError `invalid_config`
 *
 * @example const proxy = createProxy({ apiKey: process.env.BYTESPIKE_API_KEY, authorize: (request) => session(request) })
 */
export function createProxy(options: ProxyOptions): Proxy {
  const config = readOptions(options);
  const report = createReport(options);
  const bare: Proxy = async (request) => {
    const started = performance.now();
    const requestId = createRequestId();
    const trail: Trail = {};
    const response = withHeaders(await answerOrRefuse(request, config, trail), request, config, requestId);
    const { method } = request;
    const { status } = response;
    report({ ...trail, requestId, method, status, durationMs: performance.now() - started });
    return response;
  };
  const proxy: Proxy = async (request) => withBody(await bare(request));
  setMount(proxy, { basePath: config.basePath, bare });
  return proxy;
}

async function answerOrRefuse(request: Request, config: Config, trail: Trail): Promise<Response> {
  try {
    return await handle(request, config, trail);
  } catch (error) {
    const init: RefusalInit = error instanceof Refusal ? error.init : defect(error);
    trail.reason = init.reason ?? reasonOf(init);
    if (init.outcomeUnknown) trail.outcome = 'unknown';
    return refusalResponse(init);
  }
}

/** Find, check, authorize, read, answer. @throws Refusal */
async function handle(request: Request, config: Config, trail: Trail): Promise<Response> {
  const path = pathBelow(config.basePath, request.url);
  if (config.webhook !== undefined && request.method === 'POST' && path === '/webhook') {
    // The gateway is no page and no user: the signature stands in the place of both checks.
    trail.endpoint = 'webhook';
    return config.webhook(request);
  }
  if (isPreflight(request, path, config.features, config.allowedOrigins)) return preflightResponse(request);

  const match = findRoute(request.method, path, config.features);
  if (match === undefined) throw path === '' ? notMounted(config.basePath) : notFound();
  trail.endpoint = match.route.endpoint;
  checkCaller(request, config.allowedOrigins, config.requestedHost);
  if (match.route.answer === 'signed') return serveUpload(match, request, config);
  const decision = await authorized(config.authorize, request);
  if (decision instanceof Response) {
    trail.reason = 'The answer of `authorize`.';
    // A copy: the headers of the app's own may be locked.
    return new Response(decision.body, { status: decision.status, headers: decision.headers });
  }
  trail.userId = decision.userId;
  const names = createTaskNames(config.ownership, decision.userId);
  const call = await read({ request, ...match, decision, names, trail }, config);
  return answer(call, config);
}

function withHeaders(response: Response, request: Request, config: Config, requestId: string): Response {
  const { headers } = response;
  if (!headers.has('x-request-id')) headers.set('x-request-id', requestId);
  addGuards(headers, config.offers);
  addCorsHeaders(headers, request, config.allowedOrigins);
  return response;
}

/** Not the message: the gateway's may quote the prompt. */
function reasonOf({ code, param }: RefusalInit): string {
  return [code ?? 'Refused', param].filter((word) => word !== undefined).join(' ');
}

/** A defect of ours. Its message is not ours to repeat: it may quote anything. */
function defect(error: unknown): RefusalInit {
  return {
    status: 500,
    code: 'internal_error',
    message: 'The proxy failed. Whoever runs it finds the reason in its log.',
    reason: `Unexpected ${error instanceof Error ? error.name : typeof error}.`,
  };
}
