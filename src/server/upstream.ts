import { REPLAY_HEADER } from '../core/offers.js';
import type { Config } from './config.js';
import { checkModel, type Fields, parseFields, readGeneration, readIds, type TaskIds } from './fields.js';
import { fieldsOf, readForm } from './form.js';
import { upHeaders } from './headers.js';
import { isId } from './ids.js';
import type { TaskNames } from './names.js';
import { checkMediaType, readBody } from './read-body.js';
import { invalid } from './refusal.js';
import { endsWithClient, type Match, type Route, routeOf } from './routes.js';
import { shapeSubmit } from './submit-fields.js';
import { readText } from './text-fields.js';

/** A request for the gateway before it has a key: everything in it was checked or made here. */
export interface Draft {
  /** The row that holds for it, where that follows from the body. */
  route?: Route;
  url: string;
  model?: string;
  body?: string | FormData;
  /** What is asked for, of a call that makes something. */
  fields?: Fields;
  /** What the client calls this wish, apart from those of other users. */
  idempotencyKey?: string;
  /** The same of a task, as the gateway gets it. */
  outTaskId?: string;
  /** The gateway's id of the task that it is about. */
  taskId?: string;
}

/** Every name of a task in it is turned into the gateway's. @throws Refusal 404 for a task of another user's */
export async function draft(
  request: Request,
  { route, id }: Match,
  config: Config,
  names: TaskNames,
): Promise<Draft> {
  const { models } = config;
  if (id !== undefined) {
    const { taskId, model } = await names.taskUp(id);
    return { url: config.baseUrl + route.path.replace(':id', encodeURIComponent(taskId)), taskId, ...withModel(model) };
  }
  const url = config.baseUrl + route.path;
  if (route.body === 'none') {
    const { query, ...task } = await queryUp(readQuery(route, new URL(request.url).searchParams), names);
    return { url: url + query, ...task };
  }
  checkMediaType(request, route.body === 'edit' ? 'multipart/form-data' : 'application/json');
  const bytes = await readBody(request, route.maxBytes);
  if (route.body === 'edit') {
    const { model, form } = await readForm(bytes, request.headers.get('content-type') ?? '', models);
    return { url, model, body: form, fields: fieldsOf(form), ...(await keyUp(request, names)) };
  }
  const sent = parseFields(bytes);
  if (route.body === 'ids') {
    const { ids, ...task } = await idsUp(readIds(sent), names);
    return { url, body: write({ ...ids }), ...task };
  }
  if (isText(route, sent, config)) return { url, ...textDraft(route.body === 'text' ? route : CHAT, sent, config.text) };
  const { model, fields, outTaskId } = readGeneration(sent, models);
  checkModel(model, route.models);
  const callback = route.endpoint === 'tasks.submit' && config.callbackUrl !== undefined ? { callback_url: config.callbackUrl } : {};
  const name = outTaskId === undefined ? undefined : await names.outUp(outTaskId);
  const named = { ...fields, ...(name === undefined ? {} : { out_task_id: name }), ...callback };
  const shape = route.endpoint === 'tasks.submit' ? config.wire : undefined;
  return { url, model, body: write(shapeSubmit(named, shape)), fields, ...(name === undefined ? {} : { outTaskId: name }), ...(await keyUp(request, names)) };
}

const CHAT = routeOf('text.chat');

/** A conversation with a model that does not draw is text, where that is on. */
function isText(route: Route, { model }: Fields, { text }: Config): boolean {
  if (text === undefined || typeof model !== 'string') return route.body === 'text';
  return route.body === 'text' || (route.path === CHAT.path && route.models?.has(model) !== true && text.models.has(model));
}

function textDraft(route: Route, sent: Fields, text: Config['text']): Omit<Draft, 'url'> {
  if (text === undefined) throw new Error('Text is off.');
  const fields = readText(route.endpoint, sent, text);
  return { route, model: checkModel(fields.model, text.models), body: write(fields), fields };
}

/** Never as it was sent: the gateway knows no users, and would give one user's picture to another. */
async function keyUp(request: Request, names: TaskNames): Promise<{ idempotencyKey?: string }> {
  const sent = request.headers.get('idempotency-key');
  if (sent === null && request.headers.has(REPLAY_HEADER)) {
    throw invalid('idempotency-key', `The \`${REPLAY_HEADER}\` header asks for what is kept, and no \`Idempotency-Key\` says under which key. Nothing was sent: add the key.`);
  }
  if (sent === null) return {};
  if (isId(sent)) return { idempotencyKey: await names.outUp(sent) };
  throw invalid('idempotency-key', 'The `Idempotency-Key` header is no key: up to 128 letters, digits and _ - . : and no dot or colon first.');
}

const withModel = (model: string | undefined) => (model === undefined ? {} : { model });

async function idsUp(sent: TaskIds, names: TaskNames): Promise<Pick<Draft, 'model' | 'taskId' | 'outTaskId'> & { ids: TaskIds }> {
  const ids: TaskIds = {};
  const task = sent.task_id === undefined ? undefined : await names.taskUp(sent.task_id);
  if (task !== undefined) ids.task_id = task.taskId;
  if (sent.out_task_id !== undefined) ids.out_task_id = await names.outUp(sent.out_task_id);
  const { task_id: taskId, out_task_id: outTaskId } = ids;
  return { ids, ...withModel(task?.model), ...(taskId === undefined ? {} : { taskId }), ...(outTaskId === undefined ? {} : { outTaskId }) };
}

async function queryUp(query: URLSearchParams, names: TaskNames): Promise<Pick<Draft, 'model' | 'taskId' | 'outTaskId'> & { query: string }> {
  const { ids, ...task } = await idsUp(readIdsIn(query), names);
  for (const [name, id] of Object.entries(ids)) query.set(name, id);
  return { query: query.size === 0 ? '' : `?${query}`, ...task };
}

/** No other read has parameters of these names. */
function readIdsIn(query: URLSearchParams): TaskIds {
  const [task_id, out_task_id] = [query.get('task_id'), query.get('out_task_id')];
  return { ...(task_id === null ? {} : { task_id }), ...(out_task_id === null ? {} : { out_task_id }) };
}

function write(fields: Fields): string {
  try {
    return JSON.stringify(fields);
  } catch {
    throw invalid(undefined, 'The body is nested deeper than anything the gateway takes.');
  }
}

function readQuery(route: Route, search: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, pattern] of Object.entries(route.query ?? {})) {
    const value = search.get(name);
    if (value === null) continue;
    if (!pattern.test(value)) throw invalid(name, `The query's \`${name}\` is not one that this call takes.`);
    query.set(name, value);
  }
  if (route.endpoint === 'tasks.query' && route.body === 'none' && query.size === 0) {
    throw invalid('task_id', 'The task is not named. Send `task_id` or `out_task_id`.');
  }
  return query;
}

/** What goes up. As its parts, because a `Request` is copied by `fetch`, and making one is a good part of a call's cost. */
export interface Sealed {
  url: string;
  init: RequestInit;
}

/**
 * A read ends when the client leaves; what costs or changes something runs to its end. `ends` says
 * otherwise of a read that we need ourselves.
 */
export function seal(client: Request, route: Route, { url, body, idempotencyKey }: Draft, key: string, ends = endsWithClient(route)): Sealed {
  const headers = upHeaders(client.headers, key);
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  return {
    url,
    init: {
      method: route.method,
      headers,
      redirect: REDIRECT,
      ...(body === undefined ? {} : { body }),
      ...(ends ? { signal: client.signal } : {}),
    },
  };
}

/**
 * A redirect would carry the key to wherever it points. Some edge runtimes refuse to build a
 * request with `error`; there the redirect comes back as an answer, and is refused as one.
 */
export const REDIRECT = redirectMode();

function redirectMode(): 'error' | 'manual' {
  try {
    return new Request('https://localhost/', { redirect: 'error' }).redirect === 'error' ? 'error' : 'manual';
  } catch {
    return 'manual';
  }
}
