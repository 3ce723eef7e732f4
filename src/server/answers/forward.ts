import { redactText } from '../base/redact.js';
import type { Config } from '../setup/context.js';
import type { Payer } from '../spend/budget.js';
import type { Key } from '../upstream/keys.js';
import { withKey } from '../upstream/upstream-request.js';
import { send } from '../upstream/send.js';
import type { Call } from './call.js';
import { relayAnswer } from './relay-answer.js';

/** Up with the key, and what the browser gets for the answer. `hold` pays for it. @throws Refusal */
export async function forward(call: Call, hold: Payer | undefined, config: Config): Promise<Response> {
  return forwardWith(await config.keys.keyFor(call.drafted.model, call.route.endpoint), call, hold, config);
}

/** The same with this key. @throws Refusal */
export async function forwardWith({ value: key, name: keyName }: Key, { request, route, drafted, names, trail }: Call, hold: Payer | undefined, config: Config): Promise<Response> {
  const { model, taskId, outTaskId } = drafted;
  const redact = (text: string) => redactText(text, key);
  const upstream = await send(config, route, withKey(request, route, drafted, key), redact);
  trail.upstreamStatus = upstream.status;
  const upstreamId = upstream.headers.get('x-request-id');
  if (upstreamId !== null) trail.upstreamRequestId = redact(upstreamId);
  return relayAnswer(upstream, { route, key, keyName, model, taskId, outTaskId, names, hold, drawsWith: drafted.drawsWith }, config);
}
