import { EVENTS_OFFER, IMAGES_OFFER } from '../core/wire/proxy-headers.js';
import { serveAsset } from './answers/asset.js';
import { draft } from './answers/draft.js';
import { type Call, forward } from './answers/forward.js';
import { canBeTask, drawAsTask, type Pay } from './answers/image-as-task.js';
import { createRequestId } from './base/ids.js';
import { below, setMount } from './base/mount.js';
import { Refusal, type RefusalInit, refusalResponse } from './base/refusal.js';
import { addGuards } from './calls/headers.js';
import { createReport, type Trail } from './calls/report.js';
import { type Endpoint, findRoute } from './calls/routes.js';
import { eventStream } from './events/event-stream.js';
import type { Turn } from './replay/once.js';
import { type Config, readOptions } from './setup/context.js';
import type { ProxyOptions } from './setup/options.js';
import type { Hold } from './spend/budget.js';
import { isPriced } from './spend/priced.js';
import { type Authorization, authorized, isStillAuthorized } from './users/authorize.js';
import { addCorsHeaders, isPreflight, preflightResponse } from './users/cors.js';
import { watchStream } from './users/open-streams.js';
import { checkCaller } from './users/origin.js';
import { createTaskNames, type TaskNames } from './users/task-names.js';

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
  const proxy: Proxy = async (request) => {
    const started = performance.now();
    const requestId = createRequestId();
    const trail: Trail = {};
    const response = withHeaders(await answer(request, config, trail), request, config, requestId);
    const { method } = request;
    const { status } = response;
    report({ ...trail, requestId, method, status, durationMs: performance.now() - started });
    return response;
  };
  setMount(proxy, config.basePath);
  return proxy;
}

async function answer(request: Request, config: Config, trail: Trail): Promise<Response> {
  try {
    return await handle(request, config, trail);
  } catch (error) {
    const init: RefusalInit = error instanceof Refusal ? error.init : defect(error);
    trail.reason = init.reason ?? reasonOf(init);
    if (init.outcomeUnknown) trail.outcome = 'unknown';
    return refusalResponse(init);
  }
}

async function handle(request: Request, config: Config, trail: Trail): Promise<Response> {
  const path = below(config.basePath, request.url);
  if (config.webhook !== undefined && request.method === 'POST' && path === '/webhook') {
    // The gateway is no page and no user: the signature stands in the place of both checks.
    trail.endpoint = 'webhook';
    return config.webhook(request);
  }
  if (isPreflight(request, path, config.features, config.allowedOrigins)) return preflightResponse();
  const match = findRoute(request.method, path, config.features);
  if (match === undefined) throw path === '' ? notMounted(config) : notFound();
  const { endpoint } = match.route;
  trail.endpoint = endpoint;
  checkCaller(request, config.allowedOrigins, config.requestedHost);
  const decision = await authorized(config.authorize, request);
  if (decision instanceof Response) {
    trail.reason = 'The answer of `authorize`.';
    // A copy: the headers of the app's own may be locked.
    return new Response(decision.body, { status: decision.status, headers: decision.headers });
  }
  trail.userId = decision.userId;
  if (endpoint === 'assets') {
    // The address has a field of its own already: whoever adds `?download` to it means this as well.
    const download = /[?&]download(?=[&=]|$)/.test(new URL(request.url).search);
    return serveAsset({ request, userId: decision.userId, token: match.id ?? '', download, trail }, config);
  }
  if (endpoint === 'balance' && config.showsBudget) {
    const spend = (decision.limits ?? config.limits)?.spend;
    if (spend === undefined) throw notFound();
    return Response.json({ available_usd: await config.budget.left(config.subjectOf(request, decision), spend), limit_usd: spend.usd });
  }
  const names = createTaskNames(config.ownership, decision.userId);
  const whenOpen = (make: () => Response | Promise<Response>) => keepOpen(request, decision, endpoint, make, config);
  if (endpoint === 'tasks.events') return whenOpen(() => streamTasks(request, names, config));
  const limits = decision.limits ?? config.limits;
  const drafted = await draft(request, match, { config, names, priced: isPriced(config.prices.caps, limits) });
  const route = drafted.route ?? match.route;
  trail.endpoint = route.endpoint;
  if (drafted.model !== undefined) trail.model = drafted.model;
  const call: Call = { request, route, drafted, names, trail };
  const { idempotencyKey, cost } = drafted;
  if (endpoint === 'tasks.stream') return whenOpen(() => forward(call, undefined, config));
  if (drafted.fields === undefined) return forward(call, undefined, config);
  const subject = config.subjectOf(request, decision);
  const pay: Pay = async (id, make) => {
    const hold = config.budget.hold({ route, subject, limits, id, wish: drafted.outTaskId, cost });
    try {
      return await make(hold);
    } catch (error) {
      // Of what may have been done the money stays reserved.
      if (error instanceof Refusal && !error.init.outcomeUnknown) await hold.release();
      else await hold.lose();
      throw error;
    }
  };
  const once = (hold: Hold) => hold.take().then(() => forward(call, hold.payer, config));
  // A task has its own key, which the gateway keeps; of text no answer is kept.
  if (!route.endpoint.startsWith('images.') || idempotencyKey === undefined) return pay(crypto.randomUUID(), once);
  const canFind = config.imagesAsTasks && canBeTask(call);
  const run = (turn: Turn) => (canFind ? drawAsTask(call, turn, pay, config) : pay(turn.id, once));
  return config.once(call, { key: idempotencyKey, canFind, run });
}

/** A stream of tasks: so many of each kind, each for as long as who opened it may see it. */
async function keepOpen(request: Request, decision: Authorization, kind: Endpoint, make: () => Response | Promise<Response>, config: Config): Promise<Response> {
  const { clock, authorizeEveryMs, streams, subjectOf } = config;
  const close = streams.take(`${kind} ${subjectOf(request, decision)}`);
  try {
    const response = await make();
    const { body, status, headers } = response;
    if (body !== null && headers.get('content-type') === 'text/event-stream') {
      const mayGoOn = () => isStillAuthorized(config, request, decision.userId);
      return new Response(watchStream(body, { clock, everyMs: authorizeEveryMs, mayGoOn, signal: request.signal, onEnd: close }), { status, headers });
    }
    close();
    return response;
  } catch (error) {
    close();
    throw error;
  }
}

function streamTasks({ signal, headers }: Request, names: TaskNames, { events, clock, keysDiffer }: Config): Response {
  if (events === undefined) throw notFound();
  const stream = eventStream(names.userId, { events, clock, names, keysDiffer, signal, lastEventId: headers.get('last-event-id') });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
}

function withHeaders(response: Response, request: Request, config: Config, requestId: string): Response {
  const { headers } = response;
  if (!headers.has('x-request-id')) headers.set('x-request-id', requestId);
  addGuards(headers, config.events === undefined ? IMAGES : BOTH);
  addCorsHeaders(headers, request, config.allowedOrigins);
  return response;
}

const IMAGES = IMAGES_OFFER;
const BOTH = `${IMAGES_OFFER}, ${EVENTS_OFFER}`;

/** Not the message: the gateway's may quote the prompt. */
function reasonOf({ code, param }: RefusalInit): string {
  return [code ?? 'Refused', param].filter((word) => word !== undefined).join(' ');
}

function notMounted({ basePath }: Config): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: `The proxy answers below ${basePath}/, and this call came by another path. Let \`basePath\` of createProxy and the \`baseUrl\` of createClient name the path by which it is reached.`,
    reason: `Not below ${basePath}/.`,
  });
}

function notFound(): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: 'The proxy does not do this: the method and path are not in its table, or the read is not exposed. Check the address and `expose`.',
    reason: 'Not in the table.',
  });
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
