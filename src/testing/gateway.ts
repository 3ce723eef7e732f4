import { orAborted } from './base/abort.js';
import { Refusal, type RefusalInit, refusalResponse } from './base/refusal.js';
import { dispatch } from './base/routes.js';
import { accountRoutes } from './endpoints/account.js';
import { imageRoutes } from './endpoints/images.js';
import { meaningRoutes } from './endpoints/meaning.js';
import { messageRoutes } from './endpoints/messages.js';
import { taskRoutes } from './endpoints/tasks.js';
import { withFaults } from './faults/effects.js';
import { createFaultQueue } from './faults/queue.js';
import type { Media } from './media/media.js';
import { basePath, createSimulation, type Simulation } from './simulation/simulation.js';
import type { RequestRecord, SimulatedGateway, SimulatedGatewayOptions } from './simulation/types.js';

/** The gateway on whatever platform `media` is for. */
export function createGateway(options: SimulatedGatewayOptions, media: Media): SimulatedGateway {
  const simulation = createSimulation(options, media);
  const requests: RequestRecord[] = [];
  const faults = createFaultQueue();
  faults.add(options.faults ?? []);
  const routes = [...imageRoutes(simulation), ...messageRoutes(simulation), ...meaningRoutes(simulation), ...taskRoutes(simulation), ...accountRoutes(simulation)];
  const bases = [basePath(simulation.baseUrl), basePath(options.assetBaseUrl ?? '')];

  const refuse = (refusal: RefusalInit, path: string) =>
    labelled(simulation, refusalResponse(refusal, path), simulation.billing.quotaHeaders(), refusal.headers);

  async function answer(request: Request, path: string): Promise<Response> {
    try {
      if (path.startsWith('/assets/')) return labelled(simulation, await simulation.assets.serve(request, path));
      authenticate(request, simulation.apiKey);
      return labelled(simulation, await dispatch(routes, request, path), simulation.billing.quotaHeaders());
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.init, path);
      throw error;
    }
  }

  return {
    baseUrl: simulation.baseUrl,
    apiKey: simulation.apiKey,
    ledger: simulation.billing.ledger,
    requests,
    inject: (fault) => faults.add(Array.isArray(fault) ? fault : [fault]),
    fetch(request) {
      const path = below(bases, new URL(request.url).pathname);
      const abortables = [request, simulation.closed];
      // What has already begun goes on when the caller leaves, and is billed, as it would be upstream.
      return orAborted(abortables, () => {
        const hits = faults.take(request, path);
        const arrives = !hits.some(({ kind }) => kind === 'refused');
        if (arrives) requests.push({ method: request.method, path, at: simulation.clock.now() });
        return withFaults(hits, {
          answer: () => answer(request, path),
          refuse: (refusal) => refuse(refusal, path),
          sleep: simulation.timers.sleep,
          forever: () => orAborted(abortables, () => new Promise<never>(() => {})),
          now: simulation.clock.now,
        });
      });
    },
    dispose() {
      simulation.closed.abort(new TypeError('The simulated gateway was disposed of. Create another one.'));
      simulation.timers.dispose();
      simulation.assets.dispose();
    },
  };
}

function below(bases: readonly string[], path: string): string {
  const base = bases.find((candidate) => candidate !== '' && path.startsWith(`${candidate}/`)) ?? '';
  return path.slice(base.length);
}

function authenticate({ headers }: Request, apiKey: string): void {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const key = bearer ?? headers.get('x-api-key');
  if (key === apiKey) return;
  const message = key === null ? 'No API key was sent. Send it as Authorization: Bearer.' : 'This API key is not known, or was revoked.';
  throw new Refusal({ status: 401, code: 'invalid_api_key', message });
}

/** What is on every answer. Assets come from elsewhere, and carry no quota. */
function labelled(simulation: Simulation, response: Response, ...more: (Record<string, string> | undefined)[]): Response {
  const own = { date: new Date(simulation.clock.now()).toUTCString(), 'x-request-id': simulation.newId('req') };
  for (const [name, value] of Object.entries(Object.assign(own, ...more))) response.headers.set(name, String(value));
  return response;
}
