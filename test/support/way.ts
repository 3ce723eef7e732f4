import type { Fault } from 'bytespike-react/testing';
import { orAborted } from '../../src/testing/base/abort.js';
import { withFaults } from '../../src/testing/faults/effects.js';
import { createFaultQueue } from '../../src/testing/faults/queue.js';
import { refusalResponse } from '../../src/testing/base/refusal.js';
import type { ManualClock } from './manual-clock.js';

/** A way to a server on which things go wrong. */
export interface Way {
  fetch(request: Request): Promise<Response>;
  inject(fault: Fault | readonly Fault[]): () => void;
}

export interface WayOptions {
  /** The path below which faults are aimed. */
  base: string;
  clock: ManualClock;
  faults: readonly Fault[];
  /** Called for each request that sets out; `arrives` is false where no connection comes about. Returns how it is answered. */
  answer(request: Request, path: string, arrives: boolean): () => Promise<Response>;
}

export function createWay({ base, clock, faults, answer }: WayOptions): Way {
  const queue = createFaultQueue();
  queue.add(faults);
  return {
    inject: (fault) => queue.add(Array.isArray(fault) ? fault : [fault]),
    fetch(request) {
      const path = new URL(request.url).pathname.slice(base.length);
      return orAborted([request], () => {
        const hits = queue.take(request, path);
        return withFaults(hits, {
          answer: answer(request, path, !hits.some(({ kind }) => kind === 'refused')),
          refuse: (refusal) => dated(refusalResponse(refusal, path), refusal.headers, clock),
          sleep: (ms) => new Promise((resolve) => clock.setTimeout(resolve, ms)),
          forever: () => orAborted([request], () => new Promise<never>(() => {})),
          now: clock.trueNow,
        });
      });
    },
  };
}

/** As something before the server would answer: without what the server offers. */
function dated(response: Response, headers: Record<string, string> | undefined, clock: ManualClock): Response {
  const all = { date: new Date(clock.trueNow()).toUTCString(), ...headers };
  for (const [name, value] of Object.entries(all)) response.headers.set(name, value);
  return response;
}
