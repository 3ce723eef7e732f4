import { type ClientOptions, createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
// Loaded here, so that a client need not wait for them in simulated time.
import '../../src/core/wire/account.js';
import '../../src/core/wire/access.js';
import '../../src/core/records/read-waits.js';
import '../../src/core/places/find-task.js';
import '../../src/core/money/holds.js';
import '../../src/core/wire/refusals.js';
import '../../src/core/places/image-journal.js';
import '../../src/core/places/image-restore.js';
import '../../src/core/places/image-via-task.js';
import '../../src/core/places/going-on.js';
import '../../src/core/places/upkeep.js';
import '../../src/core/images/images.js';
import '../../src/core/records/task-store.js';
import '../../src/core/tasks/read-plan.js';
import '../../src/core/tasks/shared-line.js';
import '../../src/core/tasks/tasks.js';
import '../../src/core/client/message-part.js';
import { type ClientInternals, internals } from '../../src/core/client/internals.js';
import { isWorking } from './busy-crypto.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { createManualPage, type ManualPage } from './manual-page.js';
import { createProxied, type ProxiedGateway, type ProxiedOptions } from './proxied.js';

export interface Simulation {
  client: ClientInternals;
  gateway: SimulatedGateway;
  clock: ManualClock;
  page: ManualPage;
  /** Between the two, when one was asked for. */
  proxied: ProxiedGateway;
  /** The page loaded anew, over the same storage when one was given; the one before is gone. */
  reload(): ClientInternals;
}

export interface SimulationOptions {
  gateway?: SimulatedGatewayOptions;
  client?: Partial<ClientOptions>;
  /** Puts our proxy before the gateway. */
  proxied?: ProxiedOptions;
  /** Answers in the gateway's place, for what it is not asked to do. */
  intercept?: (request: Request) => Response | false;
}

/** A client before the simulated gateway, in time that a test moves. */
export function simulate(options: SimulationOptions = {}): Simulation {
  const clock = createManualClock(undefined, options.proxied && isWorking);
  const page = createManualPage();
  const gateway = createSimulatedGateway({
    ...options.gateway,
    clock: { now: clock.trueNow, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout },
  });
  const proxied = createProxied(gateway, clock, options.proxied ?? {});
  const server = options.proxied === undefined ? gateway : proxied;
  let visits = 0;
  const create = () => {
    const visit = ++visits;
    return internals(createClient({
      baseUrl: server.baseUrl,
      async fetch(request) {
        const response = visit === visits && (options.intercept?.(request) || (await server.fetch(request)));
        // A page that is gone hears of nothing any more.
        return response && visit === visits ? response : new Promise<Response>(() => {});
      },
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      clock,
      random: () => 0.5,
      environment: page,
      storage: null,
      ...options.client,
    }));
  };
  return { client: create(), gateway, clock, page, proxied, reload: create };
}
