import { type Fields, fieldsOf } from '../../core/base/fields.js';
import { listIn, textIn } from '../../core/wire/fields.js';
import { textResponse, withBody } from '../base/text-response.js';
import type { Config } from '../setup/context.js';
import { lostAnswer } from '../upstream/translate.js';
import type { Call } from './call.js';
import { forward, forwardWith } from './forward.js';

/**
 * What the keys reach: of several the lists of all, joined. Where one of them cannot be read there is no list,
 * since one without the models of a key would say that they cannot be used. @throws Refusal
 */
export async function listModels(call: Call, config: Config): Promise<Response> {
  const named = config.keys.every?.();
  if (named === undefined) return forward(call, undefined, config);
  const keys = await Promise.all(named.map(({ key }) => key()));
  const [first, ...others] = await Promise.all(keys.map((key) => forwardWith(key, call, undefined, config)));
  if (first === undefined || others.length === 0) return first ?? forward(call, undefined, config);
  const bodies = await Promise.all([first, ...others].map(async (answer) => fieldsOf(await withBody(answer).json())));
  const byId = new Map<string, Fields>();
  for (const body of bodies) {
    const list = listIn(body, 'data');
    if (list === undefined) throw lostAnswer(call.route, 'A list of models without `data`, which cannot be joined with others.');
    for (const entry of list) {
      const fields = fieldsOf(entry);
      const id = textIn(fields, 'id');
      if (fields !== undefined && id !== undefined && !byId.has(id)) byId.set(id, fields);
    }
  }
  return textResponse(JSON.stringify({ ...bodies[0], data: [...byId.values()] }), { headers: first.headers });
}
