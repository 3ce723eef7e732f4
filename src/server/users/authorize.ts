import type { Clock } from '../../core/base/clock.js';
import { Refusal } from '../base/refusal.js';
import { within } from '../base/within.js';
import { areLimits } from '../store/limits.js';
import type { Limits } from '../store/store.js';

/** Who asks. */
export interface Authorization {
  /** The app's own id of the user, the same at each visit: a task belongs to it. */
  userId: string;
  /** What this user may do. @default the option `limits` */
  limits?: Limits;
}

/**
 * Decides about one request, before its body is read. Leave the body alone: it can be read once.
 * Return who it is, or the `Response` to refuse with.
 */
export type Authorize = (request: Request) => Authorization | Response | Promise<Authorization | Response>;

/** The app's decision. Whatever is neither a clear yes nor a `Response` is a no. */
export async function authorized(authorize: Authorize, request: Request): Promise<Authorization | Response> {
  let decision: unknown;
  try {
    decision = await authorize(request);
  } catch (error) {
    throw undecided(`\`authorize\` threw ${error instanceof Error ? `${error.name}: ${error.message}` : typeof error}`);
  }
  if (decision instanceof Response) return usable(decision);
  if (isAuthorization(decision)) return decision;
  throw undecided('`authorize` returned neither { userId: string, limits?: Limits } nor a Response.');
}

/** A server that does not answer for so long says no. */
const PATIENCE_MS = 10_000;

/** Whether it still says that this is who it was. */
export async function isStillAuthorized({ authorize, clock }: { authorize: Authorize; clock: Clock }, request: Request, userId: string): Promise<boolean> {
  try {
    const decision = await within(clock, PATIENCE_MS, authorized(authorize, request));
    if (!(decision instanceof Response)) return decision.userId === userId;
    void decision.body?.cancel().catch(() => {});
    return false;
  } catch {
    return false;
  }
}

function usable(response: Response): Response {
  if (response.status >= 200 && !response.bodyUsed && response.body?.locked !== true) return response;
  throw undecided('`authorize` returned a Response that cannot be sent, or was sent before: make a new one each time.');
}

function isAuthorization(decision: unknown): decision is Authorization {
  return (
    typeof decision === 'object' &&
    decision !== null &&
    'userId' in decision &&
    typeof decision.userId === 'string' &&
    decision.userId !== '' &&
    (!('limits' in decision) || decision.limits === undefined || areLimits(decision.limits))
  );
}

function undecided(reason: string): Refusal {
  return new Refusal({
    status: 500,
    code: 'internal_error',
    message: 'The server could not decide whether you may do this, so nothing was sent. Whoever runs it finds the reason in its log.',
    reason,
  });
}
