import { sleep } from '../../core/base/clock.js';
import type { TaskSnapshot } from '../../core/outcome/snapshot.js';
import { isSettled } from '../../core/outcome/status.js';
import { readCapped } from '../base/read-body.js';
import { redactText } from '../base/redact.js';
import { Refusal } from '../base/refusal.js';
import type { Fields } from '../calls/fields.js';
import { downHeaders } from '../calls/headers.js';
import { type Route, routeOf } from '../calls/routes.js';
import { shapeSubmit } from '../calls/submit-fields.js';
import type { Config } from '../setup/context.js';
import type { Hold } from '../spend/budget.js';
import type { Key } from '../upstream/keys.js';
import { send } from '../upstream/send.js';
import { lostAnswer, translateError } from '../upstream/translate.js';
import { withKey } from '../upstream/upstream-request.js';
import type { Call } from './call.js';

const SUBMIT = routeOf('tasks.submit');
const QUERY = routeOf('tasks.query');

/** Waits between tries to learn whether there is such a task. */
const PAUSES_MS = [500, 1000, 2000, 4000];
const LONGEST_READING = 1024 * 1024;

/** What the gateway says of a request that it would only take as a synchronous call. Nothing was billed. */
const NOT_AS_TASK = new Set(['unsupported_model', 'invalid_param', 'not_found']);

export interface FoundImage {
  taskId: string;
  reading: unknown;
  /** It has ended, and what it made is named: the answer to a repeated submit may leave that out. */
  isOver: boolean;
  headers: Headers;
}

interface BeginMeans {
  config: Config;
  /** The gateway's key for this model. */
  key: Key;
  read: (reading: unknown) => TaskSnapshot | undefined;
  /** Somebody else may have begun it before. */
  mayBeThere: boolean;
}

/** The task of a name, begun now or before. After a lost answer it is looked for before it is sent again. */
type ImageBegin = (name: string, hold: Hold) => Promise<FoundImage | 'not as a task'>;

export function createImageBegin({ request, route, drafted, trail }: Call, { config, key: { value: key, name: keyName }, read, mayBeThere: wasBegun }: BeginMeans): ImageBegin {
  const { model, fields = {} } = drafted;
  const { response_format: _, ...wanted } = fields;
  const redact = (text: string) => redactText(text, key);
  const unclear = lostAnswer(route, 'The gateway cannot say whether this image was begun.');

  async function ask(to: Route, path: string, body: Fields): Promise<FoundImage> {
    const upstream = await send(config, to, withKey(request, to, { url: config.baseUrl + path, body: JSON.stringify(body) }, key, false), redact);
    trail.upstreamStatus = upstream.status;
    const { showsWallet } = config;
    const headers = downHeaders(upstream.headers, showsWallet, redact);
    if (!upstream.ok) throw await translateError(upstream, { route: to, keyName, model, headers, redact, showsWallet });
    const bytes = await readCapped(upstream.body, LONGEST_READING).catch(() => 'over' as const);
    const task = bytes === 'over' ? undefined : read(parse(bytes));
    if (bytes === 'over' || task === undefined) throw lostAnswer(to, 'No reading of a task.');
    return { taskId: task.taskId, reading: parse(bytes), isOver: isSettled(task), headers };
  }

  const submit = (name: string) => {
    const callback = config.callbackUrl === undefined ? {} : { callback_url: config.callbackUrl };
    return ask(SUBMIT, SUBMIT.path, shapeSubmit({ ...wanted, out_task_id: name, ...callback }, config.wire));
  };
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

  return async (name, hold) => {
    let mayBeThere = wasBegun;
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
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
