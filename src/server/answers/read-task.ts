import { OFFERS_ONLY } from '../../core/wire/proxy-headers.js';
import { invalid } from '../base/refusal.js';
import { readIds, type TaskIds } from '../calls/fields.js';
import { stringify } from '../calls/json-body.js';
import type { Route } from '../calls/routes.js';
import type { Config } from '../setup/context.js';
import type { TaskNames } from '../users/task-names.js';
import type { Draft, Incoming } from './call.js';
import { readJsonBody } from './read-body.js';

/** The parameters of the query that its row lists, and no others. @throws Refusal 400 */
export function readQueryOnly({ request, route }: Incoming, config: Config): Draft {
  return { url: config.baseUrl + route.path + written(queryOf(request, route)) };
}

export async function readTaskInPath({ route, id = '', names }: Incoming, config: Config): Promise<Draft> {
  const { taskId, model } = await names.toGatewayTask(id);
  return { url: config.baseUrl + route.path.replace(':id', encodeURIComponent(taskId)), taskId, ...withModel(model) };
}

export async function readTaskInQuery({ request, route, names }: Incoming, config: Config): Promise<Draft> {
  if (new URL(request.url).search.slice(1).split('&').includes(OFFERS_ONLY)) return { url: '', route: { ...route, answer: 'offers' } };
  const query = queryOf(request, route);
  const { ids, ...task } = await gatewayIds(readIds(Object.fromEntries(query)), names);
  for (const [name, id] of Object.entries(ids)) query.set(name, id);
  return { url: config.baseUrl + route.path + written(query), ...task };
}

export async function readTaskBody({ request, route, names }: Incoming, config: Config): Promise<Draft> {
  const { fields } = await readJsonBody(request, route, config);
  const { ids, ...task } = await gatewayIds(readIds(fields), names);
  return { url: config.baseUrl + route.path, body: stringify({ ...ids }), ...task };
}

const withModel = (model: string | undefined) => (model === undefined ? {} : { model });

async function gatewayIds(sent: TaskIds, names: TaskNames): Promise<Pick<Draft, 'model' | 'taskId' | 'outTaskId'> & { ids: TaskIds }> {
  const ids: TaskIds = {};
  const task = sent.task_id === undefined ? undefined : await names.toGatewayTask(sent.task_id);
  if (task !== undefined) ids.task_id = task.taskId;
  if (sent.out_task_id !== undefined) ids.out_task_id = await names.toGatewayName(sent.out_task_id);
  const { task_id: taskId, out_task_id: outTaskId } = ids;
  return { ids, ...withModel(task?.model), ...(taskId === undefined ? {} : { taskId }), ...(outTaskId === undefined ? {} : { outTaskId }) };
}

function queryOf(request: Request, route: Route): URLSearchParams {
  const search = new URL(request.url).searchParams;
  const query = new URLSearchParams();
  for (const [name, pattern] of Object.entries(route.query ?? {})) {
    const value = search.get(name);
    if (value === null) continue;
    if (!pattern.test(value)) throw invalid(name, `The query's \`${name}\` is not one that this call takes.`);
    query.set(name, value);
  }
  return query;
}

const written = (query: URLSearchParams) => (query.size === 0 ? '' : `?${query}`);
