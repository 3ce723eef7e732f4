import { sleep } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';
import { silenceOf } from '../base/retry-after.js';
import type { ClientInternals } from '../client/internals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';

/** A submit of a page that was reloaded may still be on its way: it is looked for this often before saying so. */
const LOOK_AGAIN_MS = [0, 1000, 2000, 4000];
/** The same while another tab waits for the answer, and says what it is. */
const LOOK_ELSEWHERE_MS = [10_000, 20_000, 30_000];

/**
 * The page went away before the gateway's answer came: the submit is looked for, never repeated.
 * @param isElsewhere whether another tab was seen to send it
 * @param signal aborts when nobody asks for it any more
 * @throws BytespikeError `outcome_unknown` when it is not found
 */
export async function findSubmit(
  { tasks, clock }: ClientInternals,
  outTaskId: string,
  isElsewhere: boolean,
  signal: AbortSignal,
): Promise<TaskSnapshot> {
  let last: unknown;
  for (const wait of isElsewhere ? LOOK_ELSEWHERE_MS : LOOK_AGAIN_MS) {
    await sleep(clock, Math.max(wait, silenceOf(clock, last)), signal);
    if (signal.aborted) break;
    try {
      return await tasks.query({ outTaskId });
    } catch (error) {
      last = error;
    }
  }
  throw neverAnswered(last);
}

function neverAnswered(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message: 'The page closed before the gateway answered, and it does not know this task so far. Check again in a moment.',
    billed: 'unknown',
    cause,
  });
}
