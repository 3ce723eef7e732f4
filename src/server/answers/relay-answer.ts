import { mediaType, readCapped } from '../base/read-body.js';
import { redactText } from '../base/redact.js';
import { textResponse } from '../base/text-response.js';
import { within } from '../base/within.js';
import { downHeaders } from '../calls/headers.js';
import { shapeOf } from '../calls/json-shape.js';
import { endsWithClient, type Route } from '../calls/routes.js';
import type { Config } from '../setup/context.js';
import type { Payer } from '../spend/budget.js';
import { mapEvents } from '../upstream/event-frames.js';
import { flow } from '../upstream/flow.js';
import { withHeartbeats } from '../upstream/heartbeats.js';
import { lostAnswer, translateError } from '../upstream/translate.js';
import type { TaskNames } from '../users/task-names.js';
import { narrow } from './narrow.js';

const LONGEST_JSON = 8 * 1024 * 1024;
/** Ten pictures of 4096² as base64 are below it. */
const LONGEST_MEDIA = 64 * 1024 * 1024;
/** Fields of a list of models, prices or usage, which is long; all else is told in some dozens. */
const LONG_LIST = 100_000;

interface Asked {
  route: Route;
  key: string;
  /** What it is called, where keys have names. */
  keyName: string | undefined;
  /** Of the task or the request, where it is known. */
  model: string | undefined;
  names: TaskNames;
  /** Of text, the model that makes the pictures in it. */
  drawsWith: string | undefined;
  /** The gateway's id of the task, when the call named one. */
  taskId: string | undefined;
  /** The gateway's name of it, where the call had one. */
  outTaskId: string | undefined;
  /** What pays for the call. */
  hold: Payer | undefined;
}

/** What the browser gets for what the gateway said. @throws Refusal for everything that is no success */
export async function relayAnswer(upstream: Response, asked: Asked, config: Config): Promise<Response> {
  const { route, key, keyName, model, names } = asked;
  // Of values the key alone is taken out, since a link with a part in the place of another leads nowhere.
  const clean = (text: string) => redactText(text, key);
  const redact = (words: string) => names.hide(clean(words));
  const headers = downHeaders(upstream.headers, config.showsWallet, redact);
  if (!upstream.ok) throw await translateError(upstream, { route, keyName, model, headers, redact, showsWallet: config.showsWallet });
  const type = mediaType(upstream.headers);
  if (upstream.body === null || !allows(route, type)) {
    void upstream.body?.cancel().catch(() => {});
    throw lostAnswer(route, `${upstream.status} with ${redact(type) || 'no type'} in place of ${route.kind}.`);
  }
  headers.set('content-type', type);
  const { status } = upstream;
  const { clock, timeouts } = config;
  const isTask = route.endpoint.startsWith('tasks.');
  const finish = isTask || route.endpoint.startsWith('images.') || asked.drawsWith !== undefined ? config.finish : undefined;
  const told = new Map<string, number>();
  const down = async (value: unknown) => {
    if (asked.drawsWith !== undefined) return finish?.(value, { userId: names.userId, taskId: undefined, model: asked.drawsWith, told });
    if (isTask) await config.budget.observe(value, asked);
    const finished = finish === undefined ? value : await finish(value, { userId: names.userId, taskId: asked.taskId ?? taskIdIn(value), model });
    if (isTask) config.events?.note(names.userId, withoutKey(finished, key), { taskId: asked.taskId, model });
    return names.toClient(finished, config.keysDiffer ? model : undefined);
  };
  const isJson = type === 'application/json';
  if (route.kind === 'json' || (route.kind === 'events' && isJson) || (finish !== undefined && isJson)) {
    const whole = await readJson(upstream.body, route, config);
    const value = await down(narrow(whole, route, config.models));
    return textResponse(clean(JSON.stringify(value)), { status, headers });
  }
  if (route.kind === 'events' || finish !== undefined) {
    return new Response(withHeartbeats(mapEvents(upstream.body, { data: down, clean, longest: asked.drawsWith === undefined ? undefined : LONGEST_MEDIA }, { clock, ...timeouts }), clock), { status, headers });
  }
  const whenLeft = endsWithClient(route) ? 'cancel' : 'drain';
  return new Response(flow(upstream.body, { secret: key, whenLeft, patience: { clock, ...timeouts } }), { status, headers });
}

function taskIdIn(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'task_id' in value && typeof value.task_id === 'string' ? value.task_id : undefined;
}

/** A key holds nothing that JSON would write in another way. */
function withoutKey(value: unknown, key: string): unknown {
  const text = JSON.stringify(value);
  return text.includes(key) ? JSON.parse(redactText(text, key)) : value;
}

/** A page of HTML with status 200 is no answer of the gateway's. */
function allows(route: Route, type: string): boolean {
  return type === 'application/json' || (route.kind !== 'json' && type === 'text/event-stream');
}

/** Whole, so that an answer that breaks off half-way is still told as lost, and its money as unknown. */
async function readJson(body: ReadableStream<Uint8Array>, route: Route, { clock, timeouts }: Config): Promise<unknown> {
  const mostParts = route.kind === 'json' && !route.endpoint.startsWith('tasks.') ? LONG_LIST : undefined;
  let bytes: Uint8Array | 'over';
  try {
    bytes = await within(clock, timeouts.answerMs, readCapped(body, route.kind === 'media' ? LONGEST_MEDIA : LONGEST_JSON));
  } catch {
    throw lostAnswer(route, 'The answer broke off.');
  }
  if (bytes === 'over' || (await shapeOf(bytes, mostParts)) !== 'fits') throw lostAnswer(route, 'The answer is larger than any of this kind.');
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw lostAnswer(route, 'The answer says that it is JSON and is not.');
  }
}
