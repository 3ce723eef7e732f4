import { isTerminal } from '../../core/outcome/status.js';
import { digest } from '../base/bytes.js';
import { redactText } from '../base/redact.js';
import type { Claim } from '../replay/idempotency.js';
import type { Config } from '../setup/context.js';
import type { Hold } from '../spend/budget.js';
import { lostAnswer } from '../upstream/translate.js';
import type { Call } from './call.js';
import { forward } from './forward.js';
import { createImageBegin, type FoundImage } from './image-begin.js';
import type { Pay } from './pay.js';
import { asSynchronous, failedImage } from './task-as-image.js';

/** Tasks under one key that failed: each one was free, and the next try is a new one. */
const MOST_FAILED = 8;
/** Far above the slowest picture. */
const LONGEST_MS = 10 * 60_000;

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
  const { route, drafted, names } = call;
  const { model, idempotencyKey = '' } = drafted;
  const key = await config.keys.keyFor(model, route.endpoint);
  const redact = (text: string) => redactText(text, key.value);
  const read = (reading: unknown, taskId?: string) => config.readings.read(reading, { taskId });
  // The key is the user's own by now; and no name that a user may give a task begins like this.
  const stem = `image.${await digest('image', idempotencyKey)}`;

  const begin = createImageBegin(call, { config, key, read, mayBeThere: claim.takenOver });

  async function follow({ taskId, reading, isOver }: FoundImage, hold: Hold): Promise<unknown> {
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
