import { Refusal } from '../base/refusal.js';
import type { Config } from '../setup/context.js';
import type { Budget, Hold } from '../spend/budget.js';
import type { Call } from './call.js';

/** Pays for one thing that may be sent under this id; what turns out free is given back. */
export type Pay = <T>(id: string, make: (hold: Hold) => Promise<T>) => Promise<T>;

type Payable = Pick<Call, 'request' | 'route' | 'decision' | 'drafted'>;

interface Paying extends Pick<Config, 'subjectOf' | 'limits'> {
  budget: Pick<Budget, 'hold'>;
}

/** How this call is paid for, by the limits of whoever makes it. */
export function payFor({ request, route, decision, drafted }: Payable, config: Paying): Pay {
  const subject = config.subjectOf(request, decision);
  const { outTaskId: wish, cost } = drafted;
  return async (id, make) => {
    const hold = config.budget.hold({ route, subject, limits: decision.limits ?? config.limits, id, wish, cost });
    try {
      return await make(hold);
    } catch (error) {
      // Of what may have been done the money stays reserved.
      if (error instanceof Refusal && !error.init.outcomeUnknown) await hold.release();
      else await hold.lose();
      throw error;
    }
  };
}
