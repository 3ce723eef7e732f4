import { sleep } from '../../core/base/clock.js';
import { isSettled, isTerminal } from '../../core/outcome/status.js';
import { digest } from '../base/bytes.js';
import { readCapped } from '../base/read-body.js';
import { redactText } from '../base/redact.js';
import { Refusal } from '../base/refusal.js';
import type { Fields } from '../calls/fields.js';
import { downHeaders } from '../calls/headers.js';
import { type Route, routeOf } from '../calls/routes.js';
import { shapeSubmit } from '../calls/submit-fields.js';
import type { Claim } from '../replay/idempotency.js';
import type { Config } from '../setup/context.js';
import type { Hold } from '../spend/budget.js';
import { withKey } from '../upstream/upstream-request.js';
import { send } from '../upstream/send.js';
import { lostAnswer, translateError } from '../upstream/translate.js';
import type { Call } from './call.js';
import { forward } from './forward.js';
import type { Pay } from './pay.js';
import { asSynchronous, failedImage } from './task-as-image.js';

const SUBMIT = routeOf('tasks.submit');
const QUERY = routeOf('tasks.query');

/** Waits between tries to learn whether there is such a task. */
const PAUSES_MS = [500, 1000, 2000, 4000];
/** Tasks under one key that failed: each one was free, and the next try is a new one. */
const MOST_FAILED = 8;
/** Far above the slowest picture. */
const LONGEST_MS = 10 * 60_000;
const LONGEST_READING = 1024 * 1024;

/** What the gateway says of a request that it would only take as a synchronous call. Nothing was billed. */
const NOT_AS_TASK = new Set(['unsupported_model', 'invalid_param', 'not_found']);

interface Found {
  taskId: string;
  reading: unknown;
  /** It has ended, and what it made is named: the answer to a repeated submit may leave that out. */
  isOver: boolean;
  headers: Headers;
}

/** Whether a task can stand in for this call: not for one that has a picture in it, or wants one in its answer. */
export function canBeTask({ route, drafted }: Call): boolean {
  if (route.endpoint !== 'images.generations' || drafted.fields === undefined || drafted.model === undefined) return false;
  const { response_format: format } = drafted.fields;
  return format === undefined || format === 'url';
}

/**
 * An image, made as a task whose name follows from the `Idempotency-Key`: whoever asks again finds
 * it, also when the process that began it is dead. What cannot be a task is made synchronously, if
 * nobody began it before. @throws Refusal
 */
export async function generateAsTask(call: Call, claim: Claim, pay: Pay, config: Config): Promise<Response> {
  const { route, drafted, names, trail } = call;
  const { model, idempotencyKey = '', fields = {} } = drafted;
  const { response_format: _, ...wanted } = fields;
  const key = await config.keys.keyFor(model, route.endpoint);
  const redact = (text: string) => redactText(text, key);
  const read = (reading: unknown, taskId?: string) => config.readings.read(reading, { taskId });
  // The key is the user's own by now; and no name that a user may give a task begins like this.
  const stem = `image.${await digest('image', idempotencyKey)}`;

  async function ask(to: Route, path: string, body: Fields): Promise<Found> {
    const upstream = await send(config, to, withKey(call.request, to, { url: config.baseUrl + path, body: JSON.stringify(body) }, key, false), redact);
    trail.upstreamStatus = upstream.status;
    const { showsWallet } = config;
    const headers = downHeaders(upstream.headers, showsWallet, redact);
    if (!upstream.ok) throw await translateError(upstream, { route: to, model, headers, redact, showsWallet });
    const bytes = await readCapped(upstream.body, LONGEST_READING).catch(() => 'over' as const);
    const task = bytes === 'over' ? undefined : read(parse(bytes));
    if (bytes === 'over' || task === undefined) throw lostAnswer(to, 'No reading of a task.');
    return { taskId: task.taskId, reading: parse(bytes), isOver: isSettled(task), headers };
  }

  const submit = (name: string) => {
    const callback = config.callbackUrl === undefined ? {} : { callback_url: config.callbackUrl };
    return ask(SUBMIT, SUBMIT.path, shapeSubmit({ ...wanted, out_task_id: name, ...callback }, config.wire));
  };
  const unclear = lostAnswer(route, 'The gateway cannot say whether this image was begun.');
  /** `undefined` when the gateway says that it does not know it. */
  const look = async (name: string) => {
    try {
      return await ask(QUERY, QUERY.path, { out_task_id: name });
    } catch (error) {
      // One that has trouble may know later; one that does not understand the question never will.
      if (!(error instanceof Refusal) || error.init.status >= 500) throw error;
      if (error.init.status === 404) return undefined;
      throw unclear;
    }
  };

  /** The task of this name, begun now or before. After a lost answer it is looked for before it is sent again. */
  async function begin(name: string, hold: Hold): Promise<Found | 'not as a task'> {
    let mayBeThere = claim.takenOver;
    for (const pause of [...PAUSES_MS, undefined]) {
      try {
        const found = mayBeThere ? await look(name) : undefined;
        if (found !== undefined) return found;
        await hold.take();
        return await submit(name);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, status, outcomeUnknown, reason } = error.init;
        if (NOT_AS_TASK.has(code ?? '')) return 'not as a task';
        mayBeThere ||= outcomeUnknown === true;
        if (status < 500 || !mayBeThere || error === unclear) throw error;
        if (pause === undefined) throw lostAnswer(route, reason ?? 'The gateway did not answer.');
        await sleep(config.clock, pause);
      }
    }
    throw lostAnswer(route, 'The gateway did not answer.');
  }

  async function follow({ taskId, reading, isOver }: Found, hold: Hold): Promise<unknown> {
    await config.budget.observe(reading, { taskId, model, hold: hold.payer });
    if (isOver) return reading;
    let last = reading;
    const over = new AbortController();
    const timer = config.clock.setTimeout(() => over.abort(), LONGEST_MS);
    await config.reader.follow({ taskId, model }, (seen) => (last = seen), over.signal).finally(() => config.clock.clearTimeout(timer));
    return last;
  }

  /** One try, paid for by itself. `undefined` when it had failed before. */
  async function attempt(name: string, hold: Hold): Promise<Response | undefined> {
    const found = await begin(name, hold);
    if (found === 'not as a task') {
      if (!(await claim.markUnrecoverable())) throw lostAnswer(route, 'Another instance took over.');
      await hold.take();
      return forward(call, hold.payer, config);
    }
    const end = await follow(found, hold);
    const task = read(end, found.taskId);
    if (task?.status === 'completed' && task.assets.length > 0) {
      const answer = asSynchronous(end, task, config.clock.wallNow());
      const finished = await config.finish?.(answer, { userId: names.userId, taskId: found.taskId, model });
      found.headers.set('content-type', 'application/json');
      return new Response(redact(JSON.stringify(finished ?? answer)), { headers: found.headers });
    }
    if (task === undefined || !isTerminal(task.status) || task.status === 'completed') throw lostAnswer(route, 'The end of the image could not be read.');
    // One that failed before we came is not this wish's answer: it cost nothing, and is made anew.
    if (!found.isOver) throw failedImage(task.error, found.headers, redact);
    return undefined;
  }

  for (let failed = 0; failed < MOST_FAILED; failed++) {
    const nth = failed === 0 ? '' : `.${failed}`;
    const answer = await pay(claim.id + nth, (hold) => attempt(stem + nth, hold));
    if (answer !== undefined) return answer;
  }
  throw failedImage(undefined, new Headers(), redact);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
