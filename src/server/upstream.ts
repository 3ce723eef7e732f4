import type { Config } from './config.js';
import { checkModel, type Fields, parseFields, readGeneration, readIds } from './fields.js';
import { readForm } from './form.js';
import { upHeaders } from './headers.js';
import { checkMediaType, readBody } from './read-body.js';
import { invalid } from './refusal.js';
import type { Match, Route } from './routes.js';

/** A request for the gateway before it has a key: everything in it was checked or made here. */
export interface Draft {
  url: string;
  model?: string;
  body?: string | FormData;
}

export async function draft(request: Request, { route, id }: Match, search: URLSearchParams, config: Config): Promise<Draft> {
  const path = id === undefined ? route.path : route.path.replace(':id', encodeURIComponent(id));
  const url = config.baseUrl + path + readQuery(route, search);
  const { models } = config;
  if (route.body === 'none') return { url };
  checkMediaType(request, route.body === 'edit' ? 'multipart/form-data' : 'application/json');
  const bytes = await readBody(request, route.maxBytes);
  if (route.body === 'edit') {
    const { model, form } = await readForm(bytes, request.headers.get('content-type') ?? '', models);
    return { url, model, body: form };
  }
  const sent = parseFields(bytes);
  if (route.body === 'ids') return { url, body: write(readIds(sent)) };
  const { model, fields } = readGeneration(sent, models);
  checkModel(model, route.models);
  return { url, model, body: write(fields) };
}

function write(fields: Fields): string {
  try {
    return JSON.stringify(fields);
  } catch {
    throw invalid(undefined, 'The body is nested deeper than anything the gateway takes.');
  }
}

function readQuery(route: Route, search: URLSearchParams): string {
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
  return query.size === 0 ? '' : `?${query}`;
}

/** The request that goes up. A read ends when the client leaves; what costs or changes something runs to its end. */
export function seal(client: Request, route: Route, { url, body }: Draft, key: string): Request {
  const headers = upHeaders(client.headers, key);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  return new Request(url, {
    method: route.method,
    headers,
    redirect: REDIRECT,
    ...(body === undefined ? {} : { body }),
    ...(route.effect === 'read' ? { signal: client.signal } : {}),
  });
}

/**
 * A redirect would carry the key to wherever it points. Some edge runtimes refuse to build a
 * request with `error`; there the redirect comes back as an answer, and is refused as one.
 */
const REDIRECT = redirectMode();

function redirectMode(): 'error' | 'manual' {
  try {
    return new Request('https://localhost/', { redirect: 'error' }).redirect === 'error' ? 'error' : 'manual';
  } catch {
    return 'manual';
  }
}
