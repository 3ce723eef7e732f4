import { Refusal } from './refusal.js';

/** `parameter` is what stood at `:id`, decoded; empty when the path has none. */
type Handler = (request: Request, parameter: string) => Response | Promise<Response>;
export type Route = readonly [method: string, path: string, handle: Handler];

/** @throws Refusal 404 for a method and path that nothing answers */
export function dispatch(routes: readonly Route[], request: Request, path: string): Response | Promise<Response> {
  for (const [method, template, handle] of routes) {
    const parameter = method === request.method ? match(template, path) : undefined;
    if (parameter !== undefined) return handle(request, parameter);
  }
  throw new Refusal({ status: 404, code: 'not_found', message: `There is no ${request.method} ${path}.` });
}

function match(template: string, path: string): string | undefined {
  if (!template.endsWith('/:id')) return path === template ? '' : undefined;
  const stem = template.slice(0, -':id'.length);
  const rest = path.startsWith(stem) ? path.slice(stem.length) : '';
  return rest === '' || rest.includes('/') ? undefined : decode(rest);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
