import { isId, isTaskId } from '../base/ids.js';
import { invalid, type Refusal } from '../base/refusal.js';

export type Fields = Record<string, unknown>;

/** A JSON object, or a 400. */
export function parseFields(bytes: Uint8Array): Fields {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid(undefined, 'The body is not JSON. Send one JSON object in UTF-8.');
  }
  if (isFields(value)) return value;
  throw invalid(undefined, 'The body is not a JSON object. Send one, with the fields at its top.');
}

/** A task by either of its names, as the client wrote them. */
export interface TaskIds {
  task_id?: string;
  out_task_id?: string;
}

/** The task that the body names, and nothing else of the body. */
export function readIds({ task_id, out_task_id }: Fields): TaskIds {
  if (task_id === undefined && out_task_id === undefined) {
    throw invalid('task_id', 'The task is not named. Send `task_id` or `out_task_id`.');
  }
  if (task_id !== undefined && !isTaskId(task_id)) throw noId('task_id');
  if (out_task_id !== undefined && !isId(out_task_id)) throw noId('out_task_id');
  return { ...(task_id === undefined ? {} : { task_id }), ...(out_task_id === undefined ? {} : { out_task_id }) };
}

interface Generation {
  model: string;
  outTaskId: string | undefined;
  fields: Fields;
}

/**
 * What to make, with what only the server may say taken out. The body goes up written anew from
 * what was checked here: a field sent twice, or once more in another case, cannot mean one thing
 * to this check and another to the gateway.
 */
export function readGeneration(fields: Fields, models: ReadonlySet<string> | undefined): Generation {
  const { callback_url: _, params, ...rest } = fields;
  for (const name of Object.keys(rest)) checkName(name);
  const { out_task_id } = rest;
  if (out_task_id !== undefined && !isId(out_task_id)) throw noId('out_task_id');
  const model = checkModel(rest.model, models);
  return { model, outTaskId: out_task_id, fields: params === undefined ? rest : { ...rest, params: readParams(params) } };
}

/** The parameters in their own object; the model and the key of a task stand beside it, and only there. */
function readParams(params: unknown): Fields {
  if (!isFields(params)) throw invalid('params', '`params` is not an object. Write it as one.');
  const { callback_url: _, ...rest } = params;
  for (const name of Object.keys(rest)) checkName(name);
  for (const name of ['model', 'out_task_id']) {
    if (name in rest) throw invalid(`params.${name}`, `\`${name}\` stands beside \`params\`, not in it.`);
  }
  return rest;
}

export function checkModel(model: unknown, models: ReadonlySet<string> | undefined): string {
  if (typeof model !== 'string' || model === '') throw invalid('model', 'The model is not named. Send `model`.');
  if (models === undefined || models.has(model)) return model;
  throw invalid('model', 'This model is not offered here. Choose another, or have it added to the proxy\'s `models`.');
}

/** The gateway may read `Callback_URL` as `callback_url`; its own fields are all written like this. */
export function checkName(name: string): void {
  if (/^[a-z][a-z0-9_]*$/.test(name)) return;
  throw invalid(undefined, 'A field is not in the gateway\'s spelling: small letters, digits and `_`, as in `aspect_ratio`.');
}

function noId(name: string): Refusal {
  return invalid(name, `\`${name}\` is no id: letters, digits and _ - . : and no dot or colon first, 128 of them for a key of your own.`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
