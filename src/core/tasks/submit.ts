import { BytespikeError, offlineError } from '../base/errors.js';
import { silenceOf } from '../base/retry-after.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { TaskRecord, TaskStore } from '../records/task-store.js';
import { type RetryContext, withRetry } from '../wire/retry.js';

export interface SubmitContext extends RetryContext {
  store: TaskStore;
  /** When the user asked; milliseconds since the epoch, and no two are the same. */
  createdAt: number;
  isOnline(): boolean;
  /** One POST of the submit. A lost answer throws with `billed: 'unknown'`. */
  send(request: GenerationRequest, outTaskId: string): Promise<TaskSnapshot>;
  /** Looks a submit up by its key. `'absent'`: the gateway knows such keys, and not this one. */
  find(outTaskId: string): Promise<TaskSnapshot | 'absent' | 'unsupported'>;
}

/**
 * Submits under one idempotency key, written down before the request leaves.
 *
 * An answer that was lost is looked up by that key, and only when the gateway says that it does
 * not know it is the submit sent again, with the same key, at most four times in all. What cannot
 * be known in the end is thrown as `outcome_unknown`, and its record stays to be checked again.
 */
export async function submitOnce(
  context: SubmitContext,
  request: GenerationRequest,
  outTaskId: string,
): Promise<TaskSnapshot> {
  const known = context.store.get(outTaskId);
  if (!context.isOnline()) throw refusedAgain(known, offlineError());
  const record: TaskRecord = known ?? { version: 1, outTaskId, request, createdAt: context.createdAt };
  context.store.put(record);
  let lost = false;
  try {
    return await withRetry(
      context,
      async () => {
        const found = lost ? await lookUp(context, outTaskId) : undefined;
        return found ?? (await context.send(request, outTaskId));
      },
      (error) => {
        lost ||= error.billed === 'unknown';
        return error.code !== 'outcome_unknown';
      },
    );
  } catch (error) {
    if (!(error instanceof BytespikeError)) throw error;
    if (!lost && error.billed !== 'unknown') {
      // Refused for certain: nothing exists upstream under this key.
      if (known === undefined) context.store.remove(outTaskId);
      throw refusedAgain(known, error);
    }
    const found = silenceOf(context.clock, error) > 0 ? undefined : await context.find(outTaskId).catch(() => undefined);
    if (typeof found === 'object') return found;
    throw outcomeUnknown(error);
  }
}

/** What was sent before under this key may be there all the same. */
function refusedAgain(known: TaskRecord | undefined, error: BytespikeError): BytespikeError {
  return known === undefined ? error : outcomeUnknown(error);
}

async function lookUp(context: SubmitContext, outTaskId: string): Promise<TaskSnapshot | undefined> {
  const found = await context.find(outTaskId);
  if (found === 'absent') return undefined;
  // A gateway that ignores the key would render a second film: better unknown than twice.
  if (found === 'unsupported') throw outcomeUnknown(undefined);
  return found;
}

function outcomeUnknown(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message:
      'The answer to the submit was lost and the gateway could not be asked about it. It may be rendering. Check again in a moment: nothing is sent twice.',
    billed: 'unknown',
    cause,
  });
}
