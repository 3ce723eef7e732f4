import { headerOf } from '../base/header.js';
import { eventStream } from '../events/event-stream.js';
import type { Config } from '../setup/context.js';
import { isStillAuthorized } from '../users/authorize.js';
import { watchStream } from '../users/open-streams.js';
import type { Call } from './call.js';
import { notFound } from './not-found.js';

/** A stream of tasks: so many of each kind, each for as long as who opened it may see it. */
export async function keepOpen({ request, route, decision }: Call, make: () => Response | Promise<Response>, config: Config): Promise<Response> {
  const { clock, authorizeEveryMs, streams, subjectOf } = config;
  const close = streams.take(`${route.endpoint} ${subjectOf(request, decision)}`);
  try {
    const response = await make();
    const { body, status, headers } = response;
    if (body !== null && headers.get('content-type') === 'text/event-stream') {
      const mayGoOn = () => isStillAuthorized(config, request, decision.userId);
      return new Response(watchStream(body, { clock, everyMs: authorizeEveryMs, mayGoOn, signal: request.signal, onEnd: close }), { status, headers });
    }
    close();
    return response;
  } catch (error) {
    close();
    throw error;
  }
}

/** All tasks of the user, told by the instance that follows them. @throws Refusal 404 for the public */
export function streamTasks({ request: { signal, headers }, names }: Call, { events, clock, keysDiffer }: Config): Response {
  if (events === undefined) throw notFound();
  const stream = eventStream(names.userId, { events, clock, names, keysDiffer, signal, lastEventId: headerOf(headers, 'last-event-id') });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
}
