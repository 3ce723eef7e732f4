import { headerOf } from '../base/header.js';
import { createHmac } from '../base/hmac.js';
import { isId } from '../base/ids.js';
import { type BodyPatience, readBody } from '../base/read-body.js';
import { invalid, Refusal } from '../base/refusal.js';
import { readFields } from '../calls/json-body.js';
import type { Finish } from '../results/finish.js';
import type { Budget } from '../spend/budget.js';
import type { OwnedTask } from '../users/ownership.js';
import type { TaskEvents } from './task-events.js';

export interface WebhookOptions {
  /** With which the gateway signs; without one nothing that arrives is believed, only looked into. */
  secret: string | undefined;
  budget: Budget;
  events: TaskEvents | undefined;
  finish: Finish | undefined;
  /** With whoever delivers. */
  patience: BodyPatience;
  /** One reading of a task, from the gateway itself. */
  read: (task: OwnedTask) => Promise<unknown>;
}

/** What the gateway tells of a task's end. Anybody may call it: no session, no cookie, no page. */
export type Webhook = (request: Request) => Promise<Response>;

const SIGNATURE_HEADER = 'x-bytespike-signature';
const LONGEST_BODY = 1024 * 1024;

/**
 * A delivery may be false, late, repeated or out of order. What is signed is believed; else a task
 * that somebody here waits for is read anew, and of any other nothing is done. A reading is merged
 * with what is known, so one that is old or repeated changes nothing.
 */
export function createWebhook({ secret, budget, events, finish, patience, read }: WebhookOptions): Webhook {
  return async (request) => {
    const bytes = await readBody(request, LONGEST_BODY, patience);
    const signed = secret !== undefined;
    if (signed && !(await isSigned(bytes, headerOf(request.headers, SIGNATURE_HEADER), secret))) throw unsigned();
    const body = await readFields(bytes);
    const { task_id: taskId } = body;
    if (!isId(taskId)) throw invalid('task_id', 'The task is not named.');
    const known = await events?.find(taskId);
    let isBooked = true;
    if (signed) isBooked = await tell(body);
    else if (known !== undefined && !known.settled) isBooked = await tell(await read(known.task));
    // It comes again, also to another process, should this one not live to write it.
    if (!isBooked) return new Response(null, { status: 503 });
    // The same answer whether the task is known or not: who asks learns nothing.
    return new Response(null, { status: 204 });

    async function tell(reading: unknown): Promise<boolean> {
      const isWritten = await budget.observe(reading, { taskId: taskId as string, model: known?.task.model, hold: undefined });
      if (known === undefined) return isWritten;
      const { userId, task } = known;
      events?.note(userId, (await finish?.(reading, { userId, taskId: task.taskId, model: task.model })) ?? reading, task);
      return isWritten;
    }
  };
}

async function isSigned(body: Uint8Array<ArrayBuffer>, signature: string | null, secret: string): Promise<boolean> {
  if (signature === null || !/^[0-9a-f]{64}$/i.test(signature)) return false;
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return createHmac(secret).verify(body, bytes);
}

function unsigned(): Refusal {
  return new Refusal({
    status: 401,
    code: 'permission_denied',
    message: 'This delivery is not signed with the secret of this webhook.',
    reason: 'A webhook without a valid signature.',
  });
}
