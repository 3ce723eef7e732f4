import { checkMediaType, readBody } from '../base/read-body.js';
import type { Fields } from '../calls/fields.js';
import { readFields } from '../calls/json-body.js';
import type { Route } from '../calls/routes.js';
import type { Config } from '../setup/context.js';

/** What came as a body, whole, and how many bytes it had. @throws Refusal 400, 408, 413 or 415 */
export async function readJsonBody(request: Request, route: Route, config: Config): Promise<{ fields: Fields; size: number }> {
  checkMediaType(request, 'application/json');
  const bytes = await readBody(request, route.maxBytes, config);
  return { fields: await readFields(bytes), size: bytes.length };
}
