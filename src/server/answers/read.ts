import { REPLAY_HEADER } from '../../core/wire/proxy-headers.js';
import { isId } from '../base/ids.js';
import { checkMediaType, readBody } from '../base/read-body.js';
import { invalid } from '../base/refusal.js';
import { textFields } from '../calls/allowed-fields.js';
import { checkModel, type Fields, readGeneration, readIds, type TaskIds } from '../calls/fields.js';
import { readForm } from '../calls/form.js';
import { readFields, stringify, writeFields } from '../calls/json-body.js';
import { type Match, type Route, routeOf } from '../calls/routes.js';
import { shapeSubmit } from '../calls/submit-fields.js';
import { readText } from '../calls/text-fields.js';
import type { Config } from '../setup/context.js';
import { type Priced, priceGeneration, priceText } from '../spend/priced.js';
import type { Unsealed } from '../upstream/seal.js';
import type { TaskNames } from '../users/task-names.js';

/** A request for the gateway before it has a key: everything in it was checked or made here. */
export interface Draft extends Unsealed {
  /** The row that holds for it, where that follows from the body. */
  route?: Route;
  model?: string;
  /** What is asked for, of a call that makes something. */
  fields?: Fields;
  /** Millionths of a US dollar that such a call costs at most; absent where that is not counted. */
  cost?: number | undefined;
  /** What the client calls this wish, as the gateway gets it of a task. */
  outTaskId?: string;
  /** The gateway's id of the task that it is about. */
  taskId?: string;
}

export interface DraftOptions {
  config: Config;
  names: TaskNames;
  /** Something hangs on what it costs: nothing goes up that has no price. */
  priced: boolean;
}

/** Every name of a task in it is turned into the gateway's. @throws Refusal 404 for a task of another user's */
export async function draft(
  request: Request,
  { route, id }: Match,
  { config, names, priced }: DraftOptions,
): Promise<Draft> {
  const { models, prices } = config;
  const priceOf = (name: string, sent: Fields): Priced => (priced ? priceGeneration(route.endpoint, name, sent, prices) : { fields: sent });
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
  const bytes = await readBody(request, route.maxBytes, config);
  if (route.body === 'edit') {
    const { model, form } = await readForm(bytes, request.headers.get('content-type') ?? '', models);
    const asked = priceOf(model, textFields(form));
    // Written anew, so that no other reading of what came can go up.
    if (priced) for (const [name, value] of Object.entries(asked.fields)) form.set(name, String(value));
    return { url, model, body: form, ...asked, ...(await keyUp(request, names)) };
  }
  const sent = await readFields(bytes);
  if (route.body === 'ids') {
    const { ids, ...task } = await idsUp(readIds(sent), names);
    return { url, body: stringify({ ...ids }), ...task };
  }
  if (isText(route, sent, config)) return { url, ...textDraft(route.body === 'text' ? route : CHAT, sent, { config, priced }) };
  const { model, outTaskId, fields: wanted } = readGeneration(sent, models);
  checkModel(model, route.models);
  const { fields, cost } = priceOf(model, wanted);
  const callback = route.endpoint === 'tasks.submit' && config.callbackUrl !== undefined ? { callback_url: config.callbackUrl } : {};
  const name = outTaskId === undefined ? undefined : await names.outUp(outTaskId);
  const named = { ...fields, ...(name === undefined ? {} : { out_task_id: name }), ...callback };
  const shape = route.endpoint === 'tasks.submit' ? config.wire : undefined;
  return { url, model, body: await writeFields(shapeSubmit(named, shape), bytes.length), fields, cost, ...(name === undefined ? {} : { outTaskId: name }), ...(await keyUp(request, names)) };
}

const CHAT = routeOf('text.chat');

/** A conversation with a model that does not draw is text, where that is on. */
function isText(route: Route, { model }: Fields, { text }: Config): boolean {
  if (text === undefined || typeof model !== 'string') return route.body === 'text';
  return route.body === 'text' || (route.path === CHAT.path && route.models?.has(model) !== true && text.models.has(model));
}

function textDraft(route: Route, sent: Fields, { config: { text, prices }, priced }: Omit<DraftOptions, 'names'>): Omit<Draft, 'url'> {
  if (text === undefined) throw new Error('Text is off.');
  const fields = readText(route.endpoint, sent, text);
  return { route, model: checkModel(fields.model, text.models), body: stringify(fields), ...(priced ? priceText(route.endpoint, fields, text.price, prices) : { fields }) };
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
